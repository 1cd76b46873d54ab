import { textFor } from "~/platform/i18n";
import type { Subject, SubjectView } from "~/platform/manifest.server";
import { messages } from "../messages";
import { mayPlan } from "../policy.server";

/** Public concerns for everybody, all others for those who handle them. The title never holds the text of one. */
export const concern: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.concern.findMany({
			where: { id: { in: ids } },
			select: {
				id: true,
				code: true,
				kind: true,
				state: true,
				visibility: true,
				capturedAt: true,
				ownerId: true,
				municipality: { select: { shortName: true } },
				owner: { select: { space: { select: { slug: true } } } },
			},
		});
		const t = textFor(view.locale, messages);
		return new Map(
			rows.flatMap((row): [string, SubjectView][] => {
				const handles = mayPlan(view.actor, { organisationId: row.ownerId });
				if (!handles && row.visibility !== "PUBLIC") return [];
				const slug = row.owner.space?.slug;
				const place = row.municipality?.shortName;
				const kind = t(`kinds.${row.kind}`);
				return [
					[
						row.id,
						{
							id: row.id,
							title: place
								? t("concern.titleAt", { kind, place, code: row.code })
								: t("concern.title", { kind, code: row.code }),
							href: handles && slug ? `/o/${slug}/verwaltung/anliegen/${row.code}` : `/lotsen/anliegen/${row.code}`,
							kindLabel: t("concern.kind"),
							state: t(`states.${row.state}`),
							at: row.capturedAt,
							organisationId: row.ownerId,
						},
					],
				];
			}),
		);
	},
	async findByCode(view, code) {
		const row = await view.db.concern.findUnique({ where: { code: code.toUpperCase() }, select: { id: true } });
		return row?.id ?? null;
	},
	async searchText(db, id) {
		const row = await db.concern.findFirst({
			where: { id, visibility: "PUBLIC" },
			select: {
				ownerId: true,
				code: true,
				kind: true,
				text: true,
				capturedAt: true,
				municipality: { select: { shortName: true } },
				topic: { select: { name: true } },
			},
		});
		if (!row) return null;
		const place = row.municipality?.shortName;
		return {
			ownerId: row.ownerId,
			isPublic: true,
			title: [messages.de.kinds[row.kind], place].filter(Boolean).join(" · "),
			body: [row.text, row.topic?.name, place, row.code].filter(Boolean).join("\n"),
			at: row.capturedAt,
		};
	},
};
