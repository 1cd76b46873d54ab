import { type ActWorld, command } from "~/platform/act.server";
import { type Outcome, refused } from "~/platform/outcome";
import { waitingInParts } from "../parts.server";
import { archiveProcess } from "../processes/commands/archive-process.server";

/** Closes a process for good; refused while anything in it still wants an answer (participation-practice.md, 2.4). */
export const closeProcess = command(
	"participation.archive-process",
	async (
		world: ActWorld,
		input: { id: string },
	): Promise<Outcome<{ slug: string }, "not-to-archive" | "answers-missing">> => {
		const closed = await archiveProcess(world, input);
		if (!closed.done) return closed;
		const waiting = await waitingInParts(world, input.id);
		const count = waiting.reduce((sum, part) => sum + part.count, 0);
		return count > 0 ? refused("answers-missing", { values: { count } }) : closed;
	},
);
