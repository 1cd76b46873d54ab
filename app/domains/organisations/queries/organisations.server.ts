import { inForce, type StoredDate } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { dayText, lastDayText } from "./posts.server";

/** The short name of an organisation ("Andernach"). @throws NotFound when it is not there */
export async function organisationName({ db }: Pick<View, "db">, id: string): Promise<string> {
	const row = await db.organisation.findUnique({ where: { id }, select: { shortName: true } });
	if (!row) throw new NotFound();
	return row.shortName;
}

const listSize = 300;

/** An authority from the side of one of the two: whom it acts for, or who acts for it. */
export type Authority = {
	actingForId: string;
	organisationId: string;
	name: string;
	legalBasis: string;
	from: string;
	/** Last day, or null for open. */
	until: string | null;
};

/** For whom an organisation acts on that day ("im Namen und Auftrag"), by name. Everybody may know. At most 300. */
export async function principalsOf({ db }: Pick<View, "db">, agentId: string, day: StoredDate): Promise<Authority[]> {
	const rows = await db.actingFor.findMany({
		where: { agentId, ...inForce(day) },
		include: { principal: { select: { shortName: true } } },
		orderBy: [{ principal: { shortName: "asc" } }, { id: "asc" }],
		take: listSize,
	});
	return rows.map((row) => authority(row, row.principalId, row.principal.shortName));
}

/** Who acts for an organisation on that day or later, by name. At most 300. */
export async function agentsOf({ db }: Pick<View, "db">, principalId: string, day: StoredDate): Promise<Authority[]> {
	const rows = await db.actingFor.findMany({
		where: { principalId, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
		include: { agent: { select: { shortName: true } } },
		orderBy: [{ agent: { shortName: "asc" } }, { id: "asc" }],
		take: listSize,
	});
	return rows.map((row) => authority(row, row.agentId, row.agent.shortName));
}

function authority(
	row: { id: string; legalBasis: string; validFrom: StoredDate; validUntil: StoredDate | null },
	organisationId: string,
	name: string,
): Authority {
	return {
		actingForId: row.id,
		organisationId,
		name,
		legalBasis: row.legalBasis,
		from: dayText(row.validFrom),
		until: row.validUntil && lastDayText(row.validUntil),
	};
}
