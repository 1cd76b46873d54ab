import type { Prisma } from "~/platform/database/generated/client";
import { literally } from "~/platform/database/like-pattern.server";
import type { View } from "~/platform/world.server";
import { type OverviewFilter, type OverviewState, pageSize } from "../overview-filter";
import { daysOf, endOfTakingPart, isOpen, type Phase, takesPart } from "../phase";
import { stateOf } from "../process";

/** Conditions for the states of process.ts: the first phase has opened, the last has not closed. */
function inState(state: OverviewState, now: Date): Prisma.ProcessWhereInput {
	const begun = { phases: { some: { opensAt: { lte: now } } } };
	const lasting = { phases: { some: { closesAt: { gt: now } } } };
	const living = { OR: [{ archivedAt: null }, { archivedAt: { gt: now } }] };
	if (state === "upcoming") return { AND: [living, { NOT: begun }] };
	if (state === "running") return { AND: [living, begun, lasting] };
	return { OR: [{ archivedAt: { lte: now } }, { AND: [begun, { NOT: lasting }] }] };
}

/** One page of them with all their cards show, in one statement. @param page from 1 on */
function rowsOf(view: View, where: Prisma.ProcessWhereInput, page: number) {
	return view.db.process.findMany({
		where,
		orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
		skip: (page - 1) * pageSize,
		take: pageSize,
		select: {
			id: true,
			slug: true,
			code: true,
			easyLanguage: true,
			title: true,
			summary: true,
			answeredUntil: true,
			publishedAt: true,
			archivedAt: true,
			phases: { orderBy: { position: "asc" } },
			organisation: { select: { shortName: true, space: { select: { slug: true, name: true } } } },
			_count: {
				select: { contributions: { where: { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null } } },
			},
		},
	});
}

/**
 * One page of what is public, newest first, with the number of all. Owner or participating organisation may be the
 * wanted place. Processes of organisations without an open place are not among them.
 */
export async function listProcesses(view: View, { place, words, state, page }: OverviewFilter) {
	const text = words.trim().slice(0, 100);
	const where: Prisma.ProcessWhereInput = {
		publishedAt: { lte: view.now },
		binnedAt: null,
		organisation: { space: { openedAt: { lte: view.now } } },
		AND: [
			inState(state, view.now),
			place
				? {
						OR: [
							{ organisation: { space: { slug: place } } },
							{ participating: { some: { organisation: { space: { slug: place } } } } },
						],
					}
				: {},
			text
				? {
						OR: [
							{ title: { contains: literally(text), mode: "insensitive" } },
							{ summary: { contains: literally(text), mode: "insensitive" } },
						],
					}
				: {},
		],
	};
	const wanted = Math.max(page, 1);
	let rows = await rowsOf(view, where, wanted);
	// A page that is not full is the last one, and says how many there are.
	const isLast = rows.length < pageSize && (rows.length > 0 || wanted === 1);
	const total = isLast ? (wanted - 1) * pageSize + rows.length : await view.db.process.count({ where });
	const pages = Math.max(1, Math.ceil(total / pageSize));
	if (wanted > pages) rows = await rowsOf(view, where, pages);
	return {
		total,
		pages,
		processes: rows.map((row) => ({
			title: row.title,
			summary: row.summary,
			href: `/o/${row.organisation.space?.slug ?? ""}/beteiligung/${row.slug}`,
			shortPath: `/v/${row.code}`,
			hasEasyLanguage: Boolean(row.easyLanguage),
			placeName: row.organisation.space?.name ?? row.organisation.shortName,
			state: stateOf(row, view.now),
			contributingUntil: contributingEnd(row.phases, view.now),
			opensAt: nextOpening(row.phases, view.now),
			lastDay: lastDayOf(row.phases),
			answeredUntil: row.answeredUntil?.toISOString().slice(0, 10) ?? null,
			contributions: row._count.contributions,
			/** Nobody reads "none yet" of a vote, or of what has not begun. */
			hasTakenContributions: row.phases.some(
				({ opensAt, switches }) =>
					opensAt <= view.now && (switches.includes("contribute") || switches.includes("annotate")),
			),
		})),
	};
}

export type OverviewProcess = Awaited<ReturnType<typeof listProcesses>>["processes"][number];

/** Whether people do something in a phase on this page: only then "until" and "from" are said. */
function asks(phase: Phase): boolean {
	return takesPart(phase) && phase.switches.length > 0;
}

/** When the phase in which people take part now closes, or null when none is open. */
function contributingEnd(phases: readonly Phase[], now: Date): Date | null {
	return endOfTakingPart(phases.filter((phase) => asks(phase) && isOpen(phase, now)));
}

/** When people can take part next, or null when they never will again. */
function nextOpening(phases: readonly Phase[], now: Date): Date | null {
	const starts = phases.filter((phase) => asks(phase) && phase.opensAt > now).map(({ opensAt }) => opensAt.getTime());
	return starts.length > 0 ? new Date(Math.min(...starts)) : null;
}

function lastDayOf(phases: readonly Phase[]): string | null {
	const last = phases.filter(asks).at(-1);
	return last ? daysOf(last).lastDay : null;
}

/** Places that show something, for the filter: those that own or take part in a published process. */
export async function placesWithProcesses(view: View): Promise<{ slug: string; name: string }[]> {
	const published = { publishedAt: { lte: view.now } };
	return view.db.space.findMany({
		where: {
			openedAt: { lte: view.now },
			organisation: { OR: [{ processes: { some: published } }, { participatesIn: { some: { process: published } } }] },
		},
		orderBy: [{ name: "asc" }, { slug: "asc" }],
		select: { slug: true, name: true },
		take: 500,
	});
}
