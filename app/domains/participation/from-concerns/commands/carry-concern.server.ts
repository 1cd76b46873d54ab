import { concernCarriedOn, concernToCarry } from "~/domains/guides/index.server";
import { linkAll } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId } from "~/platform/tokens.server";
import { type EnteredOnBehalf, enterOnBehalf } from "../../contributions/commands/enter-on-behalf.server";
import { processByCode } from "../../processes/index.server";
import { type Carried, type CarryRefusal, carryProblems, channelOf } from "../carrying";
import { takesConcerns } from "../policy.server";

type Carrying = Carried & {
	/** Whose concern it is. */
	ownerId: string;
	code: string;
	/** Short code of the process. */
	process: string;
	place: string | null;
};

/**
 * Gives a concern into a process as a contribution in the asker's stead. The open concerns of its bundle go along. From then on
 * they wait for the answer that the contribution gets, and are reported back to.
 * @returns the contribution; refused with "process-closed", "carried-before" and the codes of `CarryRefusal`
 * @throws NotFound when concern or process is not there for the actor; Forbidden or SignInNeeded
 */
export const carryConcern = command(
	"participation.carry-concern",
	async (
		world: ActWorld,
		{ ownerId, code, process: processCode, place, ...input }: Carrying,
	): Promise<Outcome<EnteredOnBehalf, CarryRefusal | "process-closed" | "carried-before">> => {
		const { db } = world;
		const process = await processByCode(world, processCode);
		if (!takesConcerns(world.actor, process, world.now)) return refused("process-closed");
		// One after the other per process and owner: a form sent twice, and two of one bundle, make one contribution.
		await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`carry-concern:${process.id}:${ownerId}`}, 0))`;
		const concern = await concernToCarry(world, { ownerId, code });
		const problems = carryProblems(concern, input, process.categories);
		if (problems.length > 0) return { done: false, refusals: problems };
		const free = await notYetIn(world, process.id, [concern, ...concern.together]);
		if (!free.includes(concern.id)) return refused("carried-before");
		const id = newId(world.now);
		const entered = await enterOnBehalf(world, process, {
			id,
			title: input.title.trim(),
			text: richTextFromMarkdown(input.text.trim()),
			category: input.category,
			place,
			channel: channelOf[concern.origin],
			authorName: input.nameIsPublic ? concern.askerName : null,
		});
		const to = { kind: "contribution", id };
		await linkAll(
			world,
			free.map((one) => ({ from: { kind: "concern", id: one }, relation: "became", to })),
		);
		for (const one of free) await concernCarriedOn(world, { kind: "concern", id: one }, to);
		world.record({
			type: "participation.concern.carried",
			subject: to,
			ownerId: process.organisationId,
			facts: { process: process.id, concerns: free, consent: concern.mayBePublic ? "given" : "asked" },
		});
		return done(entered);
	},
);

/** Those of the concerns that are in no contribution of the process yet. */
async function notYetIn({ db }: ActWorld, processId: string, concerns: readonly { id: string }[]): Promise<string[]> {
	const ids = [...new Set(concerns.map(({ id }) => id))];
	const links = await db.traceLink.findMany({
		where: { fromKind: "concern", fromId: { in: ids }, relation: "became", toKind: "contribution" },
		select: { fromId: true, toId: true },
		orderBy: { id: "asc" },
	});
	const here = await db.contribution.findMany({
		where: { id: { in: links.map(({ toId }) => toId) }, processId },
		select: { id: true },
	});
	const there = new Set(here.map(({ id }) => id));
	const taken = new Set(links.filter(({ toId }) => there.has(toId)).map(({ fromId }) => fromId));
	return ids.filter((id) => !taken.has(id));
}
