import { daysFrom, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { benchKind, seatsOn } from "../../group";
import { runGroup } from "../../queries/managed-groups.server";
import { dayText, memberName, personSelection } from "../../queries/names.server";
import { responsiblePosts } from "../../queries/responsible-posts.server";

/**
 * What the forms of a task offer: posts, members of today, and where it comes from.
 * @param from the code of a decision or the id of a meeting of this group
 * @throws NotFound, Forbidden, SignInNeeded
 */
export async function taskChoices(
	view: View,
	at: { place: string; group: string },
	from: { decision: string | null; meeting: string | null },
) {
	const group = await runGroup(view, at);
	const day = today(view.now);
	const decision = from.decision
		? await view.db.recommendation.findFirst({
				where: { code: from.decision.toUpperCase(), groupId: group.id },
				select: { id: true, code: true, title: true, responsiblePostId: true },
			})
		: null;
	const meeting = from.meeting
		? await view.db.meeting.findFirst({
				where: { id: from.meeting, groupId: group.id },
				select: { id: true, title: true },
			})
		: null;
	if ((from.decision && !decision) || (from.meeting && !meeting)) throw new NotFound();
	const memberships = await view.db.groupMembership.findMany({
		where: { groupId: group.id },
		include: { person: { select: personSelection } },
		orderBy: [{ benchKind: "asc" }, { validFrom: "asc" }, { id: "asc" }],
		take: 1000,
	});
	const posts = await responsiblePosts(view, group.organisationId);
	return {
		groupId: group.id,
		place: group.place,
		group: { slug: group.slug, name: group.name, isPublic: group.isPublic },
		decision,
		meeting,
		posts: posts.map(({ id, label, organisation }) => ({ value: id, label, group: organisation })),
		members: seatsOn(memberships, day).map((seat) => ({
			id: seat.id,
			name: memberName(view, seat, true) ?? "",
			bench: benchKind(seat.benchKind),
		})),
		dueDay: dayText(daysFrom(day, 28)),
	};
}
