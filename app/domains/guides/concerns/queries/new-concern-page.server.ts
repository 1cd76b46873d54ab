import { placeOf } from "~/domains/organisations/index.server";
import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { planOwner } from "../../plans/queries/plans.server";
import type { Named } from "../../plans/queries/territory.server";
import { ownPlace } from "../../queries/own-place.server";

/** What the form for a concern needs: which place it is about, whose plan answers, its topics. */
export async function newConcernPage(
	view: View,
	{ slug, municipalityId }: { slug: string | undefined; municipalityId: string | null },
): Promise<{
	space: { slug: string; name: string } | null;
	municipality: Named | null;
	/** At whose place it is captured while the municipality is not known. */
	ownerId: string | null;
	/** False where nobody would answer. */
	answered: boolean;
	topics: Named[];
}> {
	const { db, now } = view;
	const space = slug ? await placeOf(view, slug) : null;
	const id = municipalityId ?? (space ? await ownPlace(view, space) : null);
	const row = id ? await db.organisation.findUnique({ where: { id }, select: { id: true, shortName: true } }) : null;
	const ownerId = await planOwner(db, row?.id ?? space?.organisationId ?? null, dayText(today(now)));
	const topics = ownerId ? await topicsOf(view, ownerId) : [];
	return {
		space: space && { slug: space.slug, name: space.name },
		municipality: row && { id: row.id, name: row.shortName },
		ownerId: space?.organisationId ?? ownerId,
		answered: ownerId !== null,
		topics,
	};
}

/** The topics that an owner has today, in its order. */
export async function topicsOf({ db, now }: Pick<View, "db" | "now">, ownerId: string): Promise<Named[]> {
	return db.topic.findMany({
		where: { ownerId, ...inForce(today(now)) },
		select: { id: true, name: true },
		orderBy: [{ position: "asc" }, { id: "asc" }],
		take: 200,
	});
}
