import { personIdOf } from "~/platform/actor";
import { storedRichText } from "~/platform/rich-text/check.server";
import { plainText } from "~/platform/rich-text/render.server";
import type { View } from "~/platform/world.server";
import { announced } from "../../meetings/meeting";
import type { FoundGroup } from "../../queries/find-group.server";
import { firstSentence } from "../first-sentence";
import { askedOfMe } from "./asked-of-me.server";

/** What a member should know who opens the page for the first time: what the group is for, what is next, what is asked of them. */
export async function atAGlance(view: View, group: FoundGroup) {
	const personId = personIdOf(view.actor);
	if (!personId || group.functions.length === 0) return null;
	const path = `/o/${group.place.slug}/arbeitskreise/${group.slug}`;
	const [next, asked] = await Promise.all([
		view.db.meeting.findFirst({
			where: {
				groupId: group.id,
				heldAt: null,
				cancelledAt: null,
				format: { not: "circular" },
				AND: [announced, { OR: [{ startsAt: { gt: view.now } }, { begunAt: { not: null } }] }],
			},
			select: { id: true, title: true, startsAt: true, place: true, begunAt: true },
			orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		}),
		askedOfMe(view, { group, personId, path }),
	]);
	return {
		purpose: firstSentence(plainText(storedRichText(group.charter.purpose))),
		next: next && {
			href: `${path}/sitzungen/${next.id}`,
			title: next.title,
			startsAt: next.startsAt,
			place: next.place,
			running: next.begunAt !== null,
		},
		asked,
	};
}

export type AtAGlance = NonNullable<Awaited<ReturnType<typeof atAGlance>>>;
