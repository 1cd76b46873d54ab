import { beginDueCounts } from "~/domains/participation/ballots/commands/count-ballots.server";
import { importLetterCodes } from "~/domains/participation/ballots/commands/letter-codes.server";
import { openPaperByLetter } from "~/domains/participation/ballots/commands/open-paper.server";
import { tellResult } from "~/domains/participation/ballots/commands/tell-result.server";
import { castVote, saveVoteDraft } from "~/domains/participation/votes/commands/cast.server";
import { countVoteJob } from "~/domains/participation/votes/commands/count.server";
import { freezeVote } from "~/domains/participation/votes/commands/freeze.server";
import type { World } from "~/platform/world.server";
import { withVoting } from "~tests/factories/budgets";
import { must } from "~tests/factories/outcome";
import { process } from "~tests/factories/participation";
import { voteBetween } from "~tests/factories/votes";

type Stage = {
	organisations: { andernach: string; mendig: string };
	posts: { andernachParks: string; mendigBuilding: string };
	house(daysAgo: number): World;
	andernach(daysAgo: number): Promise<World>;
	mendig(daysAgo: number): Promise<World>;
	/** Who releases what the other one prepared. */
	colleague(place: "andernach" | "mendig", daysAgo: number): Promise<World>;
};

/** One vote that was counted by resistance, and one in which people can vote now. */
export async function loadVotes(stage: Stage): Promise<void> {
	await loadCounted(stage);
	await loadVoting(stage);
}

/** Resistance of each person to one-way street, 20 km/h with bollards, pedestrian zone, and to leaving everything. */
const resistances = [
	[0, 3, 0, 8],
	[0, 4, 1, 9],
	[1, 3, 0, 7],
	[10, 4, 10, 2],
	[9, 3, 10, 8],
	[2, 2, 4, 7],
	[8, 1, 9, 5],
];

async function loadCounted({ organisations, posts, house, andernach, colleague }: Stage): Promise<void> {
	const staff = await andernach(60);
	const made = await process(staff, {
		organisationId: organisations.andernach,
		responsiblePostId: posts.andernachParks,
		title: "Hochstraße: Wie soll sie werden?",
		purpose: "In der Hochstraße wird es eng. Drei Lösungen sind geprüft.",
		fixedPoints: "Alle drei Lösungen sind bezahlbar. Rettungswagen kommen immer durch.",
		openQuestions: "Mit welcher Lösung die meisten leben können.",
		decidedBy: "Stadtrat Andernach",
		days: { first: 4, last: 18, answered: 40 },
		releasedBy: (await colleague("andernach", 60)).actor,
		categories: [],
	});
	await withVoting(staff, made.id);
	const { id } = await voteBetween(staff, {
		processId: made.id,
		settings: {
			title: "Mit welcher Lösung können Sie leben?",
			intro: "Geben Sie jeder Lösung eine Zahl. Es gewinnt, was den wenigsten Widerstand hat.",
			kind: "resistance",
			electorate: "letter",
		},
		options: [
			{
				title: "Einbahnstraße",
				text: "Autos fahren nur noch bergab. Kosten: 12.000 Euro für Schilder und Markierung.",
			},
			{ title: "Tempo 20 mit Pollern", text: "Alle dürfen fahren, aber langsam. Kosten: 30.000 Euro." },
			{ title: "Fußgängerzone", text: "Autos nur zum Liefern bis 10 Uhr. Kosten: 55.000 Euro." },
		],
		frozen: false,
	});
	const codes = resistances.map((_, index) => `HOCHSTRASSE${String(index + 1).padStart(3, "0")}`);
	must(await importLetterCodes(staff, { boxId: id, text: codes.join("\n") }));
	must(await freezeVote(staff, { id }));
	const during = house(48);
	for (const [index, figures] of resistances.entries()) {
		const choice: Record<string, number> = Object.fromEntries(figures.map((figure, place) => [place + 1, figure]));
		const { token } = must(await openPaperByLetter(during, { boxId: id, code: codes[index] ?? "" }));
		must(await saveVoteDraft(during, { token, choice }));
		must(await castVote(during, { token, seen: choice }));
	}
	const after = house(38);
	await beginDueCounts(after);
	await countVoteJob(after, { id });
	const note =
		"Der Stadtrat folgt dem Ergebnis. Die Poller werden im Mai eingebaut, nach einem Jahr wird nachgemessen.";
	must(await tellResult(await andernach(25), { id, note }));
}

async function loadVoting({ organisations, posts, mendig, colleague }: Stage): Promise<void> {
	const staff = await mendig(11);
	const made = await process(staff, {
		organisationId: organisations.mendig,
		responsiblePostId: posts.mendigBuilding,
		title: "Ein Name für das neue Bürgerhaus",
		purpose: "Das Bürgerhaus in Mendig ist bald fertig. Es braucht einen Namen.",
		fixedPoints: "Vier Namen stehen zur Wahl, eine Jury hat sie aus 60 Vorschlägen ausgesucht.",
		openQuestions: "Welcher Name es wird.",
		decidedBy: "Verbandsgemeinderat Mendig, der dem Ergebnis der Abstimmung folgen will",
		days: { first: 2, last: 34, answered: 60 },
		releasedBy: (await colleague("mendig", 11)).actor,
		categories: [],
	});
	await withVoting(staff, made.id);
	await voteBetween(staff, {
		processId: made.id,
		settings: {
			title: "Wie soll das Bürgerhaus heißen?",
			intro: "Geben Sie Plätze. Sie müssen nicht jedem Namen einen Platz geben.",
			kind: "ranking",
			mostOptions: null,
		},
		options: [
			{ title: "Laacher Haus", text: "Nach dem Laacher See." },
			{ title: "Basalthaus", text: "Nach dem Stein, auf dem Mendig steht." },
			{ title: "Haus der Begegnung", text: "Sagt, wofür es da ist." },
			{ title: "Alte Brauerei", text: "So heißt der Platz schon lange." },
		],
	});
}
