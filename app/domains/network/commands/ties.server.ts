import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay, today } from "~/platform/calendar.server";
import { kept } from "~/platform/database/kept.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { recordedFor } from "../policy.server";
import { keptParty } from "../queries/find-party.server";
import { typesOf } from "../queries/relation-types.server";
import { allows, storedEnds } from "../relation-type";
import type { Basis, Visibility } from "../vocabulary";
import { endMarks, keptTie, otherParty, recordTie, tiedOnce, untilAfter } from "./kept-tie.server";

/** Days are `YYYY-MM-DD`, the last one included. */
export type TieInput = {
	type: string;
	fromId: string;
	toId: string;
	role: string;
	term: string | null;
	electoralArea: string | null;
	votingRight: boolean | null;
	onBehalfOfId: string | null;
	substituteForId: string | null;
	firstDay: string;
	lastDay: string | null;
	purpose: string;
	basis: Basis;
	source: string;
	visibility: Visibility;
};

export type TieRefusal =
	| "type-missing"
	| "type-not-between"
	| "other-missing"
	| "day-missing"
	| "period-empty"
	| "already-tied"
	| "too-wide";

/**
 * Ties two parties of the same owner for a period. It is never shown to more people than its ends.
 * @returns its id; refuses a type that does not fit the ends, an empty period, and what is there at the same time already
 * ("already-tied", also of two at once)
 * @throws NotFound for the first end; Forbidden or SignInNeeded
 */
export const relate = command(
	"network.relate",
	async (world: ActWorld, input: TieInput & { oparlId?: string }): Promise<Outcome<{ id: string }, TieRefusal>> => {
		const from = await keptParty(world, input.fromId);
		const { ownerId } = from;
		const to = await otherParty(world, ownerId, input.toId);
		if (!to || to.id === from.id) return refused("other-missing", { field: "other" });
		const type = (await typesOf(world, ownerId)).find(({ key }) => key === input.type);
		if (!type) return refused("type-missing", { field: "type" });
		if (!allows(type, { from: from.kind, to: to.kind })) return refused("type-not-between", { field: "type" });
		for (const id of [input.onBehalfOfId, input.substituteForId]) {
			if (id && !(await otherParty(world, ownerId, id))) return refused("other-missing", { field: "onBehalfOf" });
		}
		const validFrom = parseDay(input.firstDay);
		if (!validFrom) return refused("day-missing", { field: "firstDay" });
		const validUntil = untilAfter(validFrom, input.lastDay);
		if (validUntil === undefined) return refused("period-empty", { field: "lastDay" });
		const hidden = [from, to].some(({ visibility }) => visibility !== "PUBLIC");
		if (input.visibility === "PUBLIC" && hidden) return refused("too-wide", { field: "visibility" });
		const { role, term, electoralArea, votingRight, onBehalfOfId, substituteForId, purpose, basis, source } = input;
		const id = newId(world.now);
		const ends = storedEnds(type, input);
		const personId = personIdOf(world.actor);
		const written = await kept(
			world.db.networkTie.create({
				data: {
					...{ id, ownerId, ...ends, type: type.key, role, term, electoralArea, votingRight, onBehalfOfId },
					...{ substituteForId, validFrom, validUntil, purpose, basis, source, visibility: input.visibility },
					...{ authorId: personId, createdAt: world.now, confirmedOn: today(world.now), confirmedById: personId },
					oparlId: input.oparlId ?? null,
				},
			}),
			tiedOnce,
		);
		if (!written.done) return written;
		world.record({
			type: "network.tie.began",
			subject: { kind: "network-party", id: from.id },
			...recordedFor(world.actor, ownerId),
			facts: { tie: id, to: to.id, type: type.key, from: input.firstDay },
		});
		return done({ id });
	},
);

/**
 * Ends this tie and no other one. Ended before, it may only become shorter: who comes back later gets a period of their own.
 * @param lastDay `YYYY-MM-DD`
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const endTie = command(
	"network.end-tie",
	async (
		world: ActWorld,
		{ id, lastDay }: { id: string; lastDay: string },
	): Promise<Outcome<null, "period-empty" | "ended-earlier">> => {
		const tie = await keptTie(world, id);
		const validUntil = untilAfter(tie.validFrom, lastDay);
		if (!validUntil) return refused("period-empty", { field: "lastDay" });
		if (tie.validUntil && validUntil > tie.validUntil) return refused("ended-earlier", { field: "lastDay" });
		await world.db.networkTie.update({
			where: { id },
			data: { validUntil, endedAt: world.now, revision: { increment: 1 } },
		});
		await endMarks(world, id, validUntil);
		recordTie(world, tie, "ended", { lastDay });
		return done(null);
	},
);

/**
 * The same tie again, as a new period: the old one stays as it was.
 * @returns the new tie's id; refuses a first day inside a period that is there ("already-tied")
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const reopenTie = command(
	"network.reopen-tie",
	async (
		world: ActWorld,
		{ id, firstDay, source }: { id: string; firstDay: string; source: string },
	): Promise<Outcome<{ id: string }, "not-ended" | "day-missing" | "already-tied">> => {
		const tie = await keptTie(world, id);
		if (!tie.validUntil) return refused("not-ended");
		const validFrom = parseDay(firstDay);
		if (!validFrom) return refused("day-missing", { field: "firstDay" });
		if (validFrom < tie.validUntil) return refused("already-tied", { field: "firstDay" });
		const personId = personIdOf(world.actor);
		const again = newId(world.now);
		const written = await kept(
			world.db.networkTie.create({
				data: {
					...{
						...tie,
						id: again,
						revision: 1,
						validFrom,
						validUntil: null,
						endedAt: null,
						oparlId: null,
						source,
						term: null,
					},
					...{ authorId: personId, createdAt: world.now, confirmedOn: today(world.now), confirmedById: personId },
				},
			}),
			tiedOnce,
		);
		if (!written.done) return written;
		recordTie(world, tie, "reopened", { as: again, from: firstDay });
		return done({ id: again });
	},
);

/** Takes back a tie that was entered by mistake; it never was. Marks that rest on it go too. @throws NotFound; Forbidden */
export const withdrawTie = command("network.withdraw-tie", async (world: ActWorld, { id }: { id: string }) => {
	const tie = await keptTie(world, id);
	await world.db.networkKeyPerson.deleteMany({ where: { tieId: id } });
	await world.db.networkTie.delete({ where: { id } });
	recordTie(world, tie, "withdrawn");
	return done(null);
});
