import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { benchKind, seatsOn, standsInFor, substitutesOn } from "../../../group";
import { mayRunGroup, seesInside } from "../../../policy.server";
import type { FoundGroup } from "../../../queries/find-group.server";
import { readableGroup } from "../../../queries/group-page.server";
import { memberName, personSelection } from "../../../queries/names.server";
import { endOf, stateOf } from "../../meeting";
import { isObjectedTo, votesByBench, writtenChoiceOf } from "../written";

type Seat = { id: string; name: string; bench: ReturnType<typeof benchKind> };

/**
 * A circular procedure for those inside its group: what is asked, which of the reader's seats answer, who has answered. How
 * others voted is shown once it is over.
 * @throws NotFound for outsiders and for what is none
 */
export async function circularPage(view: View, at: { place: string; group: string; meeting: string }) {
	const group = await readableGroup(view, at);
	if (!seesInside(view.actor, group)) throw new NotFound();
	return circularOf(view, group, at.meeting);
}

/** The same for a group that is already known to be the reader's. @throws NotFound */
async function circularOf(view: View, group: FoundGroup, meetingId: string) {
	const meeting = await view.db.meeting.findFirst({
		where: { id: meetingId, groupId: group.id, format: "circular" },
		include: {
			agenda: {
				include: {
					writtenAnswers: true,
					biases: { select: { membershipId: true } },
					recommendations: { where: { cancelledAt: null }, select: { code: true } },
				},
				orderBy: { position: "asc" },
			},
		},
	});
	if (!meeting) throw new NotFound();
	const memberships = await view.db.groupMembership.findMany({
		where: { groupId: group.id },
		include: { person: { select: personSelection } },
		orderBy: [{ benchKind: "asc" }, { validFrom: "asc" }, { id: "asc" }],
		take: 1000,
	});
	const runs = mayRunGroup(view.actor, group);
	const personId = personIdOf(view.actor);
	const filled = seatsOn(memberships, meeting.day);
	const substitutes = substitutesOn(memberships, meeting.day);
	const seats = filled.map(
		(one): Seat => ({ id: one.id, name: memberName(view, one, true) ?? "", bench: benchKind(one.benchKind) }),
	);
	const ownIds = new Set(
		filled
			.filter(
				(seat) =>
					personId !== null &&
					(seat.personId === personId ||
						substitutes.some((one) => standsInFor(one, seat) && one.personId === personId)),
			)
			.map(({ id }) => id),
	);
	const over = meeting.heldAt !== null || meeting.cancelledAt !== null || endOf(meeting) <= view.now;
	return {
		id: meeting.id,
		place: group.place,
		group: { id: group.id, slug: group.slug, name: group.name },
		organisationId: group.organisationId,
		title: meeting.title,
		until: endOf(meeting),
		state: stateOf(meeting),
		day: today(view.now),
		over,
		may: { run: runs, answer: meeting.begunAt !== null && !over },
		seats,
		items: meeting.agenda.map((item) => {
			const asked = seats.filter(({ id }) => !item.biases.some(({ membershipId }) => membershipId === id));
			const answered = new Map(item.writtenAnswers.map((one) => [one.membershipId, one]));
			return {
				id: item.id,
				position: item.position,
				title: item.title,
				proposal: item.proposal ?? "",
				objected: isObjectedTo(item.writtenAnswers),
				objections: item.writtenAnswers
					.filter(({ answer }) => answer === "object")
					.map(({ membershipId, reason }) => ({
						name: seats.find(({ id }) => id === membershipId)?.name ?? "",
						reason,
					})),
				outcome: item.outcome,
				recommendation: item.recommendations[0]?.code ?? null,
				answered: asked.filter(({ id }) => answered.has(id)).length,
				asked: asked.length,
				missing: runs ? asked.filter(({ id }) => !answered.has(id)) : [],
				// while answers can still change, how others voted would steer who has not answered
				votes: meeting.heldAt ? votesByBench(filled, item.writtenAnswers) : null,
				own: asked
					.filter(({ id }) => ownIds.has(id))
					.map((seat) => {
						const given = answered.get(seat.id);
						return { ...seat, answer: given ? writtenChoiceOf(given.answer) : null, reason: given?.reason ?? "" };
					}),
			};
		}),
	};
}
