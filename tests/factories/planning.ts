import { recordAnnouncement, setDisplay } from "~/domains/participation/planning/commands/display.server";
import { describePlanning, recordStep } from "~/domains/participation/planning/commands/set-up.server";
import { periodFrom } from "~/domains/participation/planning/deadline";
import { dayOf } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";
import { process, published } from "./participation";

/** What the tests' plan is. */
export const planDetails = {
	kind: "development-plan",
	name: "Bebauungsplan Nr. 12 „Am Bach“",
	area: "Zwischen Bach und Bahn",
	way: "take" as "take" | "link",
	systemAddress: "",
	office: "Bauamt Mayen",
	officeEmail: "bauamt@example.org",
	officeAddress: "Rosengasse 2, 56727 Mayen",
};

export const displayFacts = {
	shortenedBecause: "",
	changes: "",
	secondAccess: "Rathaus, Zimmer 12, montags bis freitags 8 bis 12 Uhr",
	environmentalInfo: "Umweltbericht mit Aussagen zu Boden, Wasser, Klima und Artenschutz",
};

type DisplayGiven = Omit<Parameters<typeof process>[1], "recipe" | "published" | "days"> & {
	details?: Partial<typeof planDetails>;
	facts?: Partial<typeof displayFacts>;
	/** Days from the world's now to the first day of the display. */
	inDays?: number;
};

/** A published process of a plan whose first display was announced on the world's day; made by the world's actor. */
export async function announcedDisplay(
	world: World,
	{ details, facts, inDays = 13, ...given }: DisplayGiven,
): Promise<{ processId: string; slug: string; startsOn: string; endsOn: string }> {
	const startsOn = dayOf(world.now).add({ days: inDays }).toString();
	const endsOn = periodFrom(startsOn, null).proposed;
	const { id: processId, slug } = await process(world, {
		title: "Bebauungsplan „Am Bach“",
		...given,
		recipe: "formal-display",
		days: { first: inDays, last: inDays + 34, answered: 200 },
		published: false,
	});
	must(await describePlanning(world, { processId, ...planDetails, ...details }));
	must(await setDisplay(world, { processId, ...displayFacts, ...facts, startsOn, endsOn }));
	await published(world, { ...given, id: processId });
	const on = dayOf(world.now).toString();
	for (const stage of ["drawn-up", "draft-resolved"]) must(await recordStep(world, { processId, stage, on }));
	must(await recordAnnouncement(world, { processId, round: 1, on, where: "Mitteilungsblatt" }));
	return { processId, slug, startsOn, endsOn };
}
