import { z } from "zod";
import { fromStored, type StoredDate } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import type { Authority } from "../authority";
import type { Alternative } from "../representation";

export type KeptRepresentation = { alternatives: Alternative[]; source: string };

const stored = z.array(z.object({ count: z.number(), posts: z.array(z.string()), mandatory: z.array(z.string()) }));

/** How the database holds the ways to be represented. */
export function readAlternatives(json: unknown): Alternative[] {
	return stored.parse(json);
}

/** Its own records first; only where it keeps none count those of the organisation that leads the agreement. */
function kept<Row extends { keeperId: string; organisationId: string }>(
	rows: readonly Row[],
	organisationId: string,
): Row[] {
	const about = rows.filter((row) => row.organisationId === organisationId);
	const own = about.filter(({ keeperId }) => keeperId === organisationId);
	return own.length > 0 ? own : about;
}

const keepers = (leadId: string, organisationIds: readonly string[]) => ({
	organisationId: { in: [...organisationIds] },
	keeperId: { in: [leadId, ...organisationIds] },
});

/**
 * The rule by which each of these organisations is represented on a day; without an entry all named posts sign.
 * @param leadId whose agreement it is
 */
export async function representationsOf(
	db: View["db"],
	leadId: string,
	organisationIds: readonly string[],
	day: StoredDate,
): Promise<Map<string, KeptRepresentation>> {
	const rows = await db.agreementRepresentation.findMany({
		where: { ...keepers(leadId, organisationIds), validFrom: { lte: day } },
		orderBy: [{ validFrom: "desc" }, { recordedAt: "desc" }, { id: "desc" }],
		take: 1000,
	});
	const counting = organisationIds.flatMap((id): [string, KeptRepresentation][] => {
		const [row] = kept(rows, id).filter(({ keeperId }) => keeperId === id || keeperId === leadId);
		const alternatives = row ? readAlternatives(row.alternatives) : [];
		return row && alternatives.length > 0 ? [[id, { alternatives, source: row.source }]] : [];
	});
	return new Map(counting);
}

/** The authorities that are kept for an organisation, also those that are over. @param leadId whose agreement it is */
export async function authoritiesOf(db: View["db"], leadId: string, organisationId: string): Promise<Authority[]> {
	const rows = await db.agreementAuthority.findMany({
		where: keepers(leadId, [organisationId]),
		orderBy: [{ validFrom: "desc" }, { id: "asc" }],
		take: 1000,
	});
	return kept(rows, organisationId).map(({ id, postId, validFrom, validUntil, revokedAt, limitCents }) => ({
		id,
		postId,
		validFrom: fromStored(validFrom).toString(),
		validUntil: validUntil && fromStored(validUntil).toString(),
		revokedAt,
		limit: limitCents,
	}));
}
