import { formatFor, textFor } from "~/platform/i18n";
import type { Subject } from "~/platform/manifest.server";
import { dayText } from "../days.server";
import { mayPlan } from "../policy.server";
import { messages } from "./messages";
import { staffMessages } from "./staff-messages";

const owner = { select: { space: { select: { slug: true } } } } as const;

/** A survey, for those who ask. */
export const needsSurvey: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.needsSurvey.findMany({ where: { id: { in: ids } }, include: { owner } });
		const t = textFor(view.locale, messages);
		return new Map(
			rows
				.filter(({ ownerId }) => mayPlan(view.actor, { organisationId: ownerId }))
				.map((row) => [
					row.id,
					{
						id: row.id,
						title: t("title", { year: String(row.year) }),
						href: `/o/${row.owner.space?.slug ?? ""}/verwaltung/lotsen/bedarf/${row.year}`,
						kindLabel: t("kind"),
						state: null,
						at: row.openedAt,
						organisationId: row.ownerId,
					},
				]),
		);
	},
};

/** A review of the guides' own work, for them. */
export const guideReview: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.guideReview.findMany({ where: { id: { in: ids } }, include: { owner } });
		const t = textFor(view.locale, staffMessages);
		const { dateLong } = formatFor(view.locale);
		return new Map(
			rows
				.filter(({ ownerId }) => mayPlan(view.actor, { organisationId: ownerId }))
				.map((row) => [
					row.id,
					{
						id: row.id,
						title: t("review.titleOn", { date: dateLong(dayText(row.heldOn)) }),
						href: `/o/${row.owner.space?.slug ?? ""}/verwaltung/lotsen/bedarf/ueberpruefung/${row.id}`,
						kindLabel: t("list.reviews"),
						state: null,
						at: row.heldOn,
						organisationId: row.ownerId,
					},
				]),
		);
	},
};
