import { fromStored, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

export type RegisterFigure = { value: number; source: string; asOf: string };

/**
 * The newest inhabitants of each of these organisations that the register knows on the day of the view, with source and key
 * date; organisations without any are left out. Figures are public.
 */
export async function registerInhabitants(
	view: View,
	organisationIds: readonly string[],
): Promise<Map<string, RegisterFigure>> {
	const rows = await view.db.organisationFigure.findMany({
		where: { organisationId: { in: [...organisationIds] }, figure: "INHABITANTS", asOf: { lte: today(view.now) } },
		orderBy: [{ asOf: "asc" }, { summed: "desc" }, { source: "asc" }],
		take: 2000,
		select: { organisationId: true, value: true, source: true, asOf: true },
	});
	return new Map(
		rows.map(({ organisationId, asOf, ...figure }) => [
			organisationId,
			{ ...figure, asOf: fromStored(asOf).toString() },
		]),
	);
}
