import { askParticipation, setThreshold } from "~/domains/participation/project-list/commands/ask-participation.server";
import { moveProject } from "~/domains/participation/project-list/commands/keep-project.server";
import type { Actor } from "~/platform/actor";
import type { World } from "~/platform/world.server";
import { resolution } from "~tests/factories/council";
import { must } from "~tests/factories/outcome";
import { listedProject } from "~tests/factories/project-list";
import type { PersonKey } from "./people";

/** Who of the demonstration keeps the project lists, days before today. */
export type CouncilStage = {
	organisations: Record<"mendig" | "andernach", string>;
	posts: { mendigBuilding: string; andernachParks: string };
	/** The processes that two of the projects are asked about in. */
	processes: Record<"everydayWays" | "playground", string>;
	as(key: PersonKey, daysAgo: number, hour?: number): Promise<World & { actor: Actor & { kind: "person" } }>;
};

/**
 * Two project lists, and a resolution as councils take them: adopted without the item that would have paid for it. All of it
 * is invented; that a council adopted guidelines without the money for their platform has happened elsewhere.
 */
export async function loadCouncil({ organisations, posts, processes, as }: CouncilStage): Promise<void> {
	const mendig = { organisationId: organisations.mendig, responsiblePostId: posts.mendigBuilding };
	must(await setThreshold(await as("mendigManager", 120), { organisationId: organisations.mendig, threshold: 100 }));
	const platform = await listedProject(await as("mendigManager", 110), {
		...mendig,
		title: "Regeln und Plattform für Beteiligung",
		summary: "Feste Regeln, wann und wie gefragt wird, und eine Plattform, auf der alles an einer Stelle steht.",
		place: "In der ganzen Verbandsgemeinde",
		timeFrame: "seit Frühjahr, Plattform noch offen",
		costCents: 3_500_000n,
		yearlyCents: 1_200_000n,
		goal: "Verwaltung, die zuhört",
		participation: "yes",
		participationReason: "Regeln für Beteiligung gehen alle an, die sich beteiligen sollen.",
		participationHow: "Arbeitskreis mit Verwaltung, Politik, Beiräten und Bürgerschaft; öffentliche Sitzungen.",
		stage: "planning",
	});
	await resolution(await as("mendigManager", 88), {
		organisationId: organisations.mendig,
		about: { kind: "project", id: platform.id },
		daysAgo: 2,
		title: "Leitlinien für Bürgerbeteiligung",
		body: "Verbandsgemeinderat Mendig",
		agendaItem: "TOP 5",
		paperNumber: "2026/041",
		outcome: "partial",
		exceptItems: "Ziffer 7",
		effect: "binds",
		funding: "unfunded",
		voting: "counted",
		votes: { for: 19, against: 6, abstentions: 3 },
		summary:
			"Die Leitlinien gelten ab sofort für alle Ämter: früh fragen, alle erreichen, jeden Beitrag beantworten.\n\nZiffer 7 wurde gestrichen. Sie hätte 12.000 Euro im Jahr für eine Plattform bereitgestellt. Damit sind die Leitlinien beschlossen, aber nicht finanziert.",
		deviation: "deviates",
		deviationReason:
			"Der Rat will erst den Haushalt des nächsten Jahres abwarten. Bis dahin soll die Verwaltung mit den vorhandenen Mitteln auskommen.",
	});
	must(
		await moveProject(await as("mendigManager", 85), {
			id: platform.id,
			from: "planning",
			to: "under-way",
			note: "Die Leitlinien gelten. Über das Geld für die Plattform wird mit dem Haushalt neu beraten.",
		}),
	);
	await listedProject(await as("mendigManager", 17), {
		...mendig,
		title: "Sichere Wege im Alltag",
		summary: "Querungen, Licht und Bordsteine auf den Wegen zur Schule, zum Einkaufen und zum Arzt.",
		description:
			"In den nächsten zwei Jahren werden Stellen umgebaut, an denen es zu Fuß oder mit dem Rad schwierig ist. Welche zuerst an die Reihe kommen, hängt davon ab, was die Menschen sagen.",
		place: "Mendig, Bell, Rieden, Thür und Volkesfeld",
		at: { latitude: 50.37512, longitude: 7.28091 },
		timeFrame: "Planung bis Sommer, Bau in den zwei Jahren danach",
		costCents: 15_000_000n,
		payer: "Verbandsgemeinde Mendig",
		goal: "Kurze und sichere Wege",
		participation: "yes",
		participationReason: "Wo es hakt, wissen die, die dort jeden Tag gehen.",
		processId: processes.everydayWays,
	});
	const station = await listedProject(await as("mendigManager", 45), {
		...mendig,
		title: "Neues Feuerwehrhaus in Thür",
		summary: "Das Haus von 1974 ist zu klein für die neuen Fahrzeuge.",
		place: "Thür, am Ortsrand Richtung Mendig",
		timeFrame: "Baubeginn frühestens in zwei Jahren",
		costCents: 240_000_000n,
		yearlyCents: 1_800_000n,
		payer: "Verbandsgemeinde, mit Zuschuss des Landes",
		goal: "Schnelle Hilfe im Notfall",
		participation: "no",
		participationReason:
			"Größe und Lage folgen aus den Hilfsfristen und den Vorgaben des Landes. Über die Anwohner wird im Bauverfahren entschieden.",
		stage: "decided",
	});
	for (const [key, daysAgo] of [
		["citizen", 30],
		["neighbour", 21],
		["volunteer", 9],
	] as const) {
		must(await askParticipation(await as(key, daysAgo, 19), { id: station.id }));
	}
	await listedProject(await as("andernachManager", 70), {
		organisationId: organisations.andernach,
		responsiblePostId: posts.andernachParks,
		title: "Spielplatz am Rhein",
		summary: "Neue Geräte, Schatten und ein Weg, der auch mit Rollstuhl geht.",
		place: "Andernach, Rheinanlagen",
		timeFrame: "dieses Jahr",
		costCents: 9_000_000n,
		goal: "Plätze für alle Generationen",
		participation: "yes",
		participationReason: "Kinder und Eltern wissen am besten, was fehlt.",
		processId: processes.playground,
		stage: "under-way",
	});
}
