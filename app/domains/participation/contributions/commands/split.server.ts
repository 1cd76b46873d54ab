import { pointOf } from "~/domains/organisations";
import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";
import { mayHappen, stateOf, type TextProblem } from "../contribution";
import { mayModerate } from "../policy.server";
import { contributionById } from "../queries/find-contribution.server";
import { contributionColumns } from "./store-draft.server";

const nodeOf = (id: string) => ({ kind: "contribution", id });

type SplitRefusal = TextProblem["code"] | "category-unknown" | "not-to-split" | "not-in-original";

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

/**
 * Takes a part of a contribution out as one of its own, with the next number of the process and the same author, who is
 * told. The original stays word for word. Supports stay where they were given.
 * @param text the words of the part as the author wrote them; nobody gets other words put into the mouth
 */
export const splitContribution = command(
	"participation.split-contribution",
	async (
		world: ActWorld,
		{ id, ...part }: { id: string; title: string; text: RichText; category: string | null },
	): Promise<Outcome<{ id: string; code: string; number: number }, SplitRefusal>> => {
		const original = await contributionById(world, id);
		demand(mayModerate, world.actor, original);
		// a remark on a text hangs on its passage
		if (original.kind !== "idea" || !mayHappen(stateOf(original), "split")) return refused("not-to-split");
		const { process } = original;
		const columns = contributionColumns(process.categories, {
			...part,
			place: original.place,
			authorName: original.authorName,
			at: pointOf(original),
		});
		if (!columns.done) return columns;
		if (!oneLine(original.excerpt).includes(oneLine(columns.value.excerpt))) {
			return refused("not-in-original", { field: "text" });
		}
		const [row] = await world.db.$queryRaw<{ number: number }[]>`
			UPDATE process SET next_number = next_number + 1 WHERE id = ${process.id}::uuid RETURNING next_number - 1 AS number`;
		if (!row) throw new Error(`process ${process.id} has gone`);
		const partId = newId(world.now);
		const code = newCode();
		await world.db.contribution.create({
			data: {
				...columns.value,
				id: partId,
				processId: process.id,
				organisationId: original.organisationId,
				number: row.number,
				code,
				channel: original.channel,
				authorId: original.authorId,
				authorErasedAt: original.authorErasedAt,
				guestEmail: original.guestEmail,
				locale: original.locale,
				createdAt: world.now,
				updatedAt: world.now,
				submittedAt: world.now,
				publishedAt: world.now,
				splitFromId: id,
			},
		});
		await link(world, { from: nodeOf(partId), relation: "part-of", to: { kind: "process", id: process.id } });
		await link(world, { from: nodeOf(id), relation: "split-into", to: nodeOf(partId) });
		world.record({
			type: "participation.contribution.split",
			subject: nodeOf(partId),
			ownerId: original.organisationId,
			facts: { process: process.id, number: row.number, from: id },
		});
		return done({ id: partId, code, number: row.number });
	},
);

/**
 * Undoes a split: the part is taken back, its number and page stay as a placeholder.
 * Refused when somebody has already commented on the part, supported it, or begun to answer it.
 */
export const undoSplit = command(
	"participation.undo-split",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "not-split" | "part-in-use">> => {
		const part = await contributionById(world, id);
		demand(mayModerate, world.actor, part);
		if (!part.splitFromId || !mayHappen(stateOf(part), "withdraw")) return refused("not-split");
		await world.db.$queryRaw`SELECT 1 FROM contribution WHERE id = ${id}::uuid FOR UPDATE`;
		const uses = await Promise.all([
			world.db.comment.count({ where: { contributionId: id, submittedAt: { not: null } } }),
			world.db.support.count({ where: { contributionId: id } }),
			world.db.guestSupport.count({ where: { contributionId: id } }),
			world.db.answeredContribution.count({ where: { contributionId: id } }),
			world.db.contributionMerge.count({ where: { OR: [{ contributionId: id }, { intoId: id }] } }),
		]);
		if (uses.some((count) => count > 0)) return refused("part-in-use");
		await world.db.contribution.update({ where: { id }, data: { withdrawnAt: world.now, updatedAt: world.now } });
		world.record({
			type: "participation.contribution.split-undone",
			subject: nodeOf(id),
			ownerId: part.organisationId,
			facts: { process: part.processId, number: part.number },
		});
		return done(null);
	},
);
