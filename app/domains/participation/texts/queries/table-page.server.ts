import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { publicPost } from "../../processes/index.server";
import { mayTreat } from "../policy.server";
import { annotationTable, creditsOf } from "./annotations.server";
import { publishedVersions, textAt } from "./find-text.server";
import { publicSegments } from "./segments.server";
import { headOf, type TextAddress } from "./text-page.server";

/**
 * One page of the treatment table: every annotation, its parts with their votes, and what it went into. The answers
 * belong to another sub-domain; the page joins them.
 * @throws NotFound when the text has no published version
 */
export async function tablePage(view: View, { page, ...at }: TextAddress & { page: number }) {
	const text = await textAt(view, at);
	const published = publishedVersions(text);
	if (published.length === 0) throw new NotFound();
	const { annotations, ...table } = await annotationTable(view, text.id, page);
	const ids = annotations.map(({ id }) => id);
	const [credits, segments] = await Promise.all([creditsOf(view, ids), publicSegments(view, ids)]);
	const numberOf = new Map(published.map(({ id, number }) => [id, number]));
	return {
		...headOf(text, at.place),
		...table,
		may: { treat: mayTreat(view.actor, text) },
		responsible: (await publicPost(view, text.process.responsiblePostId))?.label ?? null,
		rows: annotations.map((annotation) => ({
			...annotation,
			version: numberOf.get(annotation.versionId) ?? 1,
			credits: (credits.get(annotation.id) ?? []).map(({ version, blockKey }) => ({
				version: version.number,
				blockKey,
			})),
			segments: segments.get(annotation.id) ?? [],
		})),
	};
}
