import { openPaper } from "~/domains/participation/ballots/commands/open-paper.server";
import { castVote, saveVoteDraft } from "~/domains/participation/votes/commands/cast.server";
import { freezeVote } from "~/domains/participation/votes/commands/freeze.server";
import { addOption, addVote, changeVote, type VoteInput } from "~/domains/participation/votes/commands/set-up.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

/** A vote with its options in a process, by who manages the process; frozen where it says so. */
export async function voteBetween(
	world: World,
	wanted: {
		processId: string;
		settings?: Partial<VoteInput>;
		options: readonly { title: string; text?: string }[];
		frozen?: boolean;
	},
): Promise<{ id: string; position: number }> {
	const made = must(await addVote(world, { processId: wanted.processId }));
	must(
		await changeVote(world, {
			id: made.id,
			title: "Wie soll der Marktplatz werden?",
			intro: "Der Platz wird 2028 erneuert.",
			kind: "choose",
			mostOptions: 1,
			pointsPerVoter: null,
			unranked: "last",
			electorate: "mail",
			paperDays: 0,
			...wanted.settings,
		}),
	);
	for (const { title, text } of wanted.options) {
		must(
			await addOption(world, { voteId: made.id, title, text: text ?? `${title}: was geschieht und was es kostet.` }),
		);
	}
	if (wanted.frozen ?? true) must(await freezeVote(world, { id: made.id }));
	return made;
}

/** The ballot of the person who is the world's actor, cast. @returns the receipt */
export async function voteFor(
	world: World,
	{ voteId, choice }: { voteId: string; choice: Record<string, number> },
): Promise<string> {
	const { token } = must(await openPaper(world, { boxId: voteId }));
	must(await saveVoteDraft(world, { token, choice }));
	return must(await castVote(world, { token, seen: choice })).receipt;
}
