import { locate } from "~/platform/passages/anchor";
import { demand } from "~/platform/policy";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { stateOf as stateOfProcess } from "../../processes/index";
import { processAt } from "../../processes/index.server";
import { mayManageTexts, mayTreat } from "../policy.server";
import { blocksOfVersion, wholeText } from "./blocks.server";
import { type FoundText, publishedVersions, textAt, versionInWork } from "./find-text.server";
import { blockHtml, type TextAddress } from "./text-page.server";

const standing = { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null } as const;

/** The texts of a process for its staff. @throws NotFound, Forbidden */
export async function managedTexts(view: View, at: { place: string; process: string }) {
	const process = await processAt(view, at);
	demand(mayTreat, view.actor, process);
	const rows = await view.db.processText.findMany({
		where: { processId: process.id },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		include: { versions: { orderBy: { number: "asc" } } },
	});
	return {
		processId: process.id,
		place: { slug: at.place, name: process.organisation.space?.name ?? process.organisation.shortName },
		process: { slug: process.slug, title: process.title, state: stateOfProcess(process, view.now) },
		may: { manage: mayManageTexts(view.actor, process) },
		texts: await Promise.all(
			rows.map(async (row) => ({
				code: row.code,
				title: row.title,
				published: publishedVersions(row).at(-1)?.number ?? null,
				inWork: versionInWork(row)?.number ?? null,
				annotations: await view.db.annotation.count({ where: { textId: row.id, contribution: standing } }),
				open: await openCount(view, row.id),
			})),
		),
	};
}

/** Annotations that have no released answer yet. The answer belongs to a later sub-domain; its row is only looked at. */
function openCount(view: Pick<View, "db">, textId: string): Promise<number> {
	const answered = { some: { answer: { releasedAt: { not: null } } } };
	return view.db.annotation.count({ where: { textId, contribution: { ...standing, NOT: { answers: answered } } } });
}

async function headOfManaged(view: View, at: TextAddress) {
	const text = await textAt(view, at);
	const { process } = text;
	return {
		text,
		head: {
			id: text.id,
			code: text.code,
			title: text.title,
			place: { slug: at.place, name: process.organisation.space?.name ?? process.organisation.shortName },
			process: { slug: process.slug, title: process.title },
		},
	};
}

/** One text for its staff: its versions and what can be done. @throws NotFound, Forbidden */
export async function managedText(view: View, at: TextAddress) {
	const { text, head } = await headOfManaged(view, at);
	demand(mayTreat, view.actor, text);
	return {
		...head,
		versions: text.versions.map(({ number, note, changedAt, publishedAt }) => ({
			number,
			note,
			changedAt,
			publishedAt,
		})),
		inWork: versionInWork(text)?.number ?? null,
		annotations: await view.db.annotation.count({ where: { textId: text.id, contribution: standing } }),
		open: await openCount(view, text.id),
		may: { manage: mayManageTexts(view.actor, text) },
	};
}

/** The version that is being worked on, as its form shows it; `inWork` is null when there is none. @throws NotFound, Forbidden */
export async function versionToWrite(view: View, at: TextAddress) {
	const { text, head } = await headOfManaged(view, at);
	demand(mayManageTexts, view.actor, text);
	const version = versionInWork(text);
	return {
		...head,
		first: publishedVersions(text).length === 0,
		inWork: version && {
			number: version.number,
			revision: version.revision,
			note: version.note ?? "",
			body: markdownFromRichText(wholeText(await blocksOfVersion(view, version.id))),
		},
	};
}

/**
 * What publishing the version in work would do: the text as people will read it, and what becomes of the annotations.
 * @throws NotFound, Forbidden
 */
export async function versionToPublish(view: View, at: TextAddress) {
	const { text, head } = await headOfManaged(view, at);
	demand(mayManageTexts, view.actor, text);
	const version = versionInWork(text);
	const blocks = version ? await blocksOfVersion(view, version.id) : [];
	return {
		...head,
		first: publishedVersions(text).length === 0,
		inWork: version && { number: version.number, revision: version.revision, note: version.note },
		blocks: blocks.map((block) => ({ key: block.key, html: blockHtml(block) })),
		...(version
			? await fatesIn(view, text, blocks)
			: { fates: { exact: 0, context: 0, similar: 0, paragraph: 0, lost: 0 }, lost: [] }),
	};
}

async function fatesIn(view: View, text: FoundText, blocks: Awaited<ReturnType<typeof blocksOfVersion>>) {
	const rows = await view.db.annotation.findMany({
		where: { textId: text.id, contribution: standing, blockKey: { not: null } },
		orderBy: { contribution: { number: "asc" } },
		include: { contribution: { select: { number: true, code: true } } },
	});
	const fates = { exact: 0, context: 0, similar: 0, paragraph: 0, lost: 0 };
	const lost: { number: number; code: string; quote: string }[] = [];
	for (const { blockKey, contribution, ...anchor } of rows) {
		const { how } = locate({ ...anchor, key: blockKey ?? "" }, blocks);
		fates[how] += 1;
		if (how === "lost") lost.push({ number: contribution.number ?? 0, code: contribution.code, quote: anchor.quote });
	}
	return { fates, lost };
}
