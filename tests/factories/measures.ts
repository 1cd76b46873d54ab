import { addCatalogueEntry } from "~/domains/measures/commands/add-catalogue-entry.server";
import { changeStage, type StageChange } from "~/domains/measures/commands/change-stage.server";
import { type Ending, endMeasure } from "~/domains/measures/commands/end-measure.server";
import { grantException } from "~/domains/measures/commands/grant-exception.server";
import { type Report, report } from "~/domains/measures/commands/report.server";
import { type Beginning, startMeasure } from "~/domains/measures/commands/start-measure.server";
import { dayOf } from "~/platform/calendar.server";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { World } from "~/platform/world.server";
import { studyMeasures } from "../../prisma/seed/catalogue/study-measures";
import { must } from "./outcome";

type MeasureGiven = Partial<
	Omit<Beginning, "description" | "organisationId" | "criteria" | "pilotFirstDay" | "pilotLastDay">
> & {
	organisationId: string;
	description?: string;
	/** First and last day of the planned pilot, in days from the world's now; null: not planned yet. */
	pilot?: { first: number; last: number } | null;
	/** Stop criteria, each checked so many days from the world's now. */
	criteria?: { text: string; checkIn: number }[];
	/** Brought into preparation on the day of its start. */
	prepared?: boolean;
};

/** A measure of the world's actor, by default a published idea with all that its pilot needs but an agreement. */
export async function measure(world: World, given: MeasureGiven): Promise<{ id: string; code: string }> {
	const { description, pilot = { first: 0, last: 180 }, criteria, prepared, ...rest } = given;
	const day = (days: number) => dayOf(world.now).add({ days }).toString();
	const made = must(
		await startMeasure(world, {
			from: null,
			title: "Mitfahrbänke zwischen den Dörfern",
			summary: "Bänke mit Klappschild, an denen man zum nächsten Dorf mitgenommen wird.",
			kind: "NETWORK",
			fields: ["mobility"],
			targetGroups: ["Menschen ohne Auto", "Jugendliche"],
			fundingLastDay: "",
			runningCostCents: 240_000n,
			payer: "Landkreis, je zur Hälfte mit den Gemeinden",
			origins: [{ text: "Vorschlag aus der Ideensammlung", source: "Beteiligung „Wege zwischen den Dörfern“" }],
			responsiblePostId: null,
			deputyPostId: null,
			published: true,
			...rest,
			description: richTextFromMarkdown(
				description ?? "An jeder Bank zeigt ein Schild, wohin man möchte. Wer vorbeifährt, hält an.",
			),
			pilotFirstDay: pilot ? day(pilot.first) : "",
			pilotLastDay: pilot ? day(pilot.last) : "",
			criteria: (criteria ?? [{ text: "Weniger als 20 Mitfahrten im Monat", checkIn: 120 }]).map(
				({ text, checkIn }) => ({ text, checkOn: day(checkIn) }),
			),
		}),
	);
	if (prepared && rest.responsiblePostId) {
		await step(world, { id: made.id, from: "IDEA", to: "PREPARATION", postId: rest.responsiblePostId });
	}
	return made;
}

/** One step of a measure, dated today by default. */
export async function step(
	world: World,
	given: Pick<StageChange, "id" | "from" | "to" | "postId"> & Partial<StageChange>,
): Promise<void> {
	must(await changeStage(world, { on: dayOf(world.now).toString(), reason: "So beschlossen.", ...given }));
}

/** A report of the world's actor. */
export async function measureReport(world: World, given: Report): Promise<void> {
	must(await report(world, given));
}

/** An exception in the name of the world's actor, from today until so many days later. */
export async function exception(
	world: World,
	{ id, reason, lastIn }: { id: string; reason: string; lastIn: number },
): Promise<void> {
	must(await grantException(world, { id, reason, lastDay: dayOf(world.now).add({ days: lastIn }).toString() }));
}

/** The orderly end of a measure, today. */
export async function measureEnd(world: World, given: Omit<Ending, "on">): Promise<void> {
	must(await endMeasure(world, { ...given, on: dayOf(world.now).toString() }));
}

/** The study's nine measures in the catalogue of the organisation. */
export async function studyCatalogue(world: World, { organisationId }: { organisationId: string }): Promise<void> {
	for (const entry of studyMeasures) must(await addCatalogueEntry(world, { ...entry, organisationId }));
}
