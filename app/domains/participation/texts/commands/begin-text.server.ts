import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { textFor } from "~/platform/i18n";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { type FoundProcess, processById } from "../../processes/index.server";
import { messages } from "../messages";
import { mayManageTexts } from "../policy.server";
import { shortQuote, textLimits } from "../text";

/** Makes a text with an empty first version. */
export async function beginText(
	world: ActWorld,
	process: FoundProcess,
	title: string,
): Promise<{ id: string; code: string }> {
	const id = newId(world.now);
	const code = newCode();
	const changed = { changedById: personIdOf(world.actor), changedAt: world.now };
	await world.db.processText.create({
		data: {
			id,
			processId: process.id,
			organisationId: process.organisationId,
			code,
			title,
			createdById: personIdOf(world.actor),
			createdAt: world.now,
			versions: { create: { id: newId(world.now), number: 1, ...changed } },
		},
	});
	await link(world, { from: { kind: "text", id }, relation: "part-of", to: { kind: "process", id: process.id } });
	world.record({
		type: "participation.text.begun",
		subject: { kind: "text", id },
		ownerId: process.organisationId,
		facts: { process: process.id },
	});
	return { id, code };
}

/** Makes the empty text with which a process „Entwurf kommentieren“ begins; called inside the act that makes the process. */
export async function beginTexts(world: ActWorld, processId: string): Promise<void> {
	const process = await processById(world, processId);
	const title = textFor(world.locale, messages)("begun", { title: process.title });
	await beginText(world, process, shortQuote(title, textLimits.titleMost - 2));
}

/**
 * Adds a text to a process, with an empty first version to work on.
 * @returns id and short code; refuses titles that are too short or long, and more than ten texts
 */
export const addText = command(
	"participation.add-text",
	async (
		world: ActWorld,
		{ processId, title }: { processId: string; title: string },
	): Promise<Outcome<{ id: string; code: string }, "title-too-short" | "title-too-long" | "too-many-texts">> => {
		const process = await processById(world, processId);
		demand(mayManageTexts, world.actor, process);
		const named = title.trim();
		if (named.length < textLimits.titleLeast) return refused("title-too-short", { field: "title" });
		if (named.length > textLimits.titleMost) return refused("title-too-long", { field: "title" });
		const count = await world.db.processText.count({ where: { processId } });
		if (count >= textLimits.texts) return refused("too-many-texts", { field: "title" });
		return done(await beginText(world, process, named));
	},
);
