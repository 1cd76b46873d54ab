import type { ActWorld } from "~/platform/act.server";
import { dayOf, daysFrom, today } from "~/platform/calendar.server";
import { workingDayAfter } from "~/platform/working-days";
import { storedDay } from "../../days.server";
import { mayPlan } from "../../policy.server";
import { landOfOwner } from "../../queries/land-of-owner.server";
import { forwardedDays, isOpen, mayMove, promisedDays } from "../concern";

/** What a concern goes on in, or what came of it: an object of any domain. */
type Thing = { kind: string; id: string };

/**
 * Says of concerns that they go on elsewhere: in a process, a group, a measure. What comes next is the result of that, and until
 * then they do not end. Called by the later domain inside its act, after it has linked them; other things than concerns, and
 * concerns that somebody else handles, stay as they are.
 */
export async function concernCarriedOn(world: ActWorld, from: Thing, into: Thing): Promise<void> {
	if (from.kind !== "concern") return;
	const { db, actor, now } = world;
	await db.$queryRaw`SELECT FROM concern WHERE id = ${from.id}::uuid FOR UPDATE`;
	const concern = await db.concern.findUnique({ where: { id: from.id }, select: { ownerId: true, state: true } });
	if (!concern || !mayPlan(actor, { organisationId: concern.ownerId })) return;
	const { ownerId, state } = concern;
	// Who has not said yet what it is about, says that first; what was closed stays closed, its asker may be forgotten.
	if (state === "CAPTURED" || state === "CLARIFIED" || state === "CLOSED") return;
	await db.concern.update({ where: { id: from.id }, data: awaitingResult({ state, now }) });
	world.record({ type: "guides.concern.carried-on", subject: from, ownerId, facts: { kind: into.kind, id: into.id } });
}

/** What is stored of a concern that waits for the result of what it was carried into. */
export function awaitingResult({ state, now }: { state: Parameters<typeof mayMove>[0]; now: Date }) {
	return {
		state: mayMove(state, "EXAMINED") ? ("EXAMINED" as const) : state,
		nextStep: "RESULT" as const,
		nextOn: daysFrom(today(now), promisedDays.result),
		nextNote: null,
	};
}

/** Whether it was carried into something, as the trace has it. */
export async function isCarriedOn({ db }: Pick<ActWorld, "db">, concernId: string): Promise<boolean> {
	const where = { fromKind: "concern", fromId: concernId, relation: { in: carried } };
	return (await db.traceLink.count({ where })) > 0;
}

/** How a concern goes on elsewhere. */
const carried = ["became", "taken-up-by", "decided-in", "voted-on-in", "put-to-council"];
/** Relations on which a result goes back to what it came from. */
const ways = [...carried.filter((way) => way !== "taken-up-by"), "answered-by", "merged-into", "resolved-by"];
/** Steps between a concern and the last thing that came of it. */
const far = 6;
const most = 200;

/**
 * Tells the open concerns behind something that there is a result everybody may read: the next step is to report back, within five
 * working days. Called by the later domain inside the act that makes the result public.
 */
export async function resultForConcerns(world: ActWorld, result: Thing): Promise<void> {
	const { db, now } = world;
	// SQL, because it walks the links backwards step by step; each step is found in an index.
	const rows = await db.$queryRaw<{ id: string }[]>`
		WITH RECURSIVE back AS (
			SELECT ${result.kind}::text AS kind, ${result.id}::uuid AS id, 0 AS steps
			UNION
			SELECT link.from_kind, link.from_id, back.steps + 1
			FROM back JOIN trace_link AS link ON link.to_kind = back.kind AND link.to_id = back.id
			WHERE link.relation = ANY(${ways}) AND back.steps < ${far}
		)
		SELECT DISTINCT id FROM back WHERE kind = 'concern' ORDER BY id LIMIT ${most}`;
	for (const { id } of rows) {
		await db.$queryRaw`SELECT FROM concern WHERE id = ${id}::uuid FOR UPDATE`;
		const concern = await db.concern.findUnique({ where: { id }, select: { ownerId: true, state: true } });
		if (!concern || !isOpen(concern.state) || concern.state === "CAPTURED" || concern.state === "CLARIFIED") continue;
		const { ownerId } = concern;
		const land = await landOfOwner(world, ownerId);
		const nextOn = storedDay(workingDayAfter(dayOf(now), forwardedDays.passOn, land).toString());
		await db.concern.update({ where: { id }, data: { nextStep: "REPLY", nextOn, nextNote: null } });
		world.record({
			type: "guides.concern.result-arrived",
			subject: { kind: "concern", id },
			ownerId,
			facts: { kind: result.kind, id: result.id },
		});
	}
}
