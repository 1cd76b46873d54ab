import { linkAll } from "~/domains/trace/index.server";
import type { ActWorld } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";
import type { FoundProcess } from "../../processes/index.server";
import type { ContributionKind } from "../contribution";
import { mayModerate } from "../policy.server";

/** What somebody said or wrote elsewhere, as it is typed in. */
export type BehalfInput = {
	/** Given by callers who make something of it beforehand; otherwise a new one. */
	id?: string;
	/** An annotation needs its row beside it; the caller makes it. */
	kind?: ContributionKind;
	title: string;
	text: RichText;
	category: string | null;
	/** "online" for what reached somebody by form or mail. */
	channel: "event" | "paper" | "phone" | "counter" | "online";
	place?: string | null;
	/** The name that readers see. */
	authorName?: string | null;
	/** Hash of the secret with which its author opens the status page. */
	statusHash?: string | null;
	/** When it came in; now unless it is said. */
	submittedAt?: Date | null;
};

export type EnteredOnBehalf = { id: string; code: string; number: number };

/**
 * Writes down what somebody said or wrote elsewhere, inside the act of whoever types it in; who typed it stands in the
 * audit log. It counts as handed in at once. A moderator has read it by typing it, so it appears; from others it waits
 * where the process says so. The caller asks the policy and sees to it that the process still takes contributions.
 * @returns id, code and the number of the contribution in its process
 */
export async function enterOnBehalf(
	world: ActWorld,
	process: FoundProcess,
	input: BehalfInput,
): Promise<EnteredOnBehalf> {
	const read = mayModerate(world.actor, { organisationId: process.organisationId, processId: process.id });
	const [entered] = await enterManyOnBehalf(world, process, [input], { read, by: personIdOf(world.actor) });
	if (!entered) throw new Error("nothing was entered");
	return entered;
}

/**
 * The same for many at once, in as many statements as for one; they are numbered in the order given.
 * @param read whether a moderator has read them, and who entered them
 */
export async function enterManyOnBehalf(
	world: ActWorld,
	process: FoundProcess,
	inputs: readonly BehalfInput[],
	{ read, by }: { read: boolean; by: string | null },
): Promise<EnteredOnBehalf[]> {
	const [row] = await world.db.$queryRaw<{ first: number }[]>`
		UPDATE process SET next_number = next_number + ${inputs.length}
		WHERE id = ${process.id}::uuid RETURNING next_number - ${inputs.length} AS first`;
	if (!row) throw new Error(`process ${process.id} has gone`);
	const appears = read || process.moderation === "after";
	const ownerId = process.organisationId;
	const entered = inputs.map((input, index) => ({
		...input,
		id: input.id ?? newId(world.now),
		code: newCode(),
		number: row.first + index,
	}));
	await world.db.contribution.createMany({
		data: entered.map(({ id, code, number, title, text, category, channel, place, authorName, ...given }) => ({
			id,
			kind: given.kind ?? "idea",
			processId: process.id,
			organisationId: ownerId,
			number,
			code,
			title,
			body: { ...text },
			excerpt: plainText(text),
			category,
			channel,
			place: place ?? null,
			authorName: authorName ?? null,
			statusHash: given.statusHash ?? null,
			createdAt: world.now,
			updatedAt: world.now,
			submittedAt: given.submittedAt ?? world.now,
			publishedAt: appears ? world.now : null,
		})),
	});
	await linkAll(
		world,
		entered.map(({ id }) => ({
			from: { kind: "contribution", id },
			relation: "part-of",
			to: { kind: "process", id: process.id },
		})),
	);
	if (appears && read) {
		await world.db.moderation.createMany({
			data: entered.map(({ id }) => ({
				id: newId(world.now),
				contributionId: id,
				outcome: "published",
				moderatorId: by,
				at: world.now,
			})),
		});
	}
	for (const { id, number, channel } of entered) {
		const subject = { kind: "contribution", id };
		const facts = { process: process.id, number };
		world.record({
			type: "participation.contribution.handed-in",
			subject,
			ownerId,
			facts: { ...facts, channel, guest: true, waits: !appears },
		});
		if (appears) {
			const publishedBy = read ? "moderator" : "process";
			world.record({
				type: "participation.contribution.published",
				subject,
				ownerId,
				facts: { ...facts, by: publishedBy },
			});
		}
	}
	return entered.map(({ id, code, number }) => ({ id, code, number }));
}
