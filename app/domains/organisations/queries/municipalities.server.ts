import { today } from "~/platform/calendar.server";
import { Prisma } from "~/platform/database/generated/client";
import type { OrganisationKind } from "~/platform/database/generated/enums";
import { literally } from "~/platform/database/like-pattern.server";
import type { View } from "~/platform/world.server";

/** A municipality, association or county as people look for it. */
export type FoundMunicipality = {
	id: string;
	shortName: string;
	kind: OrganisationKind;
	registerType: string | null;
	association: string | null;
	county: string | null;
	/** Its place in the house, if it has opened one. */
	slug: string | null;
};

const listSize = 50;
const kinds = ["COUNTY", "INDEPENDENT_CITY", "MUNICIPAL_ASSOCIATION", "MUNICIPALITY"];

/**
 * Municipalities, associations and counties by name, in spite of typing mistakes; without words, those with a place.
 * Everybody may know them. At most 50, best first.
 */
export async function searchMunicipalities({ db, now }: View, words: string): Promise<FoundMunicipality[]> {
	const text = words.trim().slice(0, 100);
	const day = today(now);
	const low = text.toLowerCase();
	// SQL, because Prisma has no trigrams. All ways to be alike use the index on lower(short_name); one or two letters
	// are like everything, so they only count as a beginning.
	const begins = Prisma.sql`lower(o.short_name) LIKE ${`${literally(low)}%`}`;
	const alike = Prisma.sql`(lower(o.short_name) % ${low} OR ${low} <% lower(o.short_name) OR ${begins})`;
	const asked = text === "" ? Prisma.sql`s.id IS NOT NULL` : low.length < 3 ? begins : alike;
	const order =
		text === ""
			? Prisma.empty
			: Prisma.sql`lower(o.short_name) = ${low} DESC,
				round((similarity(o.short_name, ${low}) + word_similarity(${low}, o.short_name))::numeric, 3) DESC,`;
	return db.$queryRaw<FoundMunicipality[]>`
		SELECT o.id::text, o.short_name AS "shortName", o.kind::text AS kind, o.register_type AS "registerType",
			CASE WHEN p.kind = 'MUNICIPAL_ASSOCIATION' THEN p.short_name END AS association,
			CASE WHEN p.kind = 'COUNTY' THEN p.short_name WHEN g.kind = 'COUNTY' THEN g.short_name END AS county,
			s.slug
		FROM organisation o
		LEFT JOIN organisation p ON p.id = o.parent_id
		LEFT JOIN organisation g ON g.id = p.parent_id
		LEFT JOIN space s ON s.organisation_id = o.id AND s.opened_at <= ${now}
		WHERE o.kind::text = ANY (${kinds}::text[])
		  AND (o.valid_from IS NULL OR o.valid_from <= ${day}::date)
		  AND (o.valid_until IS NULL OR o.valid_until > ${day}::date)
		  AND ${asked}
		ORDER BY ${order} s.id IS NULL, o.short_name, o.id
		LIMIT ${listSize}`;
}

/** An organisation whose place can be opened. @returns null when it is not there (any more) or has one */
export async function withoutPlace({ db, now }: View, organisationId: string) {
	const found = await db.organisation.findUnique({
		where: { id: organisationId, space: null, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] },
		select: { id: true, shortName: true },
	});
	return found;
}
