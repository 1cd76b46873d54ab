import { isOpenSpace } from "~/domains/organisations/index.server";
import { house } from "~/platform/actor";
import { textFor } from "~/platform/i18n";
import type { Manifest, Subject } from "~/platform/manifest.server";
import { mayReadProcess } from "../processes/index.server";
import { deleteOldDrafts, forgetGuestAddresses } from "./commands/forget-what-is-over.server";
import { recountSupports } from "./commands/recount-supports.server";
import { commentShown } from "./comment";
import { commentMessages } from "./comment-messages";
import { stateOf } from "./contribution";
import { discussionNotices } from "./discussion-notices.server";
import { messages } from "./messages";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { isAuthor, mayModerate, mayRead } from "./policy.server";
import { contributionById } from "./queries/find-contribution.server";
import { waiting } from "./queries/waiting.server";

/** Standing in public: nobody has hidden or withdrawn it. */
const readable = { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null } as const;

const contribution: Subject = {
	async standing(db, ids) {
		const rows = await db.contribution.findMany({ where: { ...readable, id: { in: ids } }, select: { id: true } });
		return new Set(rows.map(({ id }) => id));
	},
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const rows = await view.db.contribution.findMany({
			where: { id: { in: ids } },
			include: {
				process: { include: { phases: true, organisation: { select: { space: { select: { openedAt: true } } } } } },
			},
		});
		const found = rows.flatMap((row) => {
			const dated = { ...row, confirmationPending: false };
			const process = { ...row.process, spaceIsOpen: isOpenSpace(row.process.organisation.space, view.now) };
			const reading = mayRead(view.actor, dated);
			const visible = isAuthor(view.actor, row) || mayReadProcess(view.actor, process, view.now);
			if (reading === "nothing" || !visible) return [];
			const state = stateOf(dated);
			const numbered = t("numbered", { number: String(row.number ?? "") });
			return [
				{
					id: row.id,
					title: reading === "text" ? row.title : numbered,
					// drafts have no public page: their author finds them in the list of the own ones
					href: row.submittedAt ? `/b/${row.code}` : "/konto/beitraege",
					kindLabel: t("kind"),
					state: t(`states.${state}`),
					at: row.publishedAt ?? row.submittedAt,
					organisationId: row.organisationId,
				},
			];
		});
		return new Map(found.map((subject) => [subject.id, subject]));
	},

	async findByCode(view, code) {
		const row = await view.db.contribution.findUnique({ where: { code }, select: { id: true } });
		return row?.id ?? null;
	},

	async searchText(db, id) {
		const row = await db.contribution.findUnique({
			where: { id },
			include: { process: { select: { title: true } } },
		});
		if (!row?.publishedAt || row.hiddenAt || row.withdrawnAt) return null;
		return {
			ownerId: row.organisationId,
			isPublic: true,
			title: row.title,
			body: [row.excerpt, row.category, row.place, row.code, row.process.title].filter(Boolean).join("\n"),
			at: row.publishedAt,
		};
	},

	async mayReadFiles(view, id) {
		const found = await contributionById(view, id);
		return (
			mayRead(view.actor, found) === "text" &&
			(isAuthor(view.actor, found) || mayReadProcess(view.actor, found.process, view.now))
		);
	},

	async mayWriteFiles(view, id) {
		const found = await contributionById(view, id);
		return view.actor.kind === house.kind || isAuthor(view.actor, found) || mayModerate(view.actor, found);
	},
};

const comment: Subject = {
	async standing(db, ids) {
		const rows = await db.comment.findMany({
			where: { ...readable, id: { in: ids }, contribution: readable },
			select: { id: true },
		});
		return new Set(rows.map(({ id }) => id));
	},
	async resolve(view, ids) {
		const t = textFor(view.locale, commentMessages);
		const rows = await view.db.comment.findMany({
			where: { id: { in: ids } },
			include: { contribution: { select: { id: true, title: true } } },
		});
		const about = await contribution.resolve(view, [...new Set(rows.map((row) => row.contributionId))]);
		const found = rows.flatMap((row) => {
			const on = about.get(row.contributionId);
			const shown = commentShown({ ...row, confirmationPending: false });
			if (!on || !row.submittedAt || (shown === "nothing" && !mayModerate(view.actor, row))) return [];
			return [
				{
					id: row.id,
					title: t("about", { number: String(row.number ?? ""), title: on.title }),
					href: `/k/${row.code}`,
					kindLabel: t("kind"),
					state: t(`own.states.${stateOf({ ...row, confirmationPending: false })}`),
					at: row.publishedAt ?? row.submittedAt,
					organisationId: row.organisationId,
				},
			];
		});
		return new Map(found.map((subject) => [subject.id, subject]));
	},
};

export const manifest: Manifest = {
	domain: "participation",
	subjects: { contribution, comment },
	notices: { ...notices, ...discussionNotices },
	reindex: (event) => (event.subject.kind === "contribution" ? [event.subject] : []),
	sweeps: {
		"participation.old-drafts": deleteOldDrafts,
		"participation.guest-addresses": forgetGuestAddresses,
		"participation.support-figures": recountSupports,
	},
	waiting,
	personalData,
};
