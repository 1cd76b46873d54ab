import { today } from "~/platform/calendar.server";
import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import { storedRichText } from "~/platform/rich-text/check.server";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { View } from "~/platform/world.server";
import { callsOf } from "../calls/queries/calls-of.server";
import { bodyKindOf } from "../charter/charter";
import { openVotesFor } from "../deciding/queries/ballot-page.server";
import { documentsOf } from "../drafting/queries/document-pages.server";
import { benchKind, memberFunction, seatsOn, standsInFor, substitutesOn } from "../group";
import { announced, stateOf as meetingState, stateSelection } from "../meetings/meeting";
import { memberMeetings } from "../meetings/queries/member-part.server";
import { atAGlance } from "../member/queries/at-a-glance.server";
import { mayReadGroup, mayRunGroup, seesInside } from "../policy.server";
import { relationsOf } from "../terms/queries/relations.server";
import { type FoundGroup, groupAt } from "./find-group.server";
import { dayText, lastDayText, memberName, personSelection } from "./names.server";

/** A group that this reader may read. @throws NotFound */
export async function readableGroup(view: View, at: { place: string; group: string }): Promise<FoundGroup> {
	const group = await groupAt(view, at);
	if (!mayReadGroup(view.actor, group)) throw new NotFound();
	return group;
}

/** The page of a group: mandate, who sits in it today, what it took up, meetings and recommendations. @throws NotFound */
export async function groupPage(view: View, at: { place: string; group: string }) {
	const group = await readableGroup(view, at);
	const inside = seesInside(view.actor, group);
	const [benches, taken, texts, mine, meetings, recommendations] = await Promise.all([
		composition(view, group, inside),
		takenUpBy(view, group.id),
		documentsOf(view, group),
		memberMeetings(view, group.id),
		view.db.meeting.findMany({
			where: { groupId: group.id, ...(inside ? {} : { isPublic: true, ...announced }) },
			select: { id: true, title: true, startsAt: true, place: true, isPublic: true, ...stateSelection },
			orderBy: [{ startsAt: "desc" }, { id: "desc" }],
			take: 100,
		}),
		view.db.recommendation.findMany({
			where: { groupId: group.id, publishedAt: { lte: view.now } },
			select: { code: true, title: true, result: true, publishedAt: true },
			orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
			take: 100,
		}),
	]);
	return {
		id: group.id,
		place: group.place,
		slug: group.slug,
		code: group.code,
		name: group.name,
		mandate: renderRichText(storedRichText(group.charter.purpose), { headingsFrom: 3 }),
		rules: group.charter.rules,
		bodyKind: bodyKindOf(group.charter.bodyKind),
		charterNumber: group.charter.number,
		state: group.state,
		isPublic: group.isPublic,
		from: dayText(group.validFrom),
		lastDay: group.validUntil && lastDayText(group.validUntil),
		reviewOn: dayText(group.reviewOn),
		may: { run: mayRunGroup(view.actor, group), mine: group.functions.length > 0 },
		calls: await callsOf(view, group),
		relations: await relationsOf(view, group),
		benches,
		mine,
		taken,
		texts,
		meetings: meetings.map(({ invitedAt, begunAt, heldAt, cancelledAt, ...meeting }) => ({
			...meeting,
			state: meetingState({ invitedAt, begunAt, heldAt, cancelledAt }),
		})),
		recommendations,
		openVotes: await openVotesFor(view, group.id),
		/** Null for who does not belong to the group. */
		glance: await atAGlance(view, group),
	};
}

/** Who sits in a group today, by bench; names as their bearers agreed. */
async function composition(view: View, group: FoundGroup, inside: boolean) {
	const day = today(view.now);
	const memberships = await view.db.groupMembership.findMany({
		where: { groupId: group.id },
		include: { person: { select: personSelection } },
		orderBy: [{ validFrom: "asc" }, { id: "asc" }],
		take: 1000,
	});
	const rank = { chair: 0, deputy: 1, member: 2, substitute: 3 };
	const substitutes = substitutesOn(memberships, day);
	const seats = seatsOn(memberships, day).toSorted(
		(one, other) => rank[memberFunction(one.function)] - rank[memberFunction(other.function)],
	);
	return group.benches
		.map(({ kind, minSeats, maxSeats }) => ({
			kind: benchKind(kind),
			minSeats,
			maxSeats,
			seats: seats
				.filter((seat) => seat.benchKind === kind)
				.map((seat) => ({
					id: seat.id,
					name: memberName(view, seat, inside),
					function: memberFunction(seat.function),
					onBehalfOf: seat.onBehalfOf,
					substitutes: substitutes
						.filter((substitute) => standsInFor(substitute, seat))
						.map((substitute) => memberName(view, substitute, inside)),
				})),
		}))
		.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

const order = ["administration", "politics", "advisory", "citizens"];

/** What a group took up, newest first, as far as this reader may see it. At most 100. */
export async function takenUpBy(view: View, groupId: string) {
	const rows = await view.db.takenUp.findMany({
		where: { groupId },
		orderBy: [{ takenUpAt: "desc" }, { id: "desc" }],
		take: 100,
	});
	const subjects = await resolveSubjects(
		view,
		rows.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId })),
	);
	return rows.flatMap(({ id, subjectKind, subjectId, takenUpAt }) => {
		const subject = subjects.get(`${subjectKind}:${subjectId}`);
		return subject
			? [
					{
						id,
						title: subject.title,
						href: subject.href,
						kindLabel: subject.kindLabel,
						state: subject.state,
						takenUpAt,
					},
				]
			: [];
	});
}
