import { houseAddress } from "~/platform/address.server";
import { dayOf } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { storedRichText } from "~/platform/rich-text/check.server";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { decisionKind } from "../recommendations/life";
import { addressOf, bodyAddress } from "./address.server";
import { type Add, own, type Plain, textFile, weighed, without } from "./public-object.server";
import { benchWords, kindWords, resultWord } from "./words";

const most = 5000;

type Db = Pick<View, "db">["db"];

/** Published decisions of these groups with what their papers say. */
export function publishedDecisions(db: Db, groupIds: string[], now: Date) {
	return db.recommendation.findMany({
		where: { groupId: { in: groupIds }, publishedAt: { lte: now } },
		orderBy: { id: "asc" },
		take: most,
		include: {
			tallies: { orderBy: { benchKind: "asc" } },
			particulars: { select: { kind: true } },
			replacedBy: { select: { newerId: true } },
		},
	});
}
export type PublishedDecision = Awaited<ReturnType<typeof publishedDecisions>>[number];

/** Paper, file and consultation of a published decision. @param meetingOf the meeting of a public agenda item */
export function addDecision(
	add: Add,
	row: PublishedDecision,
	meetingOf: ReadonlyMap<string, string>,
	isServed: Served,
) {
	const { id, groupId } = row;
	const meetingId = meetingOf.get(row.agendaItemId);
	const kind = decisionKind(row.particulars?.kind);
	const mainFile = add("File", id, groupId, {
		name: row.title,
		...textFile(id, `${kindWords[kind].paper.toLowerCase()}-${row.code}.txt`, "text/plain"),
		...weighed(row.wordingText),
		text: row.wordingText,
	});
	const consultation = add("Consultation", id, groupId, {
		paper: addressOf("Paper", id),
		// the meeting or the item may be closed: what was recommended there is public all the same
		agendaItem: meetingId && addressOf("AgendaItem", row.agendaItemId),
		meeting: meetingId && addressOf("Meeting", meetingId),
		organization: [addressOf("Organization", groupId)],
		authoritative: kind === "resolution",
		role: kindWords[kind].role,
	});
	const newerId = row.replacedBy?.newerId;
	add("Paper", id, groupId, {
		body: bodyAddress(),
		name: row.title,
		reference: row.code,
		date: row.publishedAt && dayOf(row.publishedAt).toString(),
		paperType: kindWords[kind].paper,
		mainFile,
		originatorOrganization: [addressOf("Organization", groupId)],
		consultation: [consultation],
		relatedPaper: newerId && isServed(newerId) ? [addressOf("Paper", newerId)] : undefined,
		web: houseAddress(`/empfehlung/${row.code}`),
		[own("result")]: resultWord(kind, row.result),
		[own("wordingSha256")]: row.wordingHash,
		[own("votes")]: row.tallies.map(({ benchKind, electorate, present, yes, no, abstain }) =>
			without({ bench: benchWords[benchKind] ?? benchKind, electorate, present, yes, no, abstain }),
		),
	});
}

type Served = (recommendationId: string) => boolean;

/** What a frozen version weighs never changes; so many are remembered. */
const remembered = new Map<string, ReturnType<typeof weighed>>();
const rememberedMost = 2000;

/** A frozen version as it is downloaded: its title, then what it says. */
function versionText({ title, content }: { title: string; content: Prisma.JsonValue }): string {
	return `# ${title}\n\n${markdownFromRichText(storedRichText(content))}\n`;
}

/** Public frozen versions of the texts of these groups, newest first, without what they say. */
export async function publicVersions(db: Db, groupIds: string[]) {
	const rows = await db.groupDocumentVersion.findMany({
		where: { isPublic: true, document: { groupId: { in: groupIds } } },
		orderBy: [{ documentId: "asc" }, { number: "desc" }],
		take: most,
		select: {
			id: true,
			number: true,
			title: true,
			hash: true,
			frozenAt: true,
			document: { select: { id: true, groupId: true, code: true } },
		},
	});
	const unknown = rows.filter(({ id }) => !remembered.has(id)).map(({ id }) => id);
	const texts = await db.groupDocumentVersion.findMany({
		where: { id: { in: unknown } },
		select: { id: true, title: true, content: true },
	});
	const weights = new Map(texts.map((row) => [row.id, weighed(versionText(row))]));
	for (const [id, weight] of weights) if (remembered.size < rememberedMost) remembered.set(id, weight);
	return rows.flatMap((row) => {
		const weight = remembered.get(row.id) ?? weights.get(row.id);
		return weight ? [{ ...row, weight }] : [];
	});
}
type PublicVersion = Awaited<ReturnType<typeof publicVersions>>[number];

/** What one frozen version says, as it is downloaded; null when it is none. Whether it is public has been asked. */
export async function versionDownload(db: Db, id: string): Promise<string | null> {
	const row = await db.groupDocumentVersion.findUnique({ where: { id }, select: { title: true, content: true } });
	return row && versionText(row);
}

/** Paper and files of texts that were written together, as far as versions are public: newest first, earlier ones beside it. */
export function addTexts(add: Add, versions: readonly PublicVersion[], pathOf: (groupId: string) => string) {
	for (const of of Map.groupBy(versions, ({ document }) => document.id).values()) {
		const [newest] = of;
		if (!newest) continue;
		const { document } = newest;
		const files = of.map(({ id, number, title, hash, frozenAt, weight }) =>
			add("File", id, document.groupId, {
				name: `${title} (Fassung ${number})`,
				date: dayOf(frozenAt).toString(),
				...textFile(id, `text-${document.code}-fassung-${number}.md`, "text/markdown"),
				...weight,
				web: houseAddress(`${pathOf(document.groupId)}/texte/${document.code}/fassungen/${number}`),
				[own("contentSha256")]: hash,
			}),
		);
		const [mainFile, ...earlier] = files;
		add("Paper", document.id, document.groupId, {
			body: bodyAddress(),
			name: newest.title,
			reference: document.code,
			date: dayOf(newest.frozenAt).toString(),
			paperType: "Text eines Arbeitskreises",
			mainFile,
			auxiliaryFile: listed(earlier),
			originatorOrganization: [addressOf("Organization", document.groupId)],
			web: houseAddress(`${pathOf(document.groupId)}/texte/${document.code}`),
		});
	}
}

/** Public papers of these groups with all of their versions, newest first. */
export function publicFiles(db: Db, groupIds: string[]) {
	return db.groupFile.findMany({
		where: { groupId: { in: groupIds }, isPublic: true, removedAt: null },
		orderBy: { id: "asc" },
		take: most,
		include: { versions: { orderBy: { number: "desc" }, take: 100 } },
	});
}

/** Paper and files of the papers that a group keeps for everybody. */
export function addFiles(add: Add, rows: Awaited<ReturnType<typeof publicFiles>>, pathOf: (groupId: string) => string) {
	for (const { id, groupId, title, versions } of rows) {
		const files = versions.map(({ fileId, number, name, mediaType, bytes, sha256, at }) =>
			add("File", fileId, groupId, {
				name: versions.length > 1 ? `${title} (Fassung ${number})` : title,
				fileName: name,
				date: dayOf(at).toString(),
				mimeType: mediaType,
				size: bytes,
				accessUrl: houseAddress(`/datei/${fileId}`),
				// the house weighs uploads with SHA-256; OParl has no field for it
				[own("sha256")]: sha256,
			}),
		);
		const [mainFile, ...earlier] = files;
		const [newest] = versions;
		if (!mainFile || !newest) continue;
		add("Paper", id, groupId, {
			body: bodyAddress(),
			name: title,
			date: dayOf(newest.at).toString(),
			paperType: "Unterlage",
			mainFile,
			auxiliaryFile: listed(earlier),
			originatorOrganization: [addressOf("Organization", groupId)],
			web: houseAddress(`${pathOf(groupId)}/unterlagen`),
		});
	}
}

function listed(files: Plain[]): Plain[] | undefined {
	return files.length > 0 ? files : undefined;
}
