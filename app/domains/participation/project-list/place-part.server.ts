import type { PlacePart } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import { messages } from "./messages";
import { mayManageProjects } from "./policy.server";
import { listProjects } from "./queries/project-list.server";

const shown = 3;

/** What the project list adds to a place: what is intended there, and the way to the work on it. */
export const projectsAtPlace: PlacePart = {
	async lists(view, { slug }) {
		const t = textFor(view.locale, messages);
		const { projects } = await listProjects(view, {
			place: slug,
			stage: null,
			participation: null,
			words: "",
			page: 1,
		});
		return [
			{
				id: "vorhaben",
				title: t("list.title"),
				entries: projects.slice(0, shown).map((project) => ({
					title: project.title,
					href: `/vorhaben/${project.code}`,
					above: t(`stages.${project.stage}`),
					text: project.summary,
				})),
				more: { href: `/o/${slug}/vorhaben`, label: t("list.more") },
			},
		];
	},
	async work(view, { slug, organisationId }) {
		if (!mayManageProjects(view.actor, { organisationId })) return [];
		const t = textFor(view.locale, messages);
		return [{ href: `/o/${slug}/verwaltung/vorhaben`, label: t("work.label"), text: t("work.text") }];
	},
};
