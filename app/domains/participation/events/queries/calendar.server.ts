import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { freeSeats, modeOf, stateOf, takesRegistrations } from "../event";

/** What is public: events of published processes of open places. */
function publicEvents(view: View, within: { place?: string; processId?: string }): Prisma.ProcessEventWhereInput {
	const { place, processId } = within;
	return {
		...(processId ? { processId } : {}),
		process: {
			publishedAt: { lte: view.now },
			binnedAt: null,
			organisation: { space: { openedAt: { lte: view.now }, ...(place ? { slug: place } : {}) } },
		},
	};
}

const withProcess = {
	process: {
		select: {
			title: true,
			slug: true,
			organisation: { select: { shortName: true, space: { select: { slug: true, name: true } } } },
		},
	},
} as const;

type Row = Prisma.ProcessEventGetPayload<{ include: typeof withProcess }>;

function shown(view: View, row: Row) {
	const { process } = row;
	const { space, shortName } = process.organisation;
	return {
		code: row.code,
		title: row.title,
		href: `/o/${space?.slug ?? ""}/beteiligung/${process.slug}/termin/${row.code}`,
		placeName: space?.name ?? shortName,
		process: process.title,
		mode: modeOf(row.mode),
		state: stateOf(row, view.now),
		startsAt: row.startsAt,
		endsAt: row.endsAt,
		place: row.place,
		takesRegistrations: takesRegistrations(row, view.now),
		free: row.registers ? freeSeats(row) : null,
		minutes: row.minutesPublishedAt !== null,
	};
}

export type ListedEvent = ReturnType<typeof shown>;

/** How many the calendar shows at once; looking further back is done in the process. */
const mostShown = { coming: 100, over: 20 };

/** The events that are coming, soonest first, and the last ones that are over, newest first. */
export async function listEvents(view: View, within: { place?: string; processId?: string }) {
	const where = publicEvents(view, within);
	const [coming, over] = await Promise.all([
		view.db.processEvent.findMany({
			where: { ...where, endsAt: { gt: view.now } },
			orderBy: [{ startsAt: "asc" }, { id: "asc" }],
			take: mostShown.coming,
			include: withProcess,
		}),
		view.db.processEvent.findMany({
			where: { ...where, endsAt: { lte: view.now } },
			orderBy: [{ startsAt: "desc" }, { id: "desc" }],
			take: mostShown.over,
			include: withProcess,
		}),
	]);
	return { coming: coming.map((row) => shown(view, row)), over: over.map((row) => shown(view, row)) };
}

/** The open place behind a calendar's address, or null. */
export async function calendarPlace(view: View, slug: string): Promise<{ slug: string; name: string } | null> {
	const space = await view.db.space.findFirst({
		where: { slug, openedAt: { lte: view.now } },
		select: { slug: true, name: true },
	});
	return space;
}

/** The same events as calendars read them: what is coming and what was within the last year, cancelled ones as such. */
export async function feedEvents(view: View, within: { place?: string; processId?: string }) {
	const year = 365 * 24 * 60 * 60 * 1000;
	return view.db.processEvent.findMany({
		where: { ...publicEvents(view, within), endsAt: { gt: new Date(view.now.getTime() - year) } },
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		take: 500,
	});
}
