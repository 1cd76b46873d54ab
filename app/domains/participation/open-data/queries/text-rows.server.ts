import { houseAddress } from "~/platform/address.server";
import { dayOf } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { creditsOf } from "../../texts/queries/annotations.server";
import { publicSegments } from "../../texts/queries/segments.server";
import type { Cell } from "../data-set";
import { batch } from "./contribution-rows.server";

/** The published versions of the texts of a process, paragraph by paragraph; one version is read at once. */
export async function* textRows(view: View, processId: string): AsyncGenerator<Cell[][]> {
	const versions = await view.db.textVersion.findMany({
		where: { text: { processId }, publishedAt: { not: null } },
		orderBy: [{ text: { createdAt: "asc" } }, { textId: "asc" }, { number: "asc" }],
		select: { id: true, number: true, publishedAt: true, text: { select: { code: true, title: true } } },
	});
	for (const { id, number, publishedAt, text } of versions) {
		const blocks = await view.db.textBlock.findMany({
			where: { versionId: id },
			orderBy: { position: "asc" },
			select: { key: true, words: true },
		});
		yield blocks.map(({ key, words }, index) => [
			text.code,
			text.title,
			number,
			publishedAt ? dayOf(publishedAt).toString() : null,
			index + 1,
			key,
			words,
			houseAddress(`/t/${text.code}`),
		]);
	}
}

/**
 * The treatment table: every public annotation, and of those that were answered each part with its vote. What the
 * administration has not released is not in it.
 */
export async function* annotationRows(view: View, processId: string): AsyncGenerator<Cell[][]> {
	for (let after = 0; ; ) {
		const rows = await view.db.annotation.findMany({
			where: {
				text: { processId },
				contribution: { number: { gt: after }, publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
			},
			orderBy: { contribution: { number: "asc" } },
			take: batch,
			select: {
				contributionId: true,
				quote: true,
				suggestion: true,
				text: { select: { code: true } },
				version: { select: { number: true } },
				contribution: { select: { number: true, excerpt: true, code: true } },
			},
		});
		const ids = rows.map(({ contributionId }) => contributionId);
		const [segments, credits] = await Promise.all([publicSegments(view, ids), creditsOf(view, ids)]);
		yield rows.flatMap(({ contributionId, contribution, text, version, quote, suggestion }): Cell[][] => {
			const into = (credits.get(contributionId) ?? []).map((credit) => credit.version.number);
			const parts = segments.get(contributionId) ?? [
				{ position: 0, words: contribution.excerpt, vote: null, comment: null },
			];
			return parts.map((part) => [
				text.code,
				contribution.number,
				version.number,
				quote || null,
				suggestion,
				part.position + 1,
				part.words,
				part.vote,
				part.comment,
				[...new Set(into)].join(", ") || null,
				houseAddress(`/b/${contribution.code}`),
			]);
		});
		const last = rows.at(-1)?.contribution.number;
		if (!last || rows.length < batch) return;
		after = last;
	}
}
