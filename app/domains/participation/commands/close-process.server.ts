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
		// asked while it is open, because a vote that still runs is over as soon as it is closed; and once more behind the
		// lock of closing, so that nothing comes in between
		const open = await countWaiting(world, input.id);
		const closed = await archiveProcess(world, input);
		if (!closed.done) return closed;
		const count = Math.max(open, await countWaiting(world, input.id));
		return count > 0 ? refused("answers-missing", { values: { count } }) : closed;
	},
);

async function countWaiting(world: ActWorld, processId: string): Promise<number> {
	return (await waitingInParts(world, processId)).reduce((sum, part) => sum + part.count, 0);
}
