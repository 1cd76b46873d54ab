import { isOpenSpace } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import type { Manifest, Subject } from "~/platform/manifest.server";
import { storedRichText } from "~/platform/rich-text/check.server";
import { plainText } from "~/platform/rich-text/render.server";
import { followHandovers } from "./commands/follow-handover.server";
import { remindReports } from "./commands/remind-reports.server";
import { isField } from "./field";
import { messages } from "./messages";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { mayReadMeasure } from "./policy.server";
import { waiting } from "./queries/waiting.server";

/** The words of the fields of action, so that they find a measure too. */
function fieldWords(fields: string[]): string[] {
	const t = textFor("de", messages);
	return fields.filter(isField).map((field) => t(`fields.${field}`));
}

const measure: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const rows = await view.db.measure.findMany({
			where: { id: { in: ids } },
			select: {
				id: true,
				code: true,
				title: true,
				stage: true,
				createdAt: true,
				publishedAt: true,
				organisationId: true,
				organisation: { select: { space: { select: { openedAt: true } } } },
			},
		});
		const found = rows.flatMap(({ organisation, ...row }) => {
			const spaceIsOpen = isOpenSpace(organisation.space, view.now);
			if (!mayReadMeasure(view.actor, { ...row, spaceIsOpen }, view.now)) return [];
			return [
				{
					id: row.id,
					title: row.title,
					href: `/massnahmen/${row.code}`,
					kindLabel: t("kind"),
					state: t(`stages.${row.stage}`),
					at: row.publishedAt ?? row.createdAt,
					organisationId: row.organisationId,
				},
			];
		});
		return new Map(found.map((subject) => [subject.id, subject]));
	},

	async findByCode(view, code) {
		const row = await view.db.measure.findUnique({ where: { code: code.toUpperCase() }, select: { id: true } });
		return row?.id ?? null;
	},

	async searchText(db, id) {
		const row = await db.measure.findUnique({ where: { id }, include: { origins: true } });
		if (!row?.publishedAt) return null;
		const description = row.description === null ? "" : plainText(storedRichText(row.description));
		const origins = row.origins.flatMap(({ text, source }) => [text, source]);
		return {
			ownerId: row.organisationId,
			isPublic: true,
			title: row.title,
			body: [row.summary, description, ...row.targetGroups, ...fieldWords(row.fields), ...origins, row.code]
				.filter(Boolean)
				.join("\n"),
			at: row.publishedAt,
		};
	},
};

const catalogueEntry: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const rows = await view.db.catalogueEntry.findMany({ where: { id: { in: ids }, addedAt: { lte: view.now } } });
		return new Map(
			rows.map((row) => [
				row.id,
				{
					id: row.id,
					title: row.title,
					href: `/massnahmen/katalog/${row.slug}`,
					kindLabel: t("entryKind"),
					state: row.stageInSource,
					at: row.addedAt,
					organisationId: row.organisationId,
				},
			]),
		);
	},

	async searchText(db, id) {
		const row = await db.catalogueEntry.findUnique({ where: { id } });
		if (!row) return null;
		return {
			ownerId: row.organisationId,
			isPublic: true,
			title: row.title,
			body: [row.summary, row.municipality, ...fieldWords(row.fields), row.sourceTitle].join("\n"),
			at: row.addedAt,
		};
	},
};

export const manifest: Manifest = {
	domain: "measures",
	subjects: { measure, "catalogue-entry": catalogueEntry },
	notices,
	reindex: ({ subject }) => (subject.kind === "measure" || subject.kind === "catalogue-entry" ? [subject] : []),
	sweeps: { "measures.reports-due": remindReports, "measures.handovers": followHandovers },
	waiting,
	personalData,
};
