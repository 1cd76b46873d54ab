import { type ActWorld, command } from "~/platform/act.server";
import type { Outcome, Refusal } from "~/platform/outcome";
import { announceParts, missingInParts } from "../parts.server";
import { askForPublication } from "../processes/commands/ask-publication.server";
import { publishProcess } from "../processes/commands/publish-process.server";

/** Asks for the release of a draft; refused as `askForPublication` is, and while one of its parts is not set up. */
export const askForWholePublication = command(
	"participation.ask-for-publication",
	async (world: ActWorld, input: Parameters<typeof askForPublication>[1]) =>
		withParts(world, input.id, await askForPublication(world, input)),
);

/** Shows a process to everybody; refused as `publishProcess` is, and while one of its parts is not set up. */
export const publishWholeProcess = command(
	"participation.publish-process",
	async (world: ActWorld, input: Parameters<typeof publishProcess>[1]) => {
		const outcome = await withParts(world, input.id, await publishProcess(world, input));
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
