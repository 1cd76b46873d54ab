import { isOpenSpace } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import type { Manifest, Subject } from "~/platform/manifest.server";
import { plainText } from "~/platform/rich-text/render.server";
import { storedText } from "../stored-text.server";
import { emptyBin } from "./commands/bin-process.server";
import { recordPhaseChanges } from "./commands/record-phase-changes.server";
import { messages } from "./messages";
import { personalData } from "./personal-data.server";
import { mayReadProcess } from "./policy.server";
import { stateOf } from "./process";
import { helpers } from "./queries/find-process.server";
import { waiting } from "./queries/waiting.server";

const process: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const rows = await view.db.process.findMany({
			where: { id: { in: ids } },
			include: {
				phases: true,
				helps: helpers,
				organisation: { select: { space: { select: { slug: true, openedAt: true } } } },
			},
		});
		const found = rows.flatMap((row) => {
			const { space } = row.organisation;
			const given = {
				...row,
				spaceIsOpen: isOpenSpace(space, view.now),
				helperIds: row.helps.map(({ helperId }) => helperId),
			};
			if (!space || !mayReadProcess(view.actor, given, view.now)) return [];
			return [
				{
					id: row.id,
					title: row.title,
					href: `/o/${space.slug}/beteiligung/${row.slug}`,
					kindLabel: t("kind"),
					state: t(`states.${stateOf(row, view.now)}`),
					at: row.publishedAt,
					organisationId: row.organisationId,
				},
			];
		});
		return new Map(found.map((subject) => [subject.id, subject]));
	},

	async findByCode(view, code) {
		const row = await view.db.process.findUnique({ where: { code: code.toUpperCase() }, select: { id: true } });
		return row?.id ?? null;
	},

	async searchText(db, id) {
		const row = await db.process.findUnique({ where: { id } });
		if (!row?.publishedAt) return null;
		const texts = [row.purpose, row.fixedPoints, row.openQuestions].flatMap((text) =>
			text === null ? [] : [plainText(storedText(text))],
		);
		return {
			ownerId: row.organisationId,
			isPublic: true,
			title: row.title,
			body: [...texts, row.decidedBy, row.code, ...row.categories].filter(Boolean).join("\n"),
			at: row.publishedAt,
		};
	},
};

export const manifest: Manifest = {
	domain: "participation",
	subjects: { process },
	reindex: (event) => (event.subject.kind === "process" ? [event.subject] : []),
	sweeps: { "participation.phases": recordPhaseChanges, "participation.bin": emptyBin },
	waiting,
	personalData,
};
