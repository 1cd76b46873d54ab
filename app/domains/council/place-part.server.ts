import type { PlacePart } from "~/domains/organisations/index.server";
import { formatFor, textFor } from "~/platform/i18n";
import { messages } from "./messages";
import { messages as oparlMessages } from "./oparl/messages";
import { mayRecordResolutions } from "./policy.server";
import { listResolutions } from "./queries/resolution-list.server";

const shown = 3;

/** What council adds to a place: its latest resolutions, and the way to the work on them. */
export const resolutionsAtPlace: PlacePart = {
	async lists(view, { slug, organisationId }) {
		const filter = { organisationId, outcome: null, unfunded: false, words: "", page: 1 };
		const { resolutions } = await listResolutions(view, filter);
		const t = textFor(view.locale, messages);
		const { dateLong } = formatFor(view.locale);
		return [
			{
				id: "beschluesse",
				title: t("list.title"),
				entries: resolutions.slice(0, shown).map((resolution) => ({
					title: resolution.title,
					href: `/beschluss/${resolution.code}`,
					above: t("list.sessionOf", { body: resolution.body, date: dateLong(resolution.sessionOn) }),
					text: t(`outcomes.${resolution.outcome}`, { items: resolution.exceptItems ?? "" }),
				})),
				more: { href: `/o/${slug}/beschluesse`, label: t("list.more") },
			},
		];
	},
	async work(view, { slug, organisationId }) {
		if (!mayRecordResolutions(view.actor, { organisationId })) return [];
		const t = textFor(view.locale, messages);
		const systems = textFor(view.locale, oparlMessages);
		const here = `/o/${slug}/verwaltung`;
		return [
			{ href: `${here}/beschluesse`, label: t("work.label"), text: t("work.text") },
			{ href: `${here}/ratsinformation`, label: systems("title"), text: systems("work") },
		];
	},
};
