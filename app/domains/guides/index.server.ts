import type { PlacePart } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import { messages as officeMessages } from "./office-days/messages";
import { mayPlan } from "./policy.server";
import { termUses } from "./queries/term-uses.server";
import { messages } from "./work-messages";

/** What guides add to a place: the ways to their work, and which areas and topics they use. */
export const guidesAtPlaces: PlacePart = {
	termUses,
	async work({ actor, locale }, place) {
		if (!mayPlan(actor, place)) return [];
		const t = textFor(locale, messages);
		const o = textFor(locale, officeMessages);
		const here = `/o/${place.slug}/verwaltung`;
		return [
			{ href: `${here}/anliegen`, label: t("plans.concerns"), text: t("plans.concernsText") },
			{ href: `${here}/sprechtage`, label: o("work.link"), text: o("work.linkText") },
			{ href: `${here}/lotsen`, label: t("plans.title"), text: t("plans.text") },
		];
	},
};
