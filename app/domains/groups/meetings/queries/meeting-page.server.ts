import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { benchKind, seatsOn } from "../../group";
import { mayRunGroup, seesInside } from "../../policy.server";
import { readableGroup } from "../../queries/group-page.server";
import { memberName, personSelection } from "../../queries/names.server";
import { announced, stateOf } from "../meeting";

/**
 * A meeting as its reader may see it: closed items are left out for outsiders, and the page says how many.
 * @throws NotFound when it is none of that group, not public or not announced yet
 */
export async function meetingPage(view: View, at: { place: string; group: string; meeting: string }) {
	const group = await readableGroup(view, at);
	const inside = seesInside(view.actor, group);
	const meeting = await view.db.meeting.findFirst({
		where: { id: at.meeting, groupId: group.id, ...(inside ? {} : { isPublic: true, ...announced }) },
		include: {
			agenda: {
				include: {
					takenUp: true,
					recommendations: {
						where: { publishedAt: { lte: view.now } },
						select: { code: true, title: true, result: true },
					},
				},
				orderBy: { position: "asc" },
				take: 100,
			},
			attendances: { include: { substitute: { include: { person: { select: personSelection } } } } },
		},
	});
	if (!meeting) throw new NotFound();
	const seen = meeting.agenda.filter(({ isPublic }) => isPublic || inside);
	const subjects = await resolveSubjects(
		view,
		seen.flatMap(({ takenUp }) => (takenUp ? [{ kind: takenUp.subjectKind, id: takenUp.subjectId }] : [])),
	);
	return {
		id: meeting.id,
		place: group.place,
		group: { name: group.name, slug: group.slug },
		title: meeting.title,
		startsAt: meeting.startsAt,
		where: meeting.place,
		isPublic: meeting.isPublic,
		state: stateOf(meeting),
		may: { run: mayRunGroup(view.actor, group) },
		closedItems: meeting.agenda.length - seen.length,
		agenda: seen.map(({ id, position, title, isPublic, takenUp, recommendations }) => {
			const subject = takenUp && subjects.get(`${takenUp.subjectKind}:${takenUp.subjectId}`);
			return {
				id,
				position,
				title,
				isPublic,
				subject: subject ? { title: subject.title, href: subject.href, kindLabel: subject.kindLabel } : null,
				recommendations,
			};
		}),
		attendance: meeting.heldAt ? await attendanceOf(view, { ...meeting, groupId: group.id }, inside) : [],
	};
}

type Held = {
	groupId: string;
	day: Date;
	attendances: {
		membershipId: string;
		arrivedAt: Date | null;
		leftAt: Date | null;
		substitute: { nameIsPublic: boolean; person: { displayName: string; erasedAt: Date | null } } | null;
	}[];
};

/** Every seat of the meeting's day: there, represented or not. */
async function attendanceOf(view: View, meeting: Held, inside: boolean) {
	const memberships = await view.db.groupMembership.findMany({
		where: { groupId: meeting.groupId },
		include: { person: { select: personSelection } },
		orderBy: [{ benchKind: "asc" }, { validFrom: "asc" }, { id: "asc" }],
		take: 1000,
	});
	return seatsOn(memberships, meeting.day).map((seat) => {
		const presence = meeting.attendances.find(({ membershipId }) => membershipId === seat.id);
		return {
			id: seat.id,
			bench: benchKind(seat.benchKind),
			name: memberName(view, seat, inside),
			present: presence !== undefined,
			represented: Boolean(presence?.substitute),
			substitute: presence?.substitute ? memberName(view, presence.substitute, inside) : null,
			arrivedAt: presence?.arrivedAt ?? null,
			leftAt: presence?.leftAt ?? null,
		};
	});
}
