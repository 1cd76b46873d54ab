import { fromStored } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { literally } from "~/platform/database/like-pattern.server";
import type { View } from "~/platform/world.server";
import { type Participation, type ProjectStage, participations, stages, storedWord } from "../project";

export const pageSize = 20;
/** An extract is a paper that somebody holds in hand. */
const extractSize = 500;

export type ProjectFilter = {
	/** Slug of a place; null: all. */
	place: string | null;
	stage: ProjectStage | null;
	participation: Participation | null;
	words: string;
};

function whereOf(view: View, { place, stage, participation, words }: ProjectFilter): Prisma.ListedProjectWhereInput {
	const contains = literally(words.trim().slice(0, 100));
	return {
		publishedAt: { lte: view.now },
		organisation: { space: { openedAt: { lte: view.now }, ...(place && { slug: place }) } },
		...(stage && { stage }),
		...(participation && { participation }),
		...(contains !== "" && {
			OR: (["title", "summary", "place", "goal"] as const).map((column) => ({
				[column]: { contains, mode: "insensitive" as const },
			})),
		}),
	};
}

const listed = {
	code: true,
	title: true,
	summary: true,
	place: true,
	timeFrame: true,
	costCents: true,
	yearlyCents: true,
	goal: true,
	stage: true,
	participation: true,
	participationReason: true,
	participationHow: true,
	confirmedAt: true,
	responsiblePost: { select: { label: true } },
	organisation: { select: { shortName: true, space: { select: { slug: true, name: true } } } },
} satisfies Prisma.ListedProjectSelect;

function shown({
	organisation,
	responsiblePost,
	costCents,
	yearlyCents,
	...row
}: Prisma.ListedProjectGetPayload<{ select: typeof listed }>) {
	return {
		...row,
		stage: storedWord(stages, row.stage),
		participation: storedWord(participations, row.participation),
		responsible: responsiblePost?.label ?? null,
		costCents: costCents?.toString() ?? null,
		yearlyCents: yearlyCents?.toString() ?? null,
		owner: organisation.space?.name ?? organisation.shortName,
	};
}

export type ShownProject = ReturnType<typeof shown>;

/** Those that go on before those that are over, and what was confirmed last first. */
const order = [{ reviewDueOn: { sort: "desc", nulls: "last" } }, { publishedAt: "desc" }, { id: "desc" }] as const;

/** One page of the public project list, with the number of all. */
export async function listProjects(view: View, { page, ...filter }: ProjectFilter & { page: number }) {
	const where = whereOf(view, filter);
	const total = await view.db.listedProject.count({ where });
	const at = Math.min(Math.max(page, 1), Math.max(1, Math.ceil(total / pageSize)));
	const rows = await view.db.listedProject.findMany({
		where,
		orderBy: [...order],
		skip: (at - 1) * pageSize,
		take: pageSize,
		select: listed,
	});
	return { total, page: at, projects: rows.map(shown) };
}

/** The public projects of a selection, for CSV and PDF. */
export async function extractProjects(view: View, filter: ProjectFilter): Promise<ShownProject[]> {
	const rows = await view.db.listedProject.findMany({
		where: whereOf(view, filter),
		orderBy: [...order],
		take: extractSize,
		select: listed,
	});
	return rows.map(shown);
}

/** Places with a public project, for the filter. */
export async function placesWithProjects(view: View): Promise<{ slug: string; name: string }[]> {
	return view.db.space.findMany({
		where: {
			openedAt: { lte: view.now },
			organisation: { listedProjects: { some: { publishedAt: { lte: view.now } } } },
		},
		orderBy: [{ name: "asc" }, { slug: "asc" }],
		select: { slug: true, name: true },
		take: 500,
	});
}

/** The published project that a process belongs to, or null; of several the first. */
export async function projectOfProcess(view: View, processId: string) {
	const row = await view.db.listedProject.findFirst({
		where: { processId, publishedAt: { lte: view.now }, organisation: { space: { openedAt: { lte: view.now } } } },
		orderBy: { id: "asc" },
		select: { code: true, title: true, stage: true },
	});
	return row && { ...row, stage: storedWord(stages, row.stage) };
}

/** A stored calendar day as text. */
export function dayText(day: Date): string {
	return fromStored(day).toString();
}
