import { createHash, randomInt } from "node:crypto";
import canonicalize from "canonicalize";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { plainText } from "~/platform/rich-text/render.server";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";
import { asksBenches } from "../../../counting/index";
import { charterOn } from "../../charter/charter";
import { constitutedBy } from "../../charter/commands/lifecycle.server";
import { compositionProblems, seatsOn } from "../../group";
import { lockedMeeting } from "../../meetings/commands/meetings.server";
import { biasedIn, presencesFor } from "../../meetings/queries/presence.server";
import { canAnswerFor } from "../../queries/responsible-posts.server";
import { type BallotMode, type BallotOption, frozenRule, type MethodChoice, optionsFor } from "../ballot";
import { type Entry, electorateByBench, votingList } from "../electorate";
import { type BallotProblem, ballotProblem } from "../opening";

type Opening = {
	meetingId: string;
	agendaItemId: string;
	title: string;
	wording: RichText;
	/** The moment for which it is asked who was there. */
	votedAt: Date;
	/** Memberships whose holders are biased in this matter. */
	biased: string[];
	responsiblePostId: string;
	reviewOn: Date;
	/** Which rule of the charter holds, 0 for the first; what it asks for is frozen. */
	rule?: number;
	/** How it is voted on; without it hands are counted under the charter's rule. */
	ballot?: BallotWanted;
};

export type BallotWanted = {
	mode: BallotMode;
	method: MethodChoice;
	/** What is chosen from, for methods that judge options; the one that changes nothing is added by the method. */
	options: string[];
	/** Ties between options are parted by a lot that is drawn now. */
	lot: boolean;
	closesAt: Date | null;
	remindAt: Date | null;
	/** The cancelled vote that this one takes the place of. */
	replacesId: string | null;
};

const byHands: BallotWanted = {
	mode: "hands",
	method: { method: "majority", reasonForNo: false },
	options: [],
	lot: false,
	closesAt: null,
	remindAt: null,
	replacesId: null,
};

type Refused =
	| BallotProblem
	| "not-the-cancelled"
	| "rule-missing"
	| "not-held"
	| "wording-missing"
	| "voted-at-outside"
	| "already-voted"
	| "bench-too-small"
	| "bench-too-large"
	| "not-a-seat"
	| "nobody-present"
	| "post-missing"
	| "review-in-the-past";

/**
 * What was voted on, as anybody can compute it again: SHA-256 over canonical JSON (RFC 8785) of title, wording and, where there
 * is a choice, the options.
 */
export function wordingHash(text: { title: string; wording: unknown; options?: readonly BallotOption[] }): string {
	const { title, wording, options = [] } = text;
	const canonical = canonicalize(options.length > 0 ? { title, wording, options } : { title, wording });
	if (canonical === undefined) throw new Error("a wording has no canonical form");
	return createHash("sha256").update(canonical).digest("hex");
}

/**
 * Opens a vote: freezes text, options, rule and voting list of the meeting's day. Another text is another vote.
 * Hands are counted among those who were there; by name and in secret all vote who are entitled, until it is closed.
 * @returns id and code of the recommendation
 * @throws NotFound for a meeting or agenda item that is not there; Forbidden or SignInNeeded
 */
export const openDecision = command(
	"groups.open-decision",
	async (world: ActWorld, input: Opening): Promise<Outcome<{ id: string; code: string }, Refused>> => {
		const { meetingId, agendaItemId, title, wording, biased, responsiblePostId, reviewOn } = input;
		const { ballot = byHands } = input;
		const { meeting, group } = await lockedMeeting(world, meetingId);
		const item = await world.db.agendaItem.findFirst({ where: { id: agendaItemId, meetingId } });
		if (!item) throw new NotFound();
		const isByHands = ballot.mode === "hands";
		const votedAt = isByHands ? input.votedAt : world.now;
		if (isByHands && !meeting.begunAt) return refused("not-held");
		if (isEmptyRichText(wording)) return refused("wording-missing", { field: "wording" });
		if (votedAt < meeting.startsAt || votedAt > world.now) return refused("voted-at-outside", { field: "votedAt" });
		if (reviewOn <= today(world.now)) return refused("review-in-the-past", { field: "reviewOn" });
		const others = await world.db.recommendation.count({ where: { agendaItemId, cancelledAt: null } });
		if (others > 0) return refused("already-voted", { field: "agendaItemId" });
		if (!(await canAnswerFor(world, responsiblePostId, group.organisationId))) {
			return refused("post-missing", { field: "responsiblePostId" });
		}

		const memberships = await world.db.groupMembership.findMany({
			where: { groupId: group.id },
			orderBy: [{ validFrom: "asc" }, { id: "asc" }],
		});
		const charter = charterOn(group.charters, meeting.day);
		const asked = charter.rules[input.rule ?? 0];
		if (!asked) return refused("rule-missing");
		const [gap] = compositionProblems(charter.benches, memberships, meeting.day);
		if (gap) {
			const { bench, seats, limit } = gap;
			return refused(gap.problem === "too-few" ? "bench-too-small" : "bench-too-large", {
				values: { bench, seats, limit },
			});
		}
		const seats = seatsOn(memberships, meeting.day);
		if (biased.some((id) => !seats.some((seat) => seat.id === id))) return refused("not-a-seat", { field: "biased" });
		const presences = await presencesFor(world, meeting, agendaItemId);
		const declared = await biasedIn(world, agendaItemId);
		const list = votingList(memberships, presences, {
			day: meeting.day,
			at: votedAt,
			biased: [...biased, ...declared],
		});
		const benches = electorateByBench(charter.benches, list);
		if (isByHands && benches.every(({ present }) => present === 0)) {
			return refused("nobody-present", { field: "votedAt" });
		}
		const options = optionsFor(ballot.method, ballot.options);
		// where the rule asks no bench for its votes, nobody has to know of which bench a secret one is
		const eachBench = ballot.method.method === "majority" && asksBenches(asked.rule);
		const problem = ballotProblem(ballot, { benches, now: world.now, eachBench });
		if (problem) return { done: false, refusals: [problem] };
		if (ballot.replacesId && !(await isCancelledHere(world, ballot.replacesId, agendaItemId))) {
			return refused("not-the-cancelled");
		}

		await constitutedBy(world, group, meeting.day);
		const id = newId(world.now);
		const code = newCode();
		const hash = wordingHash({ title, wording, options });
		const lot = ballot.lot ? drawn(options.map(({ number }) => number)) : null;
		await world.db.recommendation.create({
			data: {
				id,
				groupId: group.id,
				organisationId: group.organisationId,
				meetingId,
				agendaItemId,
				code,
				title,
				wording,
				wordingText: plainText(wording),
				wordingHash: hash,
				rule: frozenRule(asked.rule, ballot.method, options, lot),
				seats: seats.length,
				responsiblePostId,
				reviewOn,
				votedAt,
				openedAt: world.now,
				openedById: personIdOf(world.actor),
				electorate: { create: list },
				// who took part by name or in secret is known when it is closed
				tallies: {
					create: isByHands ? benches.map(({ bench, ...figures }) => ({ benchKind: bench, ...figures })) : [],
				},
				ballot: {
					create: {
						mode: ballot.mode,
						options,
						withBench: eachBench,
						ruleName: asked.name,
						closesAt: ballot.closesAt,
						remindAt: ballot.remindAt,
						replacesId: ballot.replacesId,
					},
				},
			},
		});
		if (ballot.mode === "secret") await listSecretVoters(world, id, list);
		world.record({
			type: "groups.recommendation.opened",
			subject: { kind: "recommendation", id },
			ownerId: group.organisationId,
			facts: {
				code,
				hash,
				mode: ballot.mode,
				method: ballot.method.method,
				rule: input.rule ?? 0,
				seats: seats.length,
				present: list.filter(({ present }) => present).length,
			},
		});
		return done({ id, code });
	},
);

/** Everybody who is entitled, written down before anybody votes. */
async function listSecretVoters(world: ActWorld, recommendationId: string, list: readonly Entry[]): Promise<void> {
	const entitled = list.filter(({ biased }) => !biased);
	await world.db.groupSecretVoter.createMany({
		data: entitled.map(({ membershipId }) => ({ recommendationId, membershipId })),
	});
}

/** Fisher and Yates, with the chance of the operating system. */
function drawn(numbers: readonly string[]): string[] {
	const order: string[] = [];
	for (const [index, number] of numbers.entries()) order.splice(randomInt(index + 1), 0, number);
	return order;
}

async function isCancelledHere(world: ActWorld, id: string, agendaItemId: string): Promise<boolean> {
	return (await world.db.recommendation.count({ where: { id, agendaItemId, cancelledAt: { not: null } } })) > 0;
}
