import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { attendanceOf, benchKind, memberFunction } from "../../group";
import { mayRunGroup } from "../../policy.server";
import { readableGroup } from "../../queries/group-page.server";
import { dayText, lastDayText, memberName, personSelection } from "../../queries/names.server";
import type { MemberSection } from "../member-section.server";
import { memberSections } from "../member-sections.server";

/** A member's own part of the group page. @throws SignInNeeded for guests; NotFound for who does not belong today */
export async function memberPage(view: View, at: { place: string; group: string }) {
	const personId = personIdOf(view.actor);
	if (!personId) throw new SignInNeeded("session");
	const group = await readableGroup(view, at);
	const row = await view.db.groupMembership.findFirst({
		where: { groupId: group.id, personId, ...inForce(today(view.now)) },
		include: { substituteFor: { include: { person: { select: personSelection } } } },
	});
	if (!row) throw new NotFound();
	const meetings = await view.db.meeting.findMany({
		where: { groupId: group.id, heldAt: { not: null } },
		select: { day: true, attendances: { select: { membershipId: true, substituteId: true } } },
		take: 1000,
	});
	const seat = { ...row, function: memberFunction(row.function) };
	const path = `/o/${group.place.slug}/arbeitskreise/${group.slug}`;
	const sections: MemberSection[] = [];
	for (const sectionOf of memberSections) {
		const section = await sectionOf(view, { group, seat, path });
		if (section) sections.push(section);
	}
	const isSubstitute = seat.function === "substitute";
	return {
		id: group.id,
		place: group.place,
		slug: group.slug,
		name: group.name,
		path,
		day: dayText(today(view.now)),
		seat: {
			function: seat.function,
			bench: benchKind(row.benchKind),
			onBehalfOf: row.onBehalfOf,
			substituteFor: row.substituteFor && memberName(view, row.substituteFor, true),
			from: dayText(row.validFrom),
			lastDay: row.validUntil && lastDayText(row.validUntil),
			// a substitute is absent from nothing
			attendance: isSubstitute
				? null
				: attendanceOf(
						row,
						meetings.map(({ day, attendances }) => ({
							day,
							// who was represented was not there in person
							attended: attendances.filter(({ substituteId }) => !substituteId).map(({ membershipId }) => membershipId),
						})),
					),
		},
		sections,
		may: { run: mayRunGroup(view.actor, group) },
	};
}
