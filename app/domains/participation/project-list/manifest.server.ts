import { isOpenSpace } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import type { Manifest, Subject } from "~/platform/manifest.server";
import { plainText } from "~/platform/rich-text/render.server";
import { storedText } from "../stored-text.server";
import { remindProjectReviews } from "./commands/remind-reviews.server";
import { messages } from "./messages";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { mayReadProject } from "./policy.server";
import { stages, storedWord } from "./project";
import { waiting } from "./queries/waiting.server";

const project: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const rows = await view.db.listedProject.findMany({
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
			if (!mayReadProject(view.actor, { ...row, spaceIsOpen }, view.now)) return [];
			return [
				{
					id: row.id,
					title: row.title,
					href: `/vorhaben/${row.code}`,
					kindLabel: t("kind"),
					state: t(`stages.${storedWord(stages, row.stage)}`),
					at: row.publishedAt ?? row.createdAt,
					organisationId: row.organisationId,
				},
			];
		});
		return new Map(found.map((subject) => [subject.id, subject]));
	},

	async findByCode(view, code) {
		const row = await view.db.listedProject.findUnique({ where: { code: code.toUpperCase() }, select: { id: true } });
		return row?.id ?? null;
	},

	async searchText(db, id) {
		const row = await db.listedProject.findUnique({ where: { id } });
		if (!row?.publishedAt) return null;
		const description = row.description === null ? "" : plainText(storedText(row.description));
		return {
			ownerId: row.organisationId,
			isPublic: true,
			title: row.title,
			body: [row.summary, description, row.place, row.timeFrame, row.goal, row.participationReason, row.code]
				.filter(Boolean)
				.join("\n"),
			at: row.publishedAt,
		};
	},
};

export const manifest: Manifest = {
	domain: "participation",
	subjects: { project },
	notices,
	reindex: ({ subject }) => (subject.kind === "project" ? [subject] : []),
	sweeps: { "participation.project-reviews": remindProjectReviews },
	waiting,
	personalData,
};
