import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { type AuthorShown, authorShown } from "../../contributions/contribution";
import { besideMost, tablePageSize } from "../text";

/** What everybody may read; hidden and withdrawn ones are left out, so that nothing quotes what they said. */
const standing = { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null } as const;

const shape = {
	contributionId: true,
	versionId: true,
	blockKey: true,
	quote: true,
	whole: true,
	suggestion: true,
	contribution: {
		select: {
			id: true,
			code: true,
			number: true,
			excerpt: true,
			authorName: true,
			authorErasedAt: true,
			submittedAt: true,
		},
	},
} as const satisfies Prisma.AnnotationSelect;

type Row = Prisma.AnnotationGetPayload<{ select: typeof shape }>;

export type ListedAnnotation = {
	id: string;
	code: string;
	number: number;
	/** The beginning of what was said. */
	excerpt: string;
	author: AuthorShown;
	at: Date | null;
	versionId: string;
	blockKey: string | null;
	/** The words it is about; empty for the text as a whole. */
	quote: string;
	whole: boolean;
	suggestion: string | null;
};

const excerptLength = 300;

function listed({ contribution, ...row }: Row): ListedAnnotation {
	const { id, code, number, excerpt, submittedAt } = contribution;
	return {
		id,
		code,
		number: number ?? 0,
		excerpt: excerpt.length > excerptLength ? `${excerpt.slice(0, excerptLength).trimEnd()} …` : excerpt,
		author: authorShown(contribution),
		at: submittedAt,
		versionId: row.versionId,
		blockKey: row.blockKey,
		quote: row.quote,
		whole: row.whole,
		suggestion: row.suggestion,
	};
}

/** One page of a text's public annotations in the order of their numbers. The caller has asked whether it may be read. */
export async function annotationTable(view: Pick<View, "db">, textId: string, page: number) {
	const where = { textId, contribution: standing } satisfies Prisma.AnnotationWhereInput;
	const total = await view.db.annotation.count({ where });
	const pages = Math.max(1, Math.ceil(total / tablePageSize));
	const rows = await view.db.annotation.findMany({
		where,
		orderBy: [{ contribution: { number: "asc" } }, { contributionId: "asc" }],
		skip: (Math.min(Math.max(page, 1), pages) - 1) * tablePageSize,
		take: tablePageSize,
		select: shape,
	});
	return { total, pages, annotations: rows.map(listed) };
}

export type PlacedAnnotation = ListedAnnotation & {
	how: string;
	place: { blockKey: string; start: number; end: number } | null;
};

/**
 * A text's public annotations with their place in one version, in the order of that place. Those on the text as a whole and
 * those that were made on a later version have none.
 */
export async function annotationsBeside(view: Pick<View, "db">, textId: string, versionId: string) {
	const rows = await view.db.annotation.findMany({
		where: { textId, contribution: standing, OR: [{ blockKey: null }, { places: { some: { versionId } } }] },
		orderBy: [{ contribution: { number: "asc" } }, { contributionId: "asc" }],
		take: besideMost,
		select: { ...shape, places: { where: { versionId } } },
	});
	return rows.map(({ places: [place], ...row }): PlacedAnnotation => {
		const stands = place && place.blockKey !== null && place.start !== null && place.end !== null;
		return {
			...listed(row),
			how: place?.how ?? "exact",
			place: stands ? { blockKey: place.blockKey ?? "", start: place.start ?? 0, end: place.end ?? 0 } : null,
		};
	});
}

/** Which of these annotations went into which published versions. */
export async function creditsOf(view: Pick<View, "db">, contributionIds: readonly string[]) {
	const rows = await view.db.annotationCredit.findMany({
		where: { contributionId: { in: [...contributionIds] }, version: { publishedAt: { not: null } } },
		orderBy: [{ version: { number: "asc" } }, { blockKey: "asc" }],
		select: { contributionId: true, blockKey: true, version: { select: { id: true, number: true } } },
	});
	return Map.groupBy(rows, ({ contributionId }) => contributionId);
}

/** Who went into this version, by paragraph. */
export async function creditedIn(view: Pick<View, "db">, versionId: string) {
	const rows = await view.db.annotationCredit.findMany({
		where: { versionId, annotation: { contribution: standing } },
		orderBy: [{ annotation: { contribution: { number: "asc" } } }, { contributionId: "asc" }],
		select: { blockKey: true, annotation: { select: shape } },
	});
	return rows.map(({ blockKey, annotation }) => ({ creditedKey: blockKey, ...listed(annotation) }));
}
