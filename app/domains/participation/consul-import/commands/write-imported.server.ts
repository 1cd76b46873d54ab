import type { ActWorld } from "~/platform/act.server";
import { canonical } from "~/platform/rich-text/canonical";
import { plainText } from "~/platform/rich-text/render.server";
import type { Block, RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";
import { contributionsImported, importedTogether } from "../events";
import { keyOf, titleFor } from "../judge";
import type { ImportedComment, ImportedContribution, ImportedFrame } from "../record";

type Target = { processId: string; organisationId: string; source: string };
/** What something became here, by its key on the other platform. */
type Written = Map<string, { subjectKind: string; subjectId: string }>;

/** Rows written at once. */
const batch = 500;

async function inBatches<One>(list: readonly One[], write: (some: One[]) => Promise<unknown>): Promise<void> {
	for (let from = 0; from < list.length; from += batch) await write(list.slice(from, from + batch));
}

/** Paragraphs as they stand in the text; nothing in it is read as Markdown. */
function bodyOf(text: string): RichText {
	const content = text.split(/\n{2,}/).map(
		(paragraph): Block => ({
			type: "paragraph",
			content: paragraph
				.split("\n")
				.flatMap((line, index) => [
					...(index > 0 ? [{ type: "hardBreak" as const }] : []),
					...(line ? [{ type: "text" as const, text: line }] : []),
				]),
		}),
	);
	return canonical({ type: "doc", content });
}

/** Oldest first. */
export const inTime = (one: { writtenAt: Date | null }, other: { writtenAt: Date | null }) =>
	(one.writtenAt?.getTime() ?? 0) - (other.writtenAt?.getTime() ?? 0);

/** Old addresses of the process itself. */
export async function writeFrames(world: ActWorld, target: Target, frames: readonly ImportedFrame[]): Promise<void> {
	await world.db.importedThing.createMany({
		data: frames
			.filter(({ originalId }) => originalId !== "")
			.map(({ kind, originalId }) => ({
				...target,
				id: newId(world.now),
				kind,
				originalId,
				subjectKind: "process",
				subjectId: target.processId,
			})),
		skipDuplicates: true,
	});
}

/**
 * Contributions with their days, in the order in which they are given, as if they had been published then; in batches, because one act each
 * would take minutes for some thousands. Their authors are names in the text, nobody's account and nobody's address.
 */
export async function writeContributions(
	world: ActWorld,
	target: Target,
	contributions: readonly ImportedContribution[],
): Promise<Written> {
	const { processId, organisationId } = target;
	const count = contributions.length;
	const [row] = await world.db.$queryRaw<{ number: number }[]>`
		UPDATE process SET next_number = next_number + ${count} WHERE id = ${processId}::uuid
		RETURNING next_number - ${count} AS number`;
	if (!row) throw new Error(`process ${processId} has gone`);
	const made = contributions.map((one, index) => {
		const at = one.writtenAt ?? world.now;
		const body = bodyOf(one.text || one.title);
		return {
			one,
			data: {
				id: newId(at),
				processId,
				organisationId,
				number: row.number + index,
				code: newCode(),
				title: titleFor(one),
				body: { ...body },
				excerpt: plainText(body),
				category: one.category,
				place: one.place,
				latitude: one.at?.latitude ?? null,
				longitude: one.at?.longitude ?? null,
				authorName: one.author,
				createdAt: at,
				updatedAt: at,
				submittedAt: at,
				publishedAt: at,
			},
		};
	});
	await inBatches(made, (some) => world.db.contribution.createMany({ data: some.map(({ data }) => data) }));
	await inBatches(made, (some) =>
		world.db.importedThing.createMany({
			data: some.map(({ one, data }) => ({
				...target,
				id: newId(world.now),
				kind: one.kind,
				originalId: one.originalId,
				subjectKind: "contribution",
				subjectId: data.id,
				votes: one.votes === null ? null : Math.round(one.votes),
			})),
		}),
	);
	// the same links that handing in makes, all at once
	await inBatches(made, (some) =>
		world.db.traceLink.createMany({
			data: some.map(({ data }) => ({
				id: newId(world.now),
				fromKind: "contribution",
				fromId: data.id,
				relation: "part-of",
				toKind: "process",
				toId: processId,
				createdAt: data.createdAt,
			})),
		}),
	);
	for (let from = 0; from < made.length; from += importedTogether) {
		world.record({
			type: contributionsImported,
			subject: { kind: "process", id: processId },
			ownerId: organisationId,
			facts: { contributions: made.slice(from, from + importedTogether).map(({ data }) => data.id) },
		});
	}
	return new Map(made.map(({ one, data }) => [keyOf(one), { subjectKind: "contribution", subjectId: data.id }]));
}

/** Comments with their replies, oldest first; each is numbered on after those that its contribution has. */
export async function writeComments(
	world: ActWorld,
	target: Target,
	comments: readonly ImportedComment[],
	known: ReadonlyMap<string, { subjectKind: string; subjectId: string }>,
): Promise<void> {
	const { processId, organisationId } = target;
	const on = (comment: ImportedComment) =>
		known.get(keyOf({ kind: comment.on.kind, originalId: comment.on.id }))?.subjectId;
	const contributionIds = [...new Set(comments.flatMap((comment) => on(comment) ?? []))];
	const rows = await world.db.contribution.findMany({
		where: { id: { in: contributionIds } },
		select: { id: true, nextComment: true },
	});
	const next = new Map(rows.map(({ id, nextComment }) => [id, nextComment]));
	const earlier = await world.db.comment.findMany({
		where: {
			id: {
				in: [...known.values()].flatMap(({ subjectKind, subjectId }) => (subjectKind === "comment" ? [subjectId] : [])),
			},
		},
		select: { id: true, thread: true, contributionId: true },
	});
	const threads = new Map<string, { id: string; thread: number; contributionId: string }>();
	for (const [key, { subjectId }] of known) {
		const row = earlier.find(({ id }) => id === subjectId);
		if (row?.thread) threads.set(key, { ...row, thread: row.thread });
	}
	const made = comments.flatMap((comment) => {
		const contributionId = on(comment);
		const number = contributionId && next.get(contributionId);
		if (!contributionId || !number) return [];
		next.set(contributionId, number + 1);
		const parent = comment.replyTo ? threads.get(keyOf({ kind: "comment", originalId: comment.replyTo })) : undefined;
		// a reply whose comment was left out begins a thread of its own
		const replyTo = parent?.contributionId === contributionId ? parent : undefined;
		const at = comment.writtenAt ?? world.now;
		const data = {
			id: newId(at),
			processId,
			organisationId,
			contributionId,
			replyToId: replyTo?.id ?? null,
			number,
			thread: replyTo?.thread ?? number,
			code: newCode(),
			text: comment.text,
			authorName: comment.author,
			createdAt: at,
			updatedAt: at,
			submittedAt: at,
			publishedAt: at,
		};
		threads.set(keyOf(comment), { id: data.id, thread: data.thread, contributionId });
		return [{ comment, data }];
	});
	await inBatches(made, (some) => world.db.comment.createMany({ data: some.map(({ data }) => data) }));
	await inBatches(made, (some) =>
		world.db.importedThing.createMany({
			data: some.map(({ comment, data }) => ({
				...target,
				id: newId(world.now),
				kind: "comment",
				originalId: comment.originalId,
				subjectKind: "comment",
				subjectId: data.id,
				votes: comment.votes === null ? null : Math.round(comment.votes),
			})),
		}),
	);
	await world.db.$executeRaw`
		UPDATE contribution SET next_comment = numbers.next
		FROM (SELECT unnest(${[...next.keys()]}::uuid[]) AS id, unnest(${[...next.values()]}::int[]) AS next) numbers
		WHERE contribution.id = numbers.id`;
}
