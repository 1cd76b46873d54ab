import { type ActWorld, command } from "~/platform/act.server";
import { refused } from "~/platform/outcome";
import { missingInParts } from "../parts.server";
import { publishProcess } from "../processes/commands/publish-process.server";

/** Shows a process to everybody; refused as `publishProcess` is, and while one of its parts is not set up. */
export const publishWholeProcess = command(
	"participation.publish-process",
	async (world: ActWorld, input: { id: string }) => {
		const published = await publishProcess(world, input);
		if (!published.done) return published;
		return (await missingInParts(world, input.id)).length > 0 ? refused("part-incomplete") : published;
	},
);
