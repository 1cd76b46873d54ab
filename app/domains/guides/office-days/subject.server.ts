import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Subject } from "~/platform/manifest.server";
import { messages } from "./messages";

const withPlaces = {
	municipality: { select: { id: true, shortName: true } },
	post: { select: { label: true } },
	owner: { select: { space: { select: { slug: true, openedAt: true } } } },
} as const;

/** A series of office days, public as its place is. */
export const officeSeries: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.officeSeries.findMany({
			where: { id: { in: ids }, owner: { space: { openedAt: { lte: view.now } } } },
			include: withPlaces,
		});
		const t = textFor(view.locale, messages);
		return new Map(
			rows.map((row) => [
				row.id,
				{
					id: row.id,
					title: t("day.title", { place: row.municipality.shortName }),
					href: `/o/${row.owner.space?.slug ?? ""}/lotsen/sprechtage?ort=${row.municipality.id}`,
					kindLabel: t("kind"),
					state: null,
					at: row.firstDay,
					organisationId: row.ownerId,
				},
			]),
		);
	},
	async searchText(db, id) {
		const row = await db.officeSeries.findUnique({ where: { id }, include: withPlaces });
		if (!row || (row.lastDay && row.lastDay < today(row.createdAt))) return null;
		return {
			ownerId: row.ownerId,
			isPublic: true,
			title: `${messages.de.kind} ${row.municipality.shortName}`,
			body: [row.post.label, row.place, row.note, row.accessibility].filter(Boolean).join("\n"),
			at: row.firstDay,
		};
	},
};
