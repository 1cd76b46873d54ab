import { isOpenSpace } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import type { Subject } from "~/platform/manifest.server";
import { mayReadProcess } from "../processes/index.server";
import { stateOf } from "./event";
import { messages } from "./messages";

/** An event as other domains show it: to everybody who may read its process. */
export const eventSubject: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const rows = await view.db.processEvent.findMany({
			where: { id: { in: ids } },
			include: {
				process: {
					include: { phases: true, helps: true, organisation: { select: { space: { select: { openedAt: true } } } } },
				},
			},
		});
		const found = rows.flatMap((row) => {
			const process = { ...row.process, spaceIsOpen: isOpenSpace(row.process.organisation.space, view.now) };
			if (!mayReadProcess(view.actor, process, view.now)) return [];
			return [
				{
					id: row.id,
					title: row.title,
					href: `/termin/${row.code}`,
					kindLabel: t("kind"),
					state: t(`states.${stateOf(row, view.now)}`),
					at: row.startsAt,
					organisationId: row.organisationId,
				},
			];
		});
		return new Map(found.map((subject) => [subject.id, subject]));
	},

	async findByCode(view, code) {
		const row = await view.db.processEvent.findUnique({ where: { code: code.toUpperCase() }, select: { id: true } });
		return row?.id ?? null;
	},

	async searchText(db, id) {
		const row = await db.processEvent.findUnique({
			where: { id },
			include: { process: { select: { title: true, publishedAt: true, binnedAt: true } } },
		});
		if (!row?.process.publishedAt || row.process.binnedAt) return null;
		return {
			ownerId: row.organisationId,
			isPublic: true,
			title: row.title,
			body: [row.place, row.agendaText, row.minutesText, row.code, row.process.title].filter(Boolean).join("\n"),
			at: row.startsAt,
		};
	},
};
