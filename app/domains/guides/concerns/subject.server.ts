import { textFor } from "~/platform/i18n";
import type { Subject, SubjectView } from "~/platform/manifest.server";
import { messages } from "../messages";
import { mayFollow, mayPlan } from "../policy.server";

/**
 * Public concerns for everybody, all others for those who handle them, and for the municipality that brought one. The title
 * never holds the text of one.
 */
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
				origin: true,
				municipalityId: true,
				municipality: { select: { shortName: true, space: { select: { slug: true } } } },
				owner: { select: { space: { select: { slug: true } } } },
			},
		});
		const t = textFor(view.locale, messages);
		return new Map(
			rows.flatMap((row): [string, SubjectView][] => {
				const handles = mayPlan(view.actor, { organisationId: row.ownerId });
				const broughtBy = row.origin === "MUNICIPALITY" ? row.municipalityId : null;
				const follows = broughtBy !== null && mayFollow(view.actor, { organisationId: broughtBy });
				if (!handles && !follows && row.visibility !== "PUBLIC") return [];
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
							href: wayTo(row.code, {
								handling: handles && slug,
								following: follows && row.municipality?.space?.slug,
							}),
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
				origin: true,
				municipalityId: true,
				municipality: { select: { shortName: true, space: { select: { slug: true } } } },
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

/** Where a reader finds it: among the work of the owner, what the own municipality brought, or what is public. */
function wayTo(code: string, at: { handling?: string | false; following?: string | false }): string {
	if (at.handling) return `/o/${at.handling}/verwaltung/anliegen/${code}`;
	return at.following ? `/o/${at.following}/verwaltung/kreis/anliegen/${code}` : `/lotsen/anliegen/${code}`;
}
