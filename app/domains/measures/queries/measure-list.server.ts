import type { Prisma } from "~/platform/database/generated/client";
import { literally } from "~/platform/database/like-pattern.server";
import type { View } from "~/platform/world.server";
import type { FieldOfAction } from "../field";
import type { Stage } from "../stage";

export const pageSize = 12;
const entriesShown = 60;

export type MeasureFilter = {
	place: string | null;
	stage: Stage | null;
	field: FieldOfAction | null;
	words: string;
	page: number;
};

/** The columns that hold the words as typed. */
function containing(words: string, ...columns: ("title" | "summary" | "municipality")[]) {
	const contains = literally(words.trim().slice(0, 100));
	return contains === ""
		? {}
		: { OR: columns.map((column) => ({ [column]: { contains, mode: "insensitive" as const } })) };
}

/** One page of the public measures, those that moved last first, with the number of all. */
export async function listMeasures(view: View, { place, stage, field, words, page }: MeasureFilter) {
	const where: Prisma.MeasureWhereInput = {
		publishedAt: { lte: view.now },
		organisation: { space: { openedAt: { lte: view.now }, ...(place && { slug: place }) } },
		...(stage && { stage }),
		...(field && { fields: { has: field } }),
		...containing(words, "title", "summary"),
	};
	const total = await view.db.measure.count({ where });
	const pages = Math.max(1, Math.ceil(total / pageSize));
	const shown = Math.min(Math.max(page, 1), pages);
	const rows = await view.db.measure.findMany({
		where,
		orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
		skip: (shown - 1) * pageSize,
		take: pageSize,
		select: {
			code: true,
			title: true,
			summary: true,
			stage: true,
			fields: true,
			transitions: { orderBy: { position: "desc" }, take: 1, select: { onDay: true } },
			organisation: { select: { shortName: true, space: { select: { name: true } } } },
		},
	});
	return {
		total,
		page: shown,
		measures: rows.map(({ organisation, transitions, ...row }) => ({
			...row,
			place: organisation.space?.name ?? organisation.shortName,
			since: transitions[0]?.onDay.toISOString().slice(0, 10) ?? null,
		})),
	};
}

/** Measures described elsewhere, by title. Stage and place of our own measures do not narrow them. */
export async function listCatalogue(view: View, { field, words }: Pick<MeasureFilter, "field" | "words">) {
	return view.db.catalogueEntry.findMany({
		where: {
			addedAt: { lte: view.now },
			...(field && { fields: { has: field } }),
			...containing(words, "title", "summary", "municipality"),
		},
		orderBy: [{ title: "asc" }, { id: "asc" }],
		take: entriesShown,
		select: { slug: true, title: true, municipality: true, summary: true, fields: true, stageInSource: true },
	});
}

/** Places that show a measure, for the filter. */
export async function placesWithMeasures(view: View): Promise<{ slug: string; name: string }[]> {
	return view.db.space.findMany({
		where: { openedAt: { lte: view.now }, organisation: { measures: { some: { publishedAt: { lte: view.now } } } } },
		orderBy: [{ name: "asc" }, { slug: "asc" }],
		select: { slug: true, name: true },
		take: 500,
	});
}

/** An entry of the catalogue by its address, or null. */
export async function catalogueEntry(view: View, slug: string) {
	const entry = await view.db.catalogueEntry.findFirst({
		where: { slug, addedAt: { lte: view.now } },
		include: { organisation: { select: { shortName: true, space: { select: { name: true } } } } },
	});
	if (!entry) return null;
	const { organisation, organisationId: _owner, addedAt: _added, contactConfirmedOn, ...shown } = entry;
	return {
		...shown,
		contactConfirmedOn: contactConfirmedOn?.toISOString().slice(0, 10) ?? null,
		keeper: organisation.space?.name ?? organisation.shortName,
	};
}
