import { beginDueCounts } from "~/domains/participation/ballots/commands/count-ballots.server";
import { importLetterCodes } from "~/domains/participation/ballots/commands/letter-codes.server";
import { openPaperByLetter } from "~/domains/participation/ballots/commands/open-paper.server";
import { tellResult } from "~/domains/participation/ballots/commands/tell-result.server";
import { countBudgetJob } from "~/domains/participation/budgets/commands/count.server";
import { freezeBudget } from "~/domains/participation/budgets/commands/freeze.server";
import { castBallot, saveDraft } from "~/domains/participation/budgets/commands/vote.server";
import type { World } from "~/platform/world.server";
import { budget, withVoting } from "~tests/factories/budgets";
import { must } from "~tests/factories/outcome";
import { process } from "~tests/factories/participation";

type Stage = {
	organisations: { andernach: string; mendig: string };
	posts: { andernachParks: string; mendigBuilding: string };
	house(daysAgo: number): World;
	andernach(daysAgo: number): Promise<World>;
	mendig(daysAgo: number): Promise<World>;
	/** Who releases what the other one prepared. */
	colleague(place: "andernach" | "mendig", daysAgo: number): Promise<World>;
};

const projects = [
	{
		title: "Wasserspielplatz am Rheinufer",
		summary: "Pumpe, Rinnen und Sand für heiße Tage, neben dem Spielplatz am Ufer.",
		euros: 28_000,
		running: 1_200,
	},
	{
		title: "Trinkbrunnen am Marktplatz",
		summary: "Ein Brunnen mit Trinkwasser, auch für Rollstühle und Kinder erreichbar.",
		euros: 20_000,
		running: 600,
	},
	{
		title: "Bühne für Vereine",
		summary: "Eine mobile Bühne, die alle Vereine der Stadt ausleihen können.",
		euros: 15_000,
		running: 300,
	},
	{
		title: "Grünes Dach für die Bushaltestelle",
		summary: "Pflanzen auf dem Dach kühlen den Wartebereich und halten Regen zurück.",
		euros: 10_000,
		running: 150,
	},
	{
		title: "Reparaturwerkstatt im Jugendhaus",
		summary: "Werkzeug und eine Werkbank, einmal in der Woche für alle offen.",
		euros: 9_000,
		running: 2_000,
	},
	{
		title: "Bänke im Stadtpark",
		summary: "Zehn Bänke mit Lehne, je eine alle hundert Meter.",
		euros: 6_000,
		running: 100,
	},
];

/** What each group of voters ticks, and how many they are: a majority for large things, a minority for small ones. */
const groups: [number, string][] = [
	[5, "1 2"],
	[3, "1 2 4"],
	[3, "3 5"],
	[2, "4 5 6"],
	[1, "2 6"],
];

/** One citizens' budget that was counted, and one in which people can vote now. */
export async function loadBudgets(stage: Stage): Promise<void> {
	await loadCounted(stage);
	await loadVoting(stage);
}

async function loadCounted({ organisations, posts, house, andernach, colleague }: Stage): Promise<void> {
	const staff = await andernach(70);
	const made = await process(staff, {
		organisationId: organisations.andernach,
		responsiblePostId: posts.andernachParks,
		title: "Bürgerhaushalt Andernach",
		purpose: "60.000 Euro stehen für Vorhaben bereit, die Menschen aus der Stadt vorgeschlagen haben.",
		fixedPoints: "Der Betrag steht fest. Gebaut wird nur, was das Fachamt für machbar hält.",
		openQuestions: "Welche Vorhaben das Geld bekommen.",
		decidedBy: "Stadtrat Andernach, der dem Ergebnis der Abstimmung folgen will",
		days: { first: 5, last: 25, answered: 50 },
		releasedBy: (await colleague("andernach", 70)).actor,
		categories: [],
	});
	await withVoting(staff, made.id);
	const { id } = await budget(staff, {
		processId: made.id,
		projects,
		settings: { title: "Bürgerhaushalt Andernach: die Abstimmung", electorate: "letter" },
		frozen: false,
	});
	const codes = Array.from({ length: 20 }, (_, index) => `ANDERNACH${String(index + 1).padStart(4, "0")}`);
	must(await importLetterCodes(staff, { boxId: id, text: codes.join("\n") }));
	must(await freezeBudget(staff, { id }));
	const during = house(55);
	for (const [voters, numbers] of groups) {
		const points = Object.fromEntries(numbers.split(" ").map((number) => [number, 1]));
		for (const code of codes.splice(0, voters)) {
			const { token } = must(await openPaperByLetter(during, { boxId: id, code }));
			must(await saveDraft(during, { token, points }));
			must(await castBallot(during, { token, seen: points }));
		}
	}
	const after = house(40);
	await beginDueCounts(after);
	await countBudgetJob(after, { id });
	const note =
		"Der Stadtrat hat das Ergebnis übernommen. Das Grünflächenamt beginnt im Frühjahr mit den bewilligten Vorhaben.";
	must(await tellResult(await andernach(30), { id, note }));
}

async function loadVoting({ organisations, posts, mendig, colleague }: Stage): Promise<void> {
	const staff = await mendig(12);
	const made = await process(staff, {
		organisationId: organisations.mendig,
		responsiblePostId: posts.mendigBuilding,
		title: "Bürgerhaushalt Mendig",
		purpose: "Sie entscheiden mit, wofür 40.000 Euro ausgegeben werden.",
		fixedPoints: "Der Betrag und die Preise stehen fest. Alle Vorhaben sind geprüft und machbar.",
		openQuestions: "Welche der fünf Vorhaben umgesetzt werden.",
		decidedBy: "Verbandsgemeinderat Mendig, der dem Ergebnis der Abstimmung folgen will",
		days: { first: 2, last: 33, answered: 70 },
		releasedBy: (await colleague("mendig", 12)).actor,
		categories: [],
	});
	await withVoting(staff, made.id);
	await budget(staff, {
		processId: made.id,
		projects: [
			{
				title: "Schatten für den Schulhof",
				summary: "Drei große Bäume und ein Sonnensegel für den Hof der Grundschule.",
				euros: 18_000,
				running: 400,
			},
			{
				title: "Fahrradständer am Bahnhof",
				summary: "Vierzig überdachte Plätze zum Anschließen.",
				euros: 12_000,
				running: 200,
			},
			{
				title: "Offene Werkstatt",
				summary: "Ein Raum mit Werkzeug, in dem Nachbarn gemeinsam reparieren.",
				euros: 9_500,
				running: 1_500,
			},
			{
				title: "Blühwiesen an den Ortseingängen",
				summary: "Heimische Blumen statt Rasen auf vier Flächen.",
				euros: 7_000,
				running: 900,
			},
			{
				title: "Lesebank an der Bücherei",
				summary: "Eine Bank mit Bücherschrank, Tag und Nacht offen.",
				euros: 2_500,
				running: 50,
			},
		],
		settings: {
			title: "Bürgerhaushalt Mendig: die Abstimmung",
			amountCents: 4_000_000n,
			mostProjects: 3,
			withinAmount: true,
		},
	});
}
