import { daysFrom, localText, today } from "~/platform/calendar.server";
import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { placeOf } from "../../organisations/index.server";
import { findByCode } from "../../trace/index.server";
import { charterOn } from "../charter/charter";
import { stateOf } from "../deciding/recommendation";
import { benchKind, compositionProblems, memberFunction, seatsOn, standsInFor, substitutesOn } from "../group";
import { mayMoveItems } from "../meetings/agenda/order";
import { formatOf, stateOf as meetingState, stateSelection } from "../meetings/meeting";
import { openPolls } from "../meetings/poll/queries/poll-list.server";
import { mayManageGroups, mayRunGroup } from "../policy.server";
import { knownPeople } from "../seats/queries/known-people.server";
import { type FoundGroup, groupAt } from "./find-group.server";
import { takenUpBy } from "./group-page.server";
import { dayText, lastDayText, memberName, personSelection } from "./names.server";
import { responsiblePosts } from "./responsible-posts.server";

/** The groups of a place for those who manage them, also the not public and ended ones. @throws NotFound, Forbidden */
export async function managedGroups(view: View, { place }: { place: string }) {
	const at = await placeOf(view, place);
	demand(mayManageGroups, view.actor, at);
	const rows = await view.db.workingGroup.findMany({
		where: { organisationId: at.organisationId },
		select: {
			slug: true,
			name: true,
			isPublic: true,
			reviewOn: true,
			validUntil: true,
			_count: { select: { meetings: true, recommendations: { where: { cancelledAt: null } } } },
		},
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: 200,
	});
	return {
		place: { slug: at.slug, name: at.name },
		organisationId: at.organisationId,
		day: dayText(today(view.now)),
		reviewDay: dayText(daysFrom(today(view.now), 365)),
		groups: rows.map(({ reviewOn, validUntil, _count, ...row }) => ({
			...row,
			reviewOn: dayText(reviewOn),
			ended: validUntil !== null && validUntil <= today(view.now),
			meetings: _count.meetings,
			recommendations: _count.recommendations,
		})),
	};
}

/** A group for those who run it. @throws NotFound, Forbidden, SignInNeeded */
export async function runGroup(view: View, at: { place: string; group: string }): Promise<FoundGroup> {
	const group = await groupAt(view, at);
	demand(mayRunGroup, view.actor, group);
	return group;
}

/** Everything about a group for those who run it. @throws NotFound, Forbidden, SignInNeeded */
export async function managedGroup(view: View, at: { place: string; group: string }) {
	const group = await runGroup(view, at);
	const day = today(view.now);
	const [memberships, polls, taken, meetings, recommendations] = await Promise.all([
		view.db.groupMembership.findMany({
			where: { groupId: group.id, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
			include: { person: { select: { ...personSelection, account: { select: { id: true } } } } },
			orderBy: [{ benchKind: "asc" }, { validFrom: "asc" }, { id: "asc" }],
			take: 500,
		}),
		openPolls(view, group.id),
		takenUpBy(view, group.id),
		view.db.meeting.findMany({
			where: { groupId: group.id },
			select: { id: true, title: true, startsAt: true, ...stateSelection },
			orderBy: [{ startsAt: "desc" }, { id: "desc" }],
			take: 100,
		}),
		view.db.recommendation.findMany({
			where: { groupId: group.id },
			select: {
				code: true,
				title: true,
				result: true,
				votesRecordedAt: true,
				certifiedAt: true,
				publishedAt: true,
				cancelledAt: true,
			},
			orderBy: [{ openedAt: "desc" }, { id: "desc" }],
			take: 100,
		}),
	]);
	const names = new Map(memberships.map((one) => [one.id, memberName(view, one, true) ?? ""]));
	return {
		id: group.id,
		organisationId: group.organisationId,
		place: group.place,
		slug: group.slug,
		name: group.name,
		isPublic: group.isPublic,
		state: group.state,
		may: { fill: mayManageGroups(view.actor, group) },
		day: dayText(day),
		benches: group.benches.map(({ kind, maxSeats }) => ({ kind: benchKind(kind), maxSeats })),
		gaps: compositionProblems(group.benches, memberships, day).map(({ bench, ...gap }) => ({
			...gap,
			bench: benchKind(bench),
		})),
		memberships: memberships.map((one) => ({
			id: one.id,
			name: names.get(one.id) ?? "",
			bench: benchKind(one.benchKind),
			function: memberFunction(one.function),
			substituteFor: one.substituteForId
				? (names.get(one.substituteForId) ?? null)
				: one.function === "substitute"
					? one.onBehalfOf
					: null,
			onBehalfOf: one.onBehalfOf,
			hasAccount: one.person.account !== null,
			from: dayText(one.validFrom),
			until: one.validUntil && lastDayText(one.validUntil),
		})),
		polls,
		taken,
		meetings: meetings.map(({ invitedAt, begunAt, heldAt, cancelledAt, ...meeting }) => ({
			...meeting,
			state: meetingState({ invitedAt, begunAt, heldAt, cancelledAt }),
		})),
		recommendations: recommendations.map((row) => ({
			code: row.code,
			title: row.title,
			result: row.result,
			state: stateOf(row),
		})),
	};
}

/** What the form of a new seat offers. @throws NotFound, Forbidden, SignInNeeded */
export async function seatChoices(view: View, at: { place: string; group: string }) {
	const group = await managedGroup(view, at);
	demand(mayManageGroups, view.actor, group);
	return { group, people: await knownPeople(view, group) };
}

/** One membership of a group, to be ended. @throws NotFound, Forbidden, SignInNeeded */
export async function managedSeat(view: View, at: { place: string; group: string; seat: string }) {
	const { group } = await seatChoices(view, at);
	const seat = group.memberships.find(({ id }) => id === at.seat);
	if (!seat) throw new NotFound();
	return { group, seat };
}

/** What bears this code and this reader may see, for a group that wants to take it up; null when there is none. */
export async function matterByCode(view: View, code: string): Promise<{ kind: string; id: string } | null> {
	const [found] = await findByCode(view, code);
	return found ? { kind: found.kind, id: found.id } : null;
}

const motionSelection = {
	id: true,
	title: true,
	membership: { select: { nameIsPublic: true, person: { select: personSelection } } },
} as const;
const motionOrder = [{ submittedAt: "asc" as const }, { id: "asc" as const }];

/** A meeting with all that is done about it, for those who run its group. @throws NotFound, Forbidden, SignInNeeded */
export async function managedMeeting(view: View, at: { place: string; group: string; meeting: string }) {
	const group = await runGroup(view, at);
	const meeting = await view.db.meeting.findFirst({
		where: { id: at.meeting, groupId: group.id },
		include: {
			agenda: {
				include: {
					takenUp: true,
					biases: { select: { membershipId: true } },
					recommendations: { where: { cancelledAt: null }, select: { code: true } },
				},
				orderBy: { position: "asc" },
			},
			attendances: { orderBy: [{ arrivedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }] },
			invitations: { select: { reply: true } },
			motions: { where: { agendaItemId: null, declinedAt: null }, select: motionSelection, orderBy: motionOrder },
		},
	});
	if (!meeting) throw new NotFound();
	const charter = charterOn(group.charters, meeting.day);
	const memberships = await view.db.groupMembership.findMany({
		where: { groupId: group.id },
		include: { person: { select: personSelection } },
		orderBy: [{ benchKind: "asc" }, { validFrom: "asc" }, { id: "asc" }],
		take: 1000,
	});
	const substitutes = substitutesOn(memberships, meeting.day);
	const subjects = await resolveSubjects(
		view,
		meeting.agenda.flatMap(({ takenUp }) => (takenUp ? [{ kind: takenUp.subjectKind, id: takenUp.subjectId }] : [])),
	);
	const frozen = meeting.agenda.some(({ recommendations }) => recommendations.length > 0);
	return {
		id: meeting.id,
		place: group.place,
		group: { id: group.id, slug: group.slug, name: group.name },
		title: meeting.title,
		startsAt: meeting.startsAt,
		day: meeting.day,
		startsAtText: localText(meeting.startsAt),
		where: meeting.place,
		isPublic: meeting.isPublic,
		state: meetingState(meeting),
		format: formatOf(meeting.format),
		endsAt: meeting.endsAt,
		cancelReason: meeting.cancelReason,
		/** As the form of the meeting shows them. */
		values: {
			title: meeting.title,
			format: meeting.format,
			startsAt: localText(meeting.startsAt),
			endsAt: meeting.endsAt ? localText(meeting.endsAt) : "",
			place: meeting.place,
			onlineUrl: meeting.onlineUrl ?? "",
			dotsEach: meeting.dotsEach > 0 ? String(meeting.dotsEach) : "",
			isPublic: meeting.isPublic,
		},
		/** By the rules of procedure. A circular procedure has no such day. */
		inviteUntil: dayText(daysFrom(meeting.day, -charter.invitationDays)),
		inviteLate: daysFrom(meeting.day, -charter.invitationDays) < today(view.now),
		invited: meeting.invitations.length,
		replied: meeting.invitations.filter(({ reply }) => reply !== null).length,
		/** Seats came and went: that is written down one by one, not in one list. */
		live: seatsTwice(meeting.attendances),
		begun: meeting.startsAt <= view.now,
		frozen,
		/** What members asked for and nobody has decided on yet. */
		motions: meeting.motions.map(({ id, title, membership }) => ({
			id,
			title,
			name: memberName(view, membership, true) ?? "",
		})),
		/** The order of the agenda can still be changed. */
		mayMove: mayMoveItems(meeting),
		taken: await takenUpBy(view, group.id),
		agenda: meeting.agenda.map(({ id, position, title, isPublic, takenUp, recommendations, ...item }) => ({
			id,
			position,
			title,
			isPublic,
			minutes: item.plannedMinutes,
			outcome: item.outcome,
			carried: item.carriedFromId !== null,
			proposal: item.proposal,
			biased: item.biases.map(({ membershipId }) => membershipId),
			subject: (takenUp && subjects.get(`${takenUp.subjectKind}:${takenUp.subjectId}`)?.title) ?? null,
			recommendation: recommendations[0]?.code ?? null,
		})),
		seats: seatsOn(memberships, meeting.day).map((seat) => {
			const presence = meeting.attendances.find(({ membershipId }) => membershipId === seat.id);
			return {
				id: seat.id,
				name: memberName(view, seat, true) ?? "",
				bench: benchKind(seat.benchKind),
				substitutes: substitutes
					.filter((substitute) => standsInFor(substitute, seat))
					.map((one) => ({ id: one.id, name: memberName(view, one, true) ?? "" })),
				attendance: presence ? (presence.substituteId ?? "present") : "absent",
				from: presence?.arrivedAt ? localText(presence.arrivedAt).slice(11) : "",
				until: presence?.leftAt ? localText(presence.leftAt).slice(11) : "",
			};
		}),
	};
}

function seatsTwice(spans: readonly { membershipId: string }[]): boolean {
	return new Set(spans.map(({ membershipId }) => membershipId)).size < spans.length;
}

/** What the form of a new vote offers. @throws NotFound, Forbidden, SignInNeeded */
export async function decisionChoices(view: View, at: { place: string; group: string; meeting: string; item: string }) {
	const meeting = await managedMeeting(view, at);
	const item = meeting.agenda.find(({ id }) => id === at.item);
	if (!item) throw new NotFound();
	const group = await groupAt(view, at);
	const posts = await responsiblePosts(view, group.organisationId);
	return {
		meeting,
		item,
		posts: posts.map(({ id, label, organisation }) => ({ value: id, label, group: organisation })),
		reviewDay: dayText(daysFrom(today(view.now), 180)),
		/** Of the charter of the meeting's day; the first holds unless another is named. */
		rules: charterOn(group.charters, meeting.day).rules,
	};
}
