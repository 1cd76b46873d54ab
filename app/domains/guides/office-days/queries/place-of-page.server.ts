import type { View } from "~/platform/world.server";
import { bookingOfToken } from "../booking-token.server";

const slugOf = { select: { owner: { select: { space: { select: { slug: true } } } } } } as const;

/** The place around the pages of office days, whose addresses are short enough to be dictated; null for other pages. */
export async function placeOfOfficeDay(view: View, path: string): Promise<string | null> {
	const [, code] = /^\/sprechtag\/([A-Za-z0-9]{1,20})\//.exec(path) ?? [];
	if (code) {
		const series = await view.db.officeSeries.findUnique({ where: { code: code.toUpperCase() }, ...slugOf });
		return series?.owner.space?.slug ?? null;
	}
	const [, token] = /^\/sprechtag-termin\/([^/]+)$/.exec(path) ?? [];
	const id = token && bookingOfToken(token);
	if (!id) return null;
	const booking = await view.db.officeBooking.findUnique({
		where: { id },
		select: { officeDay: { select: { series: slugOf } } },
	});
	return booking?.officeDay.series.owner.space?.slug ?? null;
}
