import type { PlacePart } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import { messages } from "./messages";
import { mayManageMeasures } from "./policy.server";
import { listMeasures } from "./queries/measure-list.server";
import { openWork } from "./queries/open-work.server";
import { staffMessages } from "./staff-messages";

const shown = 3;

/** What measures add to a place: the measures of that place, and the way to the work on them. */
export const measuresAtPlace: PlacePart = {
	openWork,
	async lists(view, { slug }) {
		const filter = { place: slug, stage: null, field: null, words: "", page: 1 };
		const { measures, total } = await listMeasures(view, filter);
		const t = textFor(view.locale, messages);
		const say = textFor(view.locale, staffMessages);
		return [
			{
				id: "massnahmen",
				title: t("overview.title"),
				entries: measures.slice(0, shown).map(({ code, title, summary, stage }) => ({
					title,
					href: `/massnahmen/${code}`,
					above: t(`stages.${stage}`),
					text: summary,
				})),
				...(total > shown && { more: { href: `/massnahmen?ort=${slug}`, label: say("place.more") } }),
			},
		];
	},

	async work(view, { slug, organisationId }) {
		if (!mayManageMeasures(view.actor, { organisationId })) return [];
		const say = textFor(view.locale, staffMessages);
		return [{ href: `/o/${slug}/verwaltung/massnahmen`, label: say("place.work"), text: say("place.workText") }];
	},
};
