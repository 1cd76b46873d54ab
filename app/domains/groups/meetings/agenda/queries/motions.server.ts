import { personIdOf } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { charterOn } from "../../../charter/charter";
import { seatsOn } from "../../../group";
import { seesInside } from "../../../policy.server";
import { readableGroup } from "../../../queries/group-page.server";
import { runGroup } from "../../../queries/managed-groups.server";
import { dayText, memberName, personSelection } from "../../../queries/names.server";
import { motionsUntil, takesMotions } from "../motion.server";

type At = { place: string; group: string; meeting: string };

/**
 * The motions for a meeting as those inside the group read them, until when more can come, and whether this reader may move.
 * @returns null for outsiders and for meetings that take none
 */
export async function motionsOf(view: View, at: At) {
	const group = await readableGroup(view, at);
	if (!seesInside(view.actor, group)) return null;
	const meeting = await view.db.meeting.findFirst({
		where: { id: at.meeting, groupId: group.id, format: { not: "circular" } },
		include: {
			motions: {
				include: {
					membership: { include: { person: { select: personSelection } } },
					agendaItem: { select: { position: true } },
				},
				orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
				take: 200,
			},
		},
	});
	if (!meeting) return null;
	const { motionDays } = charterOn(group.charters, meeting.day);
	const memberships = await view.db.groupMembership.findMany({ where: { groupId: group.id } });
	const personId = personIdOf(view.actor);
	const hasSeat = seatsOn(memberships, meeting.day).some((seat) => seat.personId === personId);
	return {
		until: dayText(motionsUntil(meeting, motionDays)),
		may: hasSeat && takesMotions(meeting, motionDays, view.now),
		list: meeting.motions.map(({ id, title, text, membership, agendaItem, declineReason }) => ({
			id,
			title,
			text,
			name: memberName(view, membership, true),
			position: agendaItem?.position ?? null,
			declined: declineReason,
		})),
	};
}

export type Motions = NonNullable<Awaited<ReturnType<typeof motionsOf>>>;

/** What the form of a motion needs. @throws NotFound for who may not move now */
export async function motionPage(view: View, at: At) {
	const group = await readableGroup(view, at);
	const motions = await motionsOf(view, at);
	const meeting = await view.db.meeting.findFirst({ where: { id: at.meeting, groupId: group.id } });
	if (!motions?.may || !meeting) throw new NotFound();
	return {
		place: group.place,
		group: { slug: group.slug, name: group.name },
		meeting: { id: meeting.id, title: meeting.title },
		until: motions.until,
	};
}

/** A motion for those who run the group. @throws NotFound, Forbidden, SignInNeeded */
export async function managedMotion(view: View, at: At & { motion: string }) {
	const group = await runGroup(view, at);
	const motion = await view.db.agendaMotion.findFirst({
		where: { id: at.motion, meeting: { id: at.meeting, groupId: group.id } },
		include: {
			meeting: { select: { id: true, title: true } },
			membership: { include: { person: { select: personSelection } } },
		},
	});
	if (!motion) throw new NotFound();
	return {
		id: motion.id,
		title: motion.title,
		text: motion.text,
		name: memberName(view, motion.membership, true) ?? "",
		place: group.place,
		group: { slug: group.slug, name: group.name },
		meeting: motion.meeting,
	};
}
