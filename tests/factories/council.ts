import { publishResolution } from "~/domains/council/commands/publish-resolution.server";
import { type RecordedResolution, recordResolution } from "~/domains/council/commands/record-resolution.server";
import { dayOf } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

type ResolutionGiven = Partial<Omit<RecordedResolution, "sessionOn">> & {
	organisationId: string;
	/** Days before the world's now; 1 by default. */
	daysAgo?: number;
	published?: boolean;
};

/** A resolution written down by the world's actor, by default adopted unanimously, binding, funded and published. */
export async function resolution(
	world: World,
	{ daysAgo = 1, published = true, ...given }: ResolutionGiven,
): Promise<{ id: string; code: string }> {
	const made = must(
		await recordResolution(world, {
			about: null,
			title: "Laternen mit Sensoren auf zwei Fußwegen",
			body: "Verbandsgemeinderat",
			sessionOn: dayOf(world.now).subtract({ days: daysAgo }).toString(),
			agendaItem: "",
			paperNumber: "",
			address: "",
			outcome: "adopted",
			exceptItems: "",
			effect: "binds",
			funding: "funded",
			voting: "unanimous",
			votes: { for: null, against: null, abstentions: null },
			summary: "Die Verwaltung stellt die Laternen auf.",
			wording: "",
			deviation: given.about ? "follows" : null,
			deviationReason: "",
			...given,
		}),
	);
	if (published) must(await publishResolution(world, { id: made.id }));
	return made;
}
