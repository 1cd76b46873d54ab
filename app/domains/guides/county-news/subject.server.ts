import { textFor } from "~/platform/i18n";
import type { Subject } from "~/platform/manifest.server";
import { mayPlan } from "../policy.server";
import { messages } from "./messages";

const selection = {
	id: true,
	code: true,
	title: true,
	text: true,
	ownerId: true,
	isPublic: true,
	publishedAt: true,
	withdrawnAt: true,
	owner: { select: { space: { select: { slug: true } } } },
} as const;

/** What a county told its municipalities: everybody's where it is public, else of those who handle it. */
export const countyNews: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.countyNews.findMany({ where: { id: { in: ids } }, select: selection });
		const t = textFor(view.locale, messages);
		return new Map(
			rows.flatMap((row) => {
				const handles = mayPlan(view.actor, { organisationId: row.ownerId });
				const slug = row.owner.space?.slug;
				if (!handles && (!row.isPublic || row.withdrawnAt)) return [];
				const href = handles && slug ? `/o/${slug}/verwaltung/kreisinfos/${row.code}` : `/lotsen/neues/${row.code}`;
				const seen = { id: row.id, title: row.title, href, kindLabel: t("kind"), state: null, at: row.publishedAt };
				return [[row.id, { ...seen, organisationId: row.ownerId }] as const];
			}),
		);
	},
	async searchText(db, id) {
		const row = await db.countyNews.findFirst({ where: { id, isPublic: true, withdrawnAt: null }, select: selection });
		return row && { ownerId: row.ownerId, isPublic: true, title: row.title, body: row.text, at: row.publishedAt };
	},
};
