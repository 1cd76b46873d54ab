import { today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { isOpen, states } from "../concern";
import { ownPosts } from "./find-concern.server";

export const which = ["open", "due", "answered", "closed"] as const;
export type Which = (typeof which)[number];

const listSize = 200;
const open = states.filter(isOpen);
const wordsMost = 90;

/** How a concern begins, so that it is known again in a list: whole words, at most 90 characters. */
function beginning(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	if (line.length <= wordsMost) return line;
	const cut = line.slice(0, wordsMost);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), wordsMost / 2))} …`;
}

/** The concerns of a place for those who handle them, the most urgent first. At most 200. */
export async function concernList(view: View, slug: string, filter: { mine: boolean; which: Which }) {
	const place = await placeOfGuides(view, slug);
	const { db, now } = view;
	const day = today(now);
	const byState: Record<Which, Prisma.ConcernWhereInput> = {
		open: { state: { in: open } },
		due: { state: { in: open }, nextOn: { lte: day } },
		answered: { state: "ANSWERED" },
		closed: { state: "CLOSED" },
	};
	const mine = filter.mine ? { assignments: { some: { untilAt: null, postId: { in: await ownPosts(view) } } } } : {};
	const rows = await db.concern.findMany({
		where: { ownerId: place.ownerId, ...byState[filter.which], ...mine },
		orderBy: [
			filter.which === "closed" ? { closedAt: "desc" } : { nextOn: { sort: "asc", nulls: "last" } },
			{ id: "asc" },
		],
		take: listSize + 1,
		select: {
			code: true,
			kind: true,
			text: true,
			state: true,
			nextOn: true,
			municipality: { select: { shortName: true } },
			assignments: { where: { untilAt: null }, take: 1, select: { post: { select: { label: true } } } },
		},
	});
	return {
		place,
		more: rows.length > listSize,
		concerns: rows.slice(0, listSize).map(({ municipality, assignments, nextOn, text, ...row }) => ({
			...row,
			begins: beginning(text),
			nextOn: nextOn && dayText(nextOn),
			late: isOpen(row.state) && nextOn !== null && nextOn < day,
			place: municipality?.shortName ?? null,
			post: assignments[0]?.post.label ?? null,
		})),
	};
}
