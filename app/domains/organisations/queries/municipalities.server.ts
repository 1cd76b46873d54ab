import { today } from "~/platform/calendar.server";
import type { OrganisationKind } from "~/platform/database/generated/enums";
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
	// SQL, because Prisma has no trigrams. `%` and `<%` use the index; short names need the beginning as well.
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
		  AND (CASE WHEN ${text} = '' THEN s.id IS NOT NULL
			ELSE o.short_name % ${text} OR ${text} <% o.short_name OR o.short_name ILIKE ${`${likely(text)}%`} END)
		ORDER BY lower(o.short_name) = lower(${text}) DESC,
			CASE WHEN ${text} = '' THEN 0 ELSE round((similarity(o.short_name, ${text}) + word_similarity(${text}, o.short_name))::numeric, 3) END DESC,
			s.id IS NULL, o.short_name, o.id
		LIMIT ${listSize}`;
}

/** Wildcards that somebody typed are letters like others. */
function likely(text: string): string {
	return text.replace(/[\\%_]/g, "\\$&");
}

/** An organisation whose place can be opened. @returns null when it is not there (any more) or has one */
export async function withoutPlace({ db, now }: View, organisationId: string) {
	const found = await db.organisation.findUnique({
		where: { id: organisationId, space: null, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] },
		select: { id: true, shortName: true },
	});
	return found;
}
