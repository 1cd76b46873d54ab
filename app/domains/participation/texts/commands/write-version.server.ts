import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { carriedKeys, readableOf } from "~/platform/passages/block";
import { demand } from "~/platform/policy";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";
import { mayManageTexts } from "../policy.server";
import { blocksOfVersion } from "../queries/blocks.server";
import { type FoundText, publishedVersions, textById, versionInWork } from "../queries/find-text.server";
import { textLimits } from "../text";

export type WriteRefusal = "changed-meanwhile" | "no-version-in-work" | "text-too-many-blocks" | "note-too-long";

/**
 * Stores the version that is being worked on. Its paragraphs keep the keys of the paragraphs they came from, so that
 * annotations and comparisons follow them.
 * @param revision the one that was read; refused as `changed-meanwhile` when there is another by now
 */
export const writeVersion = command(
	"participation.write-text-version",
	async (
		world: ActWorld,
		{ textId, revision, note, body }: { textId: string; revision: number; note: string | null; body: RichText },
	): Promise<Outcome<{ revision: number }, WriteRefusal>> => {
		const text = await textById(world, textId);
		demand(mayManageTexts, world.actor, text);
		const version = versionInWork(text);
		if (!version) return refused("no-version-in-work");
		const content = isEmptyRichText(body) ? [] : body.content;
		if (content.length > textLimits.blocks)
			return refused("text-too-many-blocks", {
				field: "body",
				values: { most: textLimits.blocks, now: content.length },
			});
		if ((note ?? "").length > textLimits.noteMost) return refused("note-too-long", { field: "note" });
		const { count } = await world.db.textVersion.updateMany({
			where: { id: version.id, revision, publishedAt: null },
			data: {
				revision: revision + 1,
				note: note?.trim() || null,
				changedById: personIdOf(world.actor),
				changedAt: world.now,
			},
		});
		if (count === 0) return refused("changed-meanwhile");
		await storeBlocks(world, text, version.id, content);
		world.record({
			type: "participation.text.version-changed",
			subject: { kind: "text", id: textId },
			ownerId: text.organisationId,
			facts: { number: version.number, revision: revision + 1, blocks: content.length },
		});
		return done({ revision: revision + 1 });
	},
);

async function storeBlocks(world: ActWorld, text: FoundText, versionId: string, content: RichText["content"]) {
	// what was written into this version itself comes first, then what the version before brings along
	const own = await blocksOfVersion(world, versionId);
	const before = publishedVersions(text).at(-1);
	const known = new Set(own.map(({ key }) => key));
	const older = before ? (await blocksOfVersion(world, before.id)).filter(({ key }) => !known.has(key)) : [];
	const words = content.map(readableOf);
	const keys = carriedKeys([...own, ...older], words, () => newCode(6));
	await world.db.textBlock.deleteMany({ where: { versionId } });
	await world.db.textBlock.createMany({
		data: content.map((block, position) => ({
			versionId,
			key: keys[position] ?? newCode(6),
			position,
			content: { ...block },
			words: words[position] ?? "",
		})),
	});
	await world.db.annotationCredit.deleteMany({ where: { versionId, blockKey: { notIn: keys } } });
}

/** Begins the next version with the words of the published one; refuses while another is being worked on. */
export const beginVersion = command(
	"participation.begin-text-version",
	async (
		world: ActWorld,
		{ textId }: { textId: string },
	): Promise<Outcome<{ number: number }, "version-in-work" | "no-version-yet">> => {
		await world.db.$queryRaw`SELECT 1 FROM process_text WHERE id = ${textId}::uuid FOR UPDATE`;
		const text = await textById(world, textId);
		demand(mayManageTexts, world.actor, text);
		if (versionInWork(text)) return refused("version-in-work");
		const newest = publishedVersions(text).at(-1);
		if (!newest) return refused("no-version-yet");
		const id = newId(world.now);
		const number = newest.number + 1;
		await world.db.textVersion.create({
			data: { id, textId, number, changedById: personIdOf(world.actor), changedAt: world.now },
		});
		const blocks = await blocksOfVersion(world, newest.id);
		await world.db.textBlock.createMany({
			data: blocks.map(({ key, words, block }, position) => ({
				versionId: id,
				key,
				position,
				content: { ...block },
				words,
			})),
		});
		world.record({
			type: "participation.text.version-begun",
			subject: { kind: "text", id: textId },
			ownerId: text.organisationId,
			facts: { number },
		});
		return done({ number });
	},
);
