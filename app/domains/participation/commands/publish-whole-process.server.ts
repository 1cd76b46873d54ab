import { type ActWorld, command } from "~/platform/act.server";
import { type Outcome, type Refusal, refused } from "~/platform/outcome";
import { announceParts, changedSinceAsked, digestsOfParts, missingInParts } from "../parts.server";
import { askForPublication } from "../processes/commands/ask-publication.server";
import { type Published, type PublishRefusal, publishProcess } from "../processes/commands/publish-process.server";

/** Asks for the release of a draft; refused as `askForPublication` is, and while one of its parts is not set up. */
export const askForWholePublication = command(
	"participation.ask-for-publication",
	async (world: ActWorld, input: Parameters<typeof askForPublication>[1]) => {
		const outcome = await withParts(world, input.id, await askForPublication(world, input));
		if (outcome.done) {
			const releaseDigests = await digestsOfParts(world, input.id);
			await world.db.process.update({ where: { id: input.id }, data: { releaseDigests } });
		}
		return outcome;
	},
);

/**
 * Shows a process to everybody; refused as `publishProcess` is, while one of its parts is not set up, and when a part was
 * changed after the release was asked for: whoever changed it could otherwise release it alone.
 */
export const publishWholeProcess = command(
	"participation.publish-process",
	async (
		world: ActWorld,
		input: Parameters<typeof publishProcess>[1],
	): Promise<Outcome<Published, PublishRefusal | "part-incomplete" | "parts-changed">> => {
		const changed = await changedSinceAsked(world, input.id);
		const outcome = await withParts(world, input.id, await publishProcess(world, input));
		if (outcome.done && changed.length > 0) return refused("parts-changed");
		if (outcome.done) await announceParts(world, input.id);
		return outcome;
	},
);

/** The outcome, unless a part is not set up: then the whole act is refused and rolled back. */
async function withParts<Value, Code extends string>(
	world: ActWorld,
	processId: string,
	outcome: Outcome<Value, Code>,
): Promise<Outcome<Value, Code | "part-incomplete">> {
	if (!outcome.done || (await missingInParts(world, processId)).length === 0) return outcome;
	const refusals: Refusal<"part-incomplete">[] = [{ code: "part-incomplete" }];
	return { done: false, refusals };
}
