import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { plainText } from "~/platform/rich-text/render.server";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";
import { storedRule } from "../../../counting/index";
import { compositionProblems, seatsOn } from "../../group";
import { lockedMeeting } from "../../meetings/commands/meetings.server";
import { biasedIn, presencesFor } from "../../meetings/queries/presence.server";
import { electorateByBench, votingList } from "../electorate";

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
};

type Refused =
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

/** What was voted on, as anybody can compute it again: SHA-256 over canonical JSON (RFC 8785). */
export function wordingHash(text: { title: string; wording: unknown }): string {
	const canonical = canonicalize(text);
	if (canonical === undefined) throw new Error("a wording has no canonical form");
	return createHash("sha256").update(canonical).digest("hex");
}

/**
 * Opens a vote: freezes text, rule and voting list of the meeting's day. Another text is another vote.
 * @returns id and code of the recommendation
 * @throws NotFound for a meeting or agenda item that is not there; Forbidden or SignInNeeded
 */
export const openDecision = command(
	"groups.open-decision",
	async (world: ActWorld, input: Opening): Promise<Outcome<{ id: string; code: string }, Refused>> => {
		const { meetingId, agendaItemId, title, wording, votedAt, biased, responsiblePostId, reviewOn } = input;
		const { meeting, group } = await lockedMeeting(world, meetingId);
		const item = await world.db.agendaItem.findFirst({ where: { id: agendaItemId, meetingId } });
		if (!item) throw new NotFound();
		if (!meeting.begunAt) return refused("not-held");
		if (isEmptyRichText(wording)) return refused("wording-missing", { field: "wording" });
		if (votedAt < meeting.startsAt || votedAt > world.now) return refused("voted-at-outside", { field: "votedAt" });
		if (reviewOn <= today(world.now)) return refused("review-in-the-past", { field: "reviewOn" });
		const others = await world.db.recommendation.count({ where: { agendaItemId, cancelledAt: null } });
		if (others > 0) return refused("already-voted", { field: "agendaItemId" });
		if (!(await mayBeResponsible(world, responsiblePostId, group.organisationId))) {
			return refused("post-missing", { field: "responsiblePostId" });
		}

		const memberships = await world.db.groupMembership.findMany({
			where: { groupId: group.id },
			orderBy: [{ validFrom: "asc" }, { id: "asc" }],
		});
		const [gap] = compositionProblems(group.benches, memberships, meeting.day);
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
		const benches = electorateByBench(group.benches, list);
		if (benches.every(({ present }) => present === 0)) return refused("nobody-present", { field: "votedAt" });

		const id = newId(world.now);
		const code = newCode();
		const hash = wordingHash({ title, wording });
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
				// read once, so that no charter that cannot be counted by is ever frozen
				rule: storedRule(group.rule),
				seats: seats.length,
				responsiblePostId,
				reviewOn,
				votedAt,
				openedAt: world.now,
				openedById: personIdOf(world.actor),
				electorate: { create: list },
				tallies: { create: benches.map(({ bench, ...figures }) => ({ benchKind: bench, ...figures })) },
			},
		});
		world.record({
			type: "groups.recommendation.opened",
			subject: { kind: "recommendation", id },
			ownerId: group.organisationId,
			facts: { code, hash, seats: seats.length, present: list.filter(({ present }) => present).length },
		});
		return done({ id, code });
	},
);

/** A living post of the owner, or of an organisation that acts for it. */
async function mayBeResponsible(world: ActWorld, postId: string, organisationId: string): Promise<boolean> {
	const day = inForce(today(world.now));
	const found = await world.db.post.count({
		where: {
			id: postId,
			...day,
			organisation: {
				OR: [{ id: organisationId }, { actsFor: { some: { principalId: organisationId, ...day } } }],
			},
		},
	});
	return found > 0;
}
