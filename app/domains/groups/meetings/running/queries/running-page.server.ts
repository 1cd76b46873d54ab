import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { benchKind, seatsOn, standsInFor, substitutesOn } from "../../../group";
import { guestsIn } from "../../../guests/guests-in";
import { seesInside } from "../../../policy.server";
import { readableGroup } from "../../../queries/group-page.server";
import { runGroup } from "../../../queries/managed-groups.server";
import { memberName, personSelection } from "../../../queries/names.server";
import { replyOf } from "../../invitation/reply";
import { announced, stateOf } from "../../meeting";
import { currentItem, standingAt } from "../../queries/standing.server";

type At = { place: string; group: string; meeting: string };

/** A meeting for who takes the minutes: seats with their spans, guests, items with who is biased. @throws NotFound, Forbidden, SignInNeeded */
export async function runningPage(view: View, at: At) {
	const group = await runGroup(view, at);
	const meeting = await view.db.meeting.findFirst({
		where: { id: at.meeting, groupId: group.id },
		include: {
			agenda: {
				include: { biases: true, recommendations: { where: { cancelledAt: null }, select: { code: true } } },
				orderBy: { position: "asc" },
			},
			attendances: { orderBy: [{ arrivedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }] },
			invitations: {
				include: { guest: { include: { items: { select: { agendaItemId: true } } } } },
				orderBy: [{ guest: { name: "asc" } }, { id: "asc" }],
			},
		},
	});
	if (!meeting || meeting.format === "circular") throw new NotFound();
	const memberships = await view.db.groupMembership.findMany({
		where: { groupId: group.id },
		include: { person: { select: personSelection } },
		orderBy: [{ benchKind: "asc" }, { validFrom: "asc" }, { id: "asc" }],
		take: 1000,
	});
	const names = new Map(memberships.map((one) => [one.id, memberName(view, one, true) ?? ""]));
	const substitutes = substitutesOn(memberships, meeting.day);
	const called = currentItem(meeting.agenda);
	const seats = seatsOn(memberships, meeting.day).map((seat) => {
		const spans = meeting.attendances.filter(({ membershipId }) => membershipId === seat.id);
		const open = spans.find(({ leftAt }) => leftAt === null);
		return {
			id: seat.id,
			name: names.get(seat.id) ?? "",
			bench: benchKind(seat.benchKind),
			reply: replyOf(meeting.invitations.find(({ membershipId }) => membershipId === seat.id)?.reply ?? null),
			substitutes: substitutes
				.filter((one) => standsInFor(one, seat))
				.map(({ id }) => ({ id, name: names.get(id) ?? "" })),
			there: open ? { by: open.substituteId && (names.get(open.substituteId) ?? ""), id: open.substituteId } : null,
			spans: spans.map(({ id, substituteId, arrivedAt, leftAt }) => ({
				id,
				by: substituteId && (names.get(substituteId) ?? ""),
				arrivedAt,
				leftAt,
			})),
		};
	});
	return {
		id: meeting.id,
		place: group.place,
		group: { slug: group.slug, name: group.name },
		title: meeting.title,
		startsAt: meeting.startsAt,
		state: stateOf(meeting),
		mayBegin: meeting.startsAt.getTime() - view.now.getTime() <= 60 * 60 * 1000,
		standing: await standingAt(view, group, meeting, { itemId: called?.id ?? null, at: meeting.heldAt ?? view.now }),
		called: called && { position: called.position, title: called.title },
		seats,
		promised: seats.filter(({ reply, spans }) => reply === "coming" && spans.length === 0).length,
		guestsForeseen: group.charter.guestsBy !== "nobody",
		guests: guestsIn(meeting).map((guest) => ({ ...guest, name: guest.name ?? "" })),
		agenda: meeting.agenda.map((item) => ({
			id: item.id,
			position: item.position,
			title: item.title,
			isPublic: item.isPublic,
			state: item.outcome ?? (item.calledAt && !item.closedAt ? "called" : "open"),
			recommendation: item.recommendations[0]?.code ?? null,
			biased: item.biases.map(({ membershipId }) => ({ id: membershipId, name: names.get(membershipId) ?? "" })),
		})),
	};
}

/**
 * The live numbers of a meeting for whoever may read its page: how many are there, whether the group could decide, which item
 * is called. The title of a closed item is told inside only.
 * @param itemId for this item instead of the one that is called
 * @throws NotFound
 */
export async function liveStanding(view: View, at: At, itemId: string | null = null) {
	const group = await readableGroup(view, at);
	const inside = seesInside(view.actor, group);
	const meeting = await view.db.meeting.findFirst({
		where: { id: at.meeting, groupId: group.id, ...(inside ? {} : { isPublic: true, ...announced }) },
		include: { agenda: { orderBy: { position: "asc" } } },
	});
	if (!meeting) throw new NotFound();
	const called = itemId ? (meeting.agenda.find(({ id }) => id === itemId) ?? null) : currentItem(meeting.agenda);
	return {
		running: stateOf(meeting) === "running" && meeting.format !== "circular",
		standing: await standingAt(view, group, meeting, {
			itemId: called?.id ?? null,
			at: meeting.heldAt ?? view.now,
		}),
		called: called && { position: called.position, title: called.isPublic || inside ? called.title : null },
	};
}
