import { textFor } from "~/platform/i18n";
import type { Subject, SubjectView } from "~/platform/manifest.server";
import { messages } from "./messages";
import { mayReadNetwork } from "./policy.server";
import { seesParty } from "./queries/find-party.server";

/**
 * A person or an organisation of a network, for those who read it. Search finds organisations only: no name of a person stands in
 * its texts, so that erasing leaves none behind.
 */
export const networkParty: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.networkParty.findMany({
			where: { id: { in: ids } },
			include: { owner: { select: { space: { select: { slug: true } } } } },
		});
		const t = textFor(view.locale, messages);
		return new Map(
			rows.flatMap((row): [string, SubjectView][] => {
				const slug = row.owner.space?.slug;
				if (!slug || !mayReadNetwork(view.actor, row) || !seesParty(view, row)) return [];
				const subject = {
					...{ id: row.id, title: row.displayName, href: `/o/${slug}/verwaltung/netzwerk/akteur/${row.id}` },
					...{ kindLabel: t(`kinds.${row.kind}`), state: null, at: row.createdAt, organisationId: row.ownerId },
				};
				return [[row.id, subject]];
			}),
		);
	},
	async searchText(db, id) {
		const row = await db.networkParty.findUnique({ where: { id } });
		if (row?.kind !== "ORGANISATION" || row.mergedIntoId !== null || row.visibility === "CIRCLE") return null;
		const body = [row.mission, row.offers, row.seeks].filter(Boolean).join("\n");
		return { ownerId: row.ownerId, isPublic: false, title: row.displayName, body, at: row.createdAt };
	},
};
