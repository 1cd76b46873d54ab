import { textFor } from "~/platform/i18n";
import type { Manifest, Subject } from "~/platform/manifest.server";
import { boxSubject } from "../ballots/index.server";
import { messages as ballotMessages } from "../ballots/messages";
import { mayReadProcess } from "../processes/index.server";
import { budgetPath } from "./addresses";
import { countBudgetJob } from "./commands/count.server";
import { messages } from "./messages";
import { personalData } from "./personal-data.server";
import { budgetById } from "./queries/find-budget.server";

const project: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const words = textFor(view.locale, ballotMessages);
		const rows = await view.db.budgetProject.findMany({ where: { id: { in: ids } } });
		const budgets = await Promise.all(
			[...new Set(rows.map(({ budgetId }) => budgetId))].map((id) => budgetById(view, id)),
		);
		const found = rows.flatMap((row) => {
			const budget = budgets.find(({ id }) => id === row.budgetId);
			const space = budget?.process.organisation.space;
			if (!budget || !space || !mayReadProcess(view.actor, budget.process, view.now)) return [];
			const at = { place: space.slug, process: budget.process.slug, budget: budget.position };
			return [
				{
					id: row.id,
					title: row.title,
					href: budgetPath(at),
					kindLabel: t("kind"),
					state: words(`states.${budget.state}`),
					at: row.createdAt,
					organisationId: budget.organisationId,
				},
			];
		});
		return new Map(found.map((subject) => [subject.id, subject]));
	},
};

export const manifest: Manifest = {
	domain: "participation",
	subjects: {
		"budget-project": project,
		budget: boxSubject({ de: { kind: messages.de.name }, en: { kind: messages.en.name } }, async (db, id) => {
			const projects = await db.budgetProject.findMany({
				where: { budgetId: id },
				orderBy: { number: "asc" },
				select: { title: true, summary: true },
			});
			return projects.map(({ title, summary }) => `${title}\n${summary}`).join("\n");
		}),
	},
	reindex: ({ subject, facts }) => {
		if (subject.kind === "budget") return [subject];
		const { budget } = facts;
		return subject.kind === "budget-project" && typeof budget === "string" ? [{ kind: "budget", id: budget }] : [];
	},
	jobs: { "participation.count-budget": countBudgetJob },
	personalData,
};
