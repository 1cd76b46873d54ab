import type { World } from "~/platform/world.server";
import { exception, measure, measureEnd, measureReport, step, studyCatalogue } from "~tests/factories/measures";

/** Where the measures of the demonstration belong, and the worlds of those who work on them, days before today. */
export type MeasureStage = {
	organisations: Record<"county" | "mendig", string>;
	posts: Record<"countyCoordination" | "mendigBuilding" | "mendigOrder", string>;
	house(daysAgo: number): World;
	/** Somebody who manages measures of the county, of Mendig; somebody who signs for Mendig. */
	county(daysAgo: number): Promise<World>;
	mendig(daysAgo: number): Promise<World>;
	mayor(daysAgo: number): Promise<World>;
};

/** The study's nine measures in the county's catalogue, and four invented ones: an idea, a preparation, a pilot, an end. */
export async function loadMeasures(stage: MeasureStage): Promise<void> {
	const { organisations, posts } = stage;
	await studyCatalogue(stage.house(200), { organisationId: organisations.county });
	await measure(await stage.county(40), {
		organisationId: organisations.county,
		responsiblePostId: posts.countyCoordination,
		title: "Schwarzes Brett für alle Dörfer",
		summary: "Ein gemeinsames Brett im Netz und auf Papier: Wer etwas sucht oder anbietet, findet es in jedem Dorf.",
		description: "Vereine und Gemeinden hängen aus, was ansteht. Jede Woche kommt ein Ausdruck in die Schaukästen.",
		kind: "TECHNICAL",
		fields: ["culture", "inclusion"],
		targetGroups: ["Vereine", "Neu Zugezogene"],
		origins: [{ text: "Wunsch aus drei Sprechtagen", source: "Notizen der Regionallotsin" }],
		runningCostCents: null,
		payer: "",
		pilot: null,
		criteria: [],
	});
	await loadBenches(stage);
	await loadTrees(stage);
	await loadWinter(stage);
}

const mendigs = ({ organisations, posts }: MeasureStage) => ({
	organisationId: organisations.mendig,
	responsiblePostId: posts.mendigBuilding,
	deputyPostId: posts.mendigOrder,
});

/** In preparation; its pilot should begin in three weeks and cannot. */
async function loadBenches(stage: MeasureStage): Promise<void> {
	const { id } = await measure(await stage.mendig(120), {
		...mendigs(stage),
		title: "Mitfahrbänke zwischen den Dörfern",
		payer: "Verbandsgemeinde, je zur Hälfte mit den Ortsgemeinden",
		pilot: { first: 141, last: 321 },
		criteria: [{ text: "Weniger als 20 Mitfahrten im Monat", checkIn: 231 }],
	});
	await step(await stage.mendig(90), {
		id,
		from: "IDEA",
		to: "PREPARATION",
		postId: stage.posts.mendigBuilding,
		reason: "Der Verbandsgemeinderat hat der Vorbereitung zugestimmt.",
	});
	await measureReport(await stage.mendig(30), {
		id,
		progress: "Vier Standorte sind mit den Ortsgemeinden abgestimmt.",
		openProblems: "Es ist noch nicht geregelt, wer die Bänke nach dem Pilot pflegt und bezahlt.",
		nextSteps: "Eine Vereinbarung mit den Ortsgemeinden vorbereiten.",
	});
}

/** In its pilot, begun by exception; its report is overdue. */
async function loadTrees(stage: MeasureStage): Promise<void> {
	const { id } = await measure(await stage.mendig(160), {
		...mendigs(stage),
		title: "Fühler melden durstige Bäume",
		summary: "Kleine Fühler im Boden sagen dem Bauhof, welche jungen Bäume Wasser brauchen.",
		description: "Der Bauhof gießt gezielt statt nach Plan. Die Werte sind für alle zu sehen.",
		kind: "TECHNICAL",
		fields: ["environment", "climate-adaptation"],
		targetGroups: ["Bauhof", "Baumpatinnen und Baumpaten"],
		origins: [{ text: "Drei trockene Sommer hintereinander", source: "Bericht des Bauamts an den Ausschuss" }],
		runningCostCents: 180_000n,
		payer: "Verbandsgemeinde",
		pilot: { first: 40, last: 400 },
		criteria: [{ text: "Der Bauhof spart in einem Sommer keine Fahrt", checkIn: 320 }],
	});
	const answering = { id, postId: stage.posts.mendigBuilding };
	await step(await stage.mendig(150), { ...answering, from: "IDEA", to: "PREPARATION" });
	await exception(await stage.mayor(118), {
		id,
		reason: "Die Pflanzzeit wartet nicht. Die Vereinbarung mit den Stadtwerken ist verhandelt und wird nachgeholt.",
		lastIn: 20,
	});
	await step(await stage.mendig(117), {
		...answering,
		from: "PREPARATION",
		to: "PILOT",
		reason: "Die ersten zwölf Fühler sind eingebaut.",
	});
}

/** Ended in order. */
async function loadWinter(stage: MeasureStage): Promise<void> {
	const { id } = await measure(await stage.mendig(300), {
		...mendigs(stage),
		title: "Straßenfühler für den Winterdienst",
		summary: "Fühler sollten melden, wo es glatt wird.",
		description: "Geplant waren acht Fühler an steilen Straßen.",
		kind: "TECHNICAL",
		fields: ["safety", "infrastructure"],
		targetGroups: ["Winterdienst"],
		origins: [{ text: "Vorschlag des Bauhofs", source: "Bauhof" }],
		runningCostCents: 950_000n,
		payer: "",
		pilot: null,
		criteria: [],
	});
	await measureEnd(await stage.mendig(60), {
		id,
		from: "IDEA",
		postId: stage.posts.mendigBuilding,
		reasons: ["effort-outweighs-effect"],
		explanation:
			"Die Fühler hätten im Jahr mehr gekostet, als sie an Fahrten sparen. Wir haben das vorher ausgerechnet.",
		parts: [{ name: "Die Berechnung", fate: "transfer", recipient: "Landkreis, für andere Gemeinden" }],
	});
}
