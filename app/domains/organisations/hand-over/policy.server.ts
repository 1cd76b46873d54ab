import type { Actor } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { either, type Policy } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayAdminister } from "../policy.server";
import { coveredPosts } from "../queries/seats.server";

/** A hand-over as the policies ask about it; `takers` are posts as which this actor may take it. */
export type Of = { organisationId: string; fromPersonId: string | null; takes: boolean };

const leaves: Policy<Of> = (actor: Actor, { fromPersonId }) =>
	actor.kind === "person" && actor.personId === fromPersonId;

/** Accepts and refuses: whoever holds the post that takes over, also from a later day on, or stands in for it. */
export const mayTakeOver: Policy<Of> = (actor, { takes }) => actor.kind === "house" || takes;

/** Adds what only the one who leaves knows. */
export const mayPrepare: Policy<Of> = either<Of>(mayAdminister, leaves);

/** Says what becomes of the rest. */
export const maySettle: Policy<Of> = mayAdminister;

export const mayRead: Policy<Of> = either<Of>(mayTakeOver, mayPrepare);

/** The posts as which this actor takes things over: those they hold today or later, and those they stand in for. */
export async function takingPosts(view: View): Promise<string[]> {
	const { actor, db, now } = view;
	if (actor.kind !== "person") return [];
	const rows = await db.postHolding.findMany({
		where: { personId: actor.personId, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] },
		select: { postId: true },
		take: 100,
	});
	return [...new Set([...rows.map(({ postId }) => postId), ...(await coveredPosts(view))])];
}
