import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, parseDay, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { circlesOf, recordedFor } from "../policy.server";
import { keptParty } from "../queries/find-party.server";
import type { Visibility } from "../vocabulary";
import { checkTerms, type TermRefusal } from "./found-terms.server";

/** `reviewOn` is `YYYY-MM-DD`. */
export type KeyPersonInput = {
	partyId: string;
	tieId: string;
	topicId: string | null;
	areaId: string | null;
	why: string;
	purpose: string;
	source: string;
	visibility: Visibility;
	reviewOn: string;
};

/** By then at the latest somebody says again whether it holds. */
const reviewDays = 731;

type KeyPersonRefusal =
	| TermRefusal
	| "only-people"
	| "capacity-missing"
	| "review-wrong"
	| "too-wide"
	| "topic-or-area";

/**
 * Marks a person as key person in one of their functions, for a topic or an area, with a reason; never with a score.
 * @returns the mark's id; refuses a function that is not theirs or over, and a review later than in two years
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const markKeyPerson = command(
	"network.mark-key-person",
	async (world: ActWorld, input: KeyPersonInput): Promise<Outcome<{ id: string }, KeyPersonRefusal>> => {
		const party = await keptParty(world, input.partyId);
		if (party.kind !== "PERSON") return refused("only-people");
		const { topicId, areaId, why, purpose, source, visibility } = input;
		if (!topicId && !areaId) return refused("topic-or-area", { field: "topic" });
		const present = today(world.now);
		const tie = await world.db.networkTie.findFirst({
			where: {
				id: input.tieId,
				visibility: { in: circlesOf(world.actor, party.ownerId) },
				AND: [
					{ OR: [{ fromId: party.id }, { toId: party.id }] },
					{ OR: [{ validUntil: null }, { validUntil: { gt: present } }] },
				],
			},
		});
		if (!tie) return refused("capacity-missing", { field: "tie" });
		const terms = await checkTerms(world, party.ownerId, {
			topicIds: topicId ? [topicId] : [],
			areaIds: areaId ? [areaId] : [],
			keeperPostId: null,
		});
		if (!terms.done) return terms;
		if (visibility === "PUBLIC" && (party.visibility !== "PUBLIC" || tie.visibility !== "PUBLIC")) {
			return refused("too-wide", { field: "visibility" });
		}
		const reviewOn = parseDay(input.reviewOn);
		if (!reviewOn || reviewOn <= present || reviewOn > daysFrom(present, reviewDays)) {
			return refused("review-wrong", { field: "reviewOn" });
		}
		const id = newId(world.now);
		const { ownerId } = party;
		await world.db.networkKeyPerson.create({
			data: {
				...{
					id,
					ownerId,
					partyId: party.id,
					tieId: tie.id,
					topicId,
					areaId,
					why,
					purpose,
					source,
					visibility,
					reviewOn,
				},
				...{ authorId: personIdOf(world.actor), createdAt: world.now, confirmedOn: present },
				...{ validFrom: present, validUntil: tie.validUntil },
			},
		});
		world.record({
			type: "network.key-person.marked",
			subject: { kind: "network-party", id: party.id },
			...recordedFor(world.actor, ownerId),
			facts: { mark: id, tie: tie.id, review: input.reviewOn },
		});
		return done({ id });
	},
);

/**
 * Says what the review of a mark came to: it goes on until the given day of the next review, or it ends today.
 * @throws NotFound when it is over or not there; Forbidden or SignInNeeded
 */
export const reviewKeyPerson = command(
	"network.review-key-person",
	async (
		world: ActWorld,
		{ id, reviewOn }: { id: string; reviewOn: string | null },
	): Promise<Outcome<null, "review-wrong">> => {
		const present = today(world.now);
		const mark = await world.db.networkKeyPerson.findFirst({
			where: { id, OR: [{ validUntil: null }, { validUntil: { gt: present } }] },
		});
		if (!mark) throw new NotFound();
		const party = await keptParty(world, mark.partyId);
		if (!circlesOf(world.actor, party.ownerId).includes(mark.visibility)) throw new NotFound();
		const next = reviewOn === null ? null : parseDay(reviewOn);
		if (reviewOn !== null && (!next || next <= present || next > daysFrom(present, reviewDays))) {
			return refused("review-wrong", { field: "reviewOn" });
		}
		if (next) await world.db.networkKeyPerson.update({ where: { id }, data: { reviewOn: next, confirmedOn: present } });
		else if (mark.validFrom >= present) await world.db.networkKeyPerson.delete({ where: { id } });
		else await world.db.networkKeyPerson.update({ where: { id }, data: { validUntil: present } });
		world.record({
			type: next ? "network.key-person.reviewed" : "network.key-person.ended",
			subject: { kind: "network-party", id: party.id },
			...recordedFor(world.actor, party.ownerId),
			facts: { mark: id, review: reviewOn },
		});
		return done(null);
	},
);
