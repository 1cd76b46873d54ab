import { handIn } from "~/domains/participation/contributions/commands/hand-in.server";
import { publishContribution } from "~/domains/participation/contributions/commands/moderate.server";
import { annotate } from "~/domains/participation/texts/commands/annotate.server";
import { publishVersion } from "~/domains/participation/texts/commands/publish-version.server";
import { beginVersion, writeVersion } from "~/domains/participation/texts/commands/write-version.server";
import { blocksOfVersion } from "~/domains/participation/texts/queries/blocks.server";
import { publishedVersions, textById, versionInWork } from "~/domains/participation/texts/queries/find-text.server";
import type { Actor } from "~/platform/actor";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";
import { process, published } from "./participation";

/** The house rules that the tests' texts begin with. */
export const rulesText = [
	"## Wozu diese Regeln?",
	"Die Regeln sagen, wann die Stadt die Menschen fragt.",
	"Die Verwaltung antwortet innerhalb von acht Wochen auf jeden Beitrag.",
	"- schriftlich\n- am Telefon",
].join("\n\n");

type TextProcess = Parameters<typeof process>[1] & { text?: string };

/** A published process „Entwurf kommentieren“ whose text has its first version; made by the world's actor. */
export async function textProcess(
	world: World,
	{ text = rulesText, ...given }: TextProcess,
): Promise<{ id: string; slug: string; textId: string; code: string }> {
	const made = await process(world, {
		title: "Regeln für die Beteiligung",
		...given,
		recipe: "comment-draft",
		published: false,
	});
	const { id: textId, code } = await world.db.processText.findFirstOrThrow({ where: { processId: made.id } });
	await nextVersion(world, { textId, text });
	if (given.published ?? true) await published(world, { ...given, id: made.id });
	return { ...made, textId, code };
}

/** Writes and publishes the next version of a text; without a text its words stay as they were. */
export async function nextVersion(
	world: World,
	{ textId, text, note = "Ihre Anmerkungen sind eingearbeitet." }: { textId: string; text: string; note?: string },
): Promise<{ id: string; number: number }> {
	const { id } = await versionInHand(world, { textId, text, note });
	const found = versionInWork(await textById(world, textId));
	if (!found) throw new Error("the version has gone");
	const { number } = must(await publishVersion(world, { textId, revision: found.revision }));
	return { id, number };
}

/** Writes the version that is being worked on, begun if need be. */
export async function versionInHand(
	world: World,
	{ textId, text, note }: { textId: string; text: string; note?: string },
): Promise<{ id: string; revision: number }> {
	if (!versionInWork(await textById(world, textId))) must(await beginVersion(world, { textId }));
	const version = versionInWork(await textById(world, textId));
	if (!version) throw new Error("no version is being worked on");
	const first = publishedVersions(await textById(world, textId)).length === 0;
	const written = must(
		await writeVersion(world, {
			textId,
			revision: version.revision,
			note: first ? null : (note ?? null),
			body: richTextFromMarkdown(text),
		}),
	);
	return { id: version.id, revision: written.revision };
}

/** The key of the paragraph in which these words stand; of a version, or of the newest published one. */
export async function blockWith(world: World, textId: string, words: string, versionId?: string): Promise<string> {
	const newest = publishedVersions(await textById(world, textId)).at(-1);
	const blocks = await blocksOfVersion(world, versionId ?? newest?.id ?? "");
	const block = blocks.find((one) => one.words.includes(words));
	if (!block) throw new Error(`“${words}” stands in no paragraph`);
	return block.key;
}

type AnnotationGiven = {
	textId: string;
	/** Words of the text; null for the text as a whole. */
	quote: string | null;
	/** It is about the whole paragraph in which they stand. */
	whole?: boolean;
	comment?: string;
	suggestion?: string | null;
	withName?: boolean;
	publishedBy?: Actor;
};

/** A remark of the person who is the world's actor on the newest version: stored, handed in, and published if somebody is given. */
export async function annotation(
	world: World,
	given: AnnotationGiven,
): Promise<{ id: string; code: string; number: number }> {
	const { textId, quote } = given;
	const version = publishedVersions(await textById(world, textId)).at(-1);
	const token = newToken();
	must(
		await annotate(world, {
			textId,
			version: version?.number ?? 1,
			blockKey: quote === null ? null : await blockWith(world, textId, quote),
			quote: given.whole ? "" : (quote ?? ""),
			around: { before: "", after: "" },
			suggestion: given.suggestion ?? null,
			comment: richTextFromMarkdown(given.comment ?? "Acht Wochen sind zu lang. Bitte sechs."),
			token,
			authorName: null,
		}),
	);
	const handedIn = must(await handIn(world, { key: { token }, withName: given.withName ?? true }));
	if (given.publishedBy) must(await publishContribution({ ...world, actor: given.publishedBy }, { id: handedIn.id }));
	return handedIn;
}
