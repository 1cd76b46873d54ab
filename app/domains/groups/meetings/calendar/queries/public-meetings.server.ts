import { Temporal } from "temporal-polyfill";
import { dayOf, startOf } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { announced, endOf, formatOf, stateOf } from "../../meeting";
import { type Month, monthsFrom } from "../month";

type Within = { place?: string; group?: string };

/** What is everybody's: public meetings that were invited to, of public groups of open places. A circular procedure is none. */
function publicMeetings(view: View, { place, group }: Within): Prisma.MeetingWhereInput {
	return {
		isPublic: true,
		...announced,
		format: { not: "circular" },
		group: {
			isPublic: true,
			...(group ? { slug: group } : {}),
			organisation: { space: { openedAt: { lte: view.now }, ...(place ? { slug: place } : {}) } },
		},
	};
}

const withGroup = {
	group: {
		select: {
			name: true,
			slug: true,
			organisation: { select: { shortName: true, space: { select: { slug: true, name: true } } } },
		},
	},
	agenda: { where: { isPublic: true }, orderBy: { position: "asc" }, select: { position: true, title: true } },
} as const satisfies Prisma.MeetingInclude;

type Row = Prisma.MeetingGetPayload<{ include: typeof withGroup }>;

const pathOf = ({ id, group }: Row) =>
	`/o/${group.organisation.space?.slug ?? ""}/arbeitskreise/${group.slug}/sitzungen/${id}`;

/** The public meetings of a month in German time, soonest first; at most 200. */
export async function meetingsOfMonth(view: View, month: Month, within: Within) {
	const firstDay = ({ year, month: number }: Month) => startOf(new Temporal.PlainDate(year, number, 1));
	const rows = await view.db.meeting.findMany({
		where: {
			...publicMeetings(view, within),
			startsAt: { gte: firstDay(month), lt: firstDay(monthsFrom(month, 1)) },
		},
		include: withGroup,
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		take: 200,
	});
	return rows.map((row) => ({
		id: row.id,
		href: pathOf(row),
		title: row.title,
		group: row.group.name,
		placeName: row.group.organisation.space?.name ?? row.group.organisation.shortName,
		startsAt: row.startsAt,
		endsAt: endOf(row),
		where: row.place,
		format: formatOf(row.format),
		state: stateOf(row),
	}));
}

/** The month in which it is now in Germany. */
export function monthOf(now: Date): Month {
	const { year, month } = dayOf(now);
	return { year, month };
}

/** What calendars subscribe to: coming meetings and those of the last year, cancelled ones as such; at most 500. */
export async function meetingsForFeed(view: View, within: Within) {
	const year = 365 * 24 * 60 * 60 * 1000;
	const rows = await view.db.meeting.findMany({
		where: { ...publicMeetings(view, within), startsAt: { gt: new Date(view.now.getTime() - year) } },
		include: withGroup,
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		take: 500,
	});
	return rows.map((row) => ({ row, path: pathOf(row), agenda: row.agenda, group: row.group.name }));
}

/** The open place or public group behind the address of a calendar. @throws NotFound */
export async function calendarOwner(
	view: View,
	{ place, group }: Within,
): Promise<{ place: string; name: string } | null> {
	if (!place) return null;
	const space = await view.db.space.findFirst({
		where: { slug: place, openedAt: { lte: view.now } },
		select: { slug: true, name: true, organisationId: true },
	});
	if (!space) throw new NotFound();
	if (!group) return { place: space.slug, name: space.name };
	const found = await view.db.workingGroup.findFirst({
		where: { slug: group, organisationId: space.organisationId, isPublic: true },
		select: { name: true },
	});
	if (!found) throw new NotFound();
	return { place: space.slug, name: found.name };
}
