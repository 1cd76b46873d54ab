import { isOpenSpace } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import type { Manifest, Subject } from "~/platform/manifest.server";
import { messages } from "./messages";
import { readingJob } from "./oparl/commands/name-system.server";
import { readDueSystems, readSystem } from "./oparl/commands/read-system.server";
import { checkDueLinks, checkLink } from "./paper-links/commands/check-link.server";
import { checkJob } from "./paper-links/commands/links.server";
import { paperLink } from "./paper-links/subject.server";
import { waiting } from "./paper-links/waiting.server";
import { personalData } from "./personal-data.server";
import { mayReadResolution, mayRecordResolutions } from "./policy.server";
import { resolutionById } from "./queries/find-resolution.server";
import { outcomes, storedWord } from "./resolution";

const resolution: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const rows = await view.db.resolution.findMany({
			where: { id: { in: ids } },
			select: {
				id: true,
				code: true,
				title: true,
				outcome: true,
				exceptItems: true,
				funding: true,
				sessionOn: true,
				publishedAt: true,
				organisationId: true,
				organisation: { select: { space: { select: { openedAt: true } } } },
			},
		});
		const found = rows.flatMap(({ organisation, ...row }) => {
			const spaceIsOpen = isOpenSpace(organisation.space, view.now);
			if (!mayReadResolution(view.actor, { ...row, spaceIsOpen }, view.now)) return [];
			const outcome = t(`outcomes.${storedWord(outcomes, row.outcome)}`, { items: row.exceptItems ?? "" });
			return [
				{
					id: row.id,
					title: row.title,
					href: `/beschluss/${row.code}`,
					kindLabel: t("kind"),
					state: row.funding === "unfunded" ? `${outcome} – ${t("fundings.unfunded")}` : outcome,
					at: row.sessionOn,
					organisationId: row.organisationId,
				},
			];
		});
		return new Map(found.map((subject) => [subject.id, subject]));
	},

	async findByCode(view, code) {
		const row = await view.db.resolution.findUnique({ where: { code: code.toUpperCase() }, select: { id: true } });
		return row?.id ?? null;
	},

	async searchText(db, id) {
		const row = await db.resolution.findUnique({ where: { id } });
		if (!row?.publishedAt) return null;
		return {
			ownerId: row.organisationId,
			isPublic: true,
			title: row.title,
			body: [row.body, row.summary, row.wording, row.paperNumber, row.deviationReason, row.code]
				.filter(Boolean)
				.join("\n"),
			at: row.publishedAt,
		};
	},

	async mayReadFiles(view, id) {
		const found = await resolutionById(view, id);
		return mayReadResolution(view.actor, found, view.now);
	},

	async mayWriteFiles(view, id) {
		const found = await resolutionById(view, id);
		return mayRecordResolutions(view.actor, found);
	},
};

/** What the house needs to know of council. */
export const manifest: Manifest = {
	domain: "council",
	subjects: { resolution, "paper-link": paperLink },
	reindex: ({ subject }) => (subject.kind === "resolution" ? [subject] : []),
	jobs: {
		[readingJob]: async (world, payload) => {
			await readSystem(world, String(payload.systemId));
		},
		[checkJob]: async (world, payload) => {
			await checkLink(world, String(payload.linkId));
		},
	},
	sweeps: { "council.oparl-readings": readDueSystems, "council.paper-links": checkDueLinks },
	waiting,
	personalData,
};
