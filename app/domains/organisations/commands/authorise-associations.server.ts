import { command } from "~/platform/act.server";
import { done, NotFound, type Outcome } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import { mayAuthoriseAssociations } from "../policy.server";

export type AssociationsInput = {
	/** Five digits, e.g. 07137. */
	countyKey: string;
	/** First day of the authorisation (a calendar date: midnight UTC). */
	from: Date;
	legalBasis: string;
};

/**
 * Records that each association of municipalities of a county acts for the municipalities that belong to it on that
 * day, e.g. the Verbandsgemeinden of Mayen-Koblenz "im Namen und Auftrag" of their Ortsgemeinden (§ 68 GemO).
 * Returns how many authorisations were added; those that already hold on that day or later stay as they are.
 * Throws NotFound for a county that we do not hold.
 */
export const authoriseAssociations = command(
	"organisations.authorise-associations",
	async (
		world,
		{ countyKey, from, legalBasis }: AssociationsInput,
	): Promise<Outcome<{ added: number; held: number }>> => {
		const county = await world.db.organisation.findFirst({
			where: { ars: countyKey, kind: "COUNTY" },
			select: { id: true },
		});
		if (!county) throw new NotFound(`county ${countyKey}`);
		demand(mayAuthoriseAssociations, world.actor, { countyId: county.id });
		demandStepUp(world);
		// The row locks let two at once pass one after the other; the exclusion constraint would refuse the second.
		await world.db.$queryRaw`SELECT FROM organisation WHERE id = ${county.id}::uuid FOR UPDATE`;
		const existing = { OR: [{ validUntil: null }, { validUntil: { gt: from } }] };
		const members = await world.db.organisation.findMany({
			where: {
				kind: "MUNICIPALITY",
				parent: { kind: "MUNICIPAL_ASSOCIATION", parentId: county.id, ...existing },
				...existing,
			},
			select: {
				id: true,
				parentId: true,
				representedBy: { where: { legalBasis, ...existing }, select: { agentId: true } },
			},
			orderBy: { ars: "asc" },
		});
		const missing = members.flatMap(({ id, parentId, representedBy }) =>
			parentId !== null && !representedBy.some((row) => row.agentId === parentId)
				? [{ id: newId(world.now), agentId: parentId, principalId: id, legalBasis, validFrom: from }]
				: [],
		);
		await world.db.actingFor.createMany({ data: missing });
		const facts = { added: missing.length, held: members.length - missing.length };
		world.record({
			type: "organisations.associations.authorised",
			subject: { kind: "organisation", id: county.id },
			ownerId: county.id,
			facts: { ...facts, from: from.toISOString().slice(0, 10), legalBasis },
		});
		return done(facts);
	},
);
