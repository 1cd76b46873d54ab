import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { actingPosts } from "../../queries/acting-posts.server";
import { groupById } from "../../queries/find-group.server";
import { personSelection } from "../../queries/names.server";
import type { GivenTask } from "../policy.server";

const selection = {
	member: { include: { person: { select: personSelection } } },
	recommendation: { select: { code: true, title: true, publishedAt: true } },
	meeting: { select: { id: true, title: true } },
} as const;

/** A task by its id with what its policies look at, whoever asks; the caller asks the policy. @throws NotFound */
export async function taskById(view: View, id: string) {
	const task = await view.db.actionItem.findUnique({ where: { id }, include: selection });
	if (!task) throw new NotFound();
	const group = await groupById(view, task.groupId);
	const posts = await actingPosts(view);
	const member = task.member && isInOffice(task.member, today(view.now)) ? task.member : null;
	const given: GivenTask = {
		...group,
		holds: posts.includes(task.postId),
		does: member !== null && member.personId === personIdOf(view.actor),
		shown: isShown(task),
	};
	return { task, group, member, given };
}

/** A public task is everybody's once the decision it comes from is. */
function isShown({
	isPublic,
	recommendation,
}: {
	isPublic: boolean;
	recommendation: { publishedAt: Date | null } | null;
}): boolean {
	return isPublic && (recommendation?.publishedAt ?? null) !== null;
}

/** Whoever has left the group does nothing for it any more: the task is its post's again, from that day on. */
export function isInOffice(
	{ validFrom, validUntil }: { validFrom: Date; validUntil: Date | null },
	day: Date,
): boolean {
	return validFrom <= day && (validUntil === null || day < validUntil);
}
