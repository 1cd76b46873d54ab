import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { hashToken, newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { type EnteredOnBehalf, enterOnBehalf } from "../../contributions/commands/enter-on-behalf.server";
import { type FoundProcess, processById } from "../../processes/index.server";
import { publishedVersions, textById } from "../../texts/queries/find-text.server";
import { type Card, type CardCode, cardProblems, type PaperChannel, type Reach, titleOf } from "../paper";
import { mayEnterPaper, takesPaper } from "../policy.server";
import { slipHash } from "../slip-code.server";

type CardInput = Card & {
	processId: string;
	channel: PaperChannel;
	/** Whether readers see the name. */
	nameIsPublic: boolean;
	/** The text that it is a remark on; null for a contribution of its own. */
	textId: string | null;
	/** Secret of the page it was typed in on: sending it twice makes one. */
	entry: string;
};

export type EnterCode = CardCode | "paper-closed" | "text-unknown";

const enter = command(
	"participation.enter-paper",
	async (world: ActWorld, input: CardInput): Promise<Outcome<EnteredOnBehalf, EnterCode>> => {
		const process = await processById(world, input.processId);
		demand(mayEnterPaper, world.actor, process);
		const kind = input.textId === null ? "idea" : "annotation";
		if (!takesPaper(process, kind, world.now)) return refused("paper-closed");
		const problems = cardProblems(input, process.categories);
		if (problems.length > 0) return { done: false, refusals: problems };
		const version = input.textId === null ? null : await versionOf(world, process, input.textId);
		if (input.textId !== null && !version) return refused("text-unknown", { field: "text" });
		const id = newId(world.now);
		const entered = await enterOnBehalf(world, process, {
			id,
			kind,
			title: titleOf(input),
			text: richTextFromMarkdown(input.text.trim()),
			category: input.category,
			place: input.place,
			channel: input.channel,
			authorName: input.nameIsPublic ? input.name : null,
			statusHash: slipHash(id),
		});
		if (version) {
			// on paper people name a paragraph in words: it is a remark on the text as a whole
			const whole = { blockKey: null, quote: "", before: "", after: "", whole: false, suggestion: null };
			await world.db.annotation.create({ data: { contributionId: id, ...version, ...whole } });
		}
		await world.db.paperEntry.create({
			data: {
				id,
				contributionId: id,
				processId: process.id,
				organisationId: process.organisationId,
				...reachOf(input),
				entryHash: hashToken(input.entry),
				enteredById: personIdOf(world.actor),
				enteredAt: world.now,
			},
		});
		world.record({
			type: "participation.paper.entered",
			subject: { kind: "contribution", id },
			ownerId: process.organisationId,
			facts: { process: process.id, channel: input.channel, wish: input.wish },
		});
		return done(entered);
	},
);

/** What is kept to tell the author; who wants to be told nothing leaves nothing. */
export function reachOf({ wish, name, street, town, phone }: Reach) {
	return {
		wish,
		name: wish === "none" ? null : name,
		street: wish === "letter" ? street : null,
		town: wish === "letter" ? town : null,
		phone: wish === "none" ? null : phone,
	};
}

async function versionOf(world: ActWorld, process: FoundProcess, textId: string) {
	const text = await textById(world, textId);
	const newest = publishedVersions(text).at(-1);
	return text.processId === process.id && newest ? { textId, versionId: newest.id } : null;
}

/**
 * Writes down one card, letter or call for its author. Sent twice, also at the same moment, it is one; the second time
 * leads to what the first has made.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export async function enterCard(world: World, input: CardInput): Promise<Outcome<EnteredOnBehalf, EnterCode>> {
	const earlier = await enteredBefore(world, input);
	if (earlier) return done(earlier);
	try {
		return await enter(world, input);
	} catch (error) {
		const meanwhile = isTaken(error) ? await enteredBefore(world, input) : null;
		if (!meanwhile) throw error;
		return done(meanwhile);
	}
}

async function enteredBefore(world: World, { entry, processId }: CardInput): Promise<EnteredOnBehalf | null> {
	const known = await world.db.paperEntry.findFirst({
		where: { entryHash: hashToken(entry), processId, enteredById: personIdOf(world.actor) },
		select: { contribution: { select: { id: true, code: true, number: true } } },
	});
	return known?.contribution ? { ...known.contribution, number: known.contribution.number ?? 0 } : null;
}
