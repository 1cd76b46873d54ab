import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { parseDay } from "~/platform/calendar.server";
import type { MeasureKind } from "~/platform/database/generated/enums";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import type { FieldOfAction } from "../field";
import { mayKeepCatalogue } from "../policy.server";

export type Described = {
	slug: string;
	title: string;
	municipality: string;
	summary: string;
	kind: MeasureKind;
	fields: FieldOfAction[];
	stageInSource: string | null;
	source: { title: string; section: string; page: string | null };
	link: string | null;
	/** Who can be asked there, and the day (YYYY-MM-DD) on which that was last confirmed. */
	contact: { text: string; confirmedOn: string } | null;
};

/** Takes a measure that is described elsewhere into the catalogue, with its source. */
export const addCatalogueEntry = command(
	"measures.add-catalogue-entry",
	async (
		world: ActWorld,
		{ organisationId, source, contact, ...entry }: Described & { organisationId: string },
	): Promise<Outcome<{ id: string; slug: string }, "slug-taken" | "day-unknown">> => {
		demand(mayKeepCatalogue, world.actor, { organisationId });
		const contactConfirmedOn = contact && parseDay(contact.confirmedOn);
		if (contact && !contactConfirmedOn) return refused("day-unknown");
		const id = newId(world.now);
		try {
			await world.db.catalogueEntry.create({
				data: {
					...entry,
					id,
					organisationId,
					sourceTitle: source.title,
					sourceSection: source.section,
					sourcePage: source.page,
					contact: contact?.text ?? null,
					contactConfirmedOn,
					addedAt: world.now,
				},
			});
		} catch (error) {
			if (isTaken(error)) return refused("slug-taken");
			throw error;
		}
		world.record({
			type: "measures.catalogue-entry.added",
			subject: { kind: "catalogue-entry", id },
			ownerId: organisationId,
		});
		return done({ id, slug: entry.slug });
	},
);
