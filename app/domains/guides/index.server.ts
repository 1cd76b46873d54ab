export { placeOfOfficeDay } from "./office-days/index.server";

import type { PlacePart } from "~/domains/organisations/index.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { formatFor, textFor } from "~/platform/i18n";
import { handOnConcern } from "./concerns/commands/hand-on.server";
import { dayText } from "./days.server";
import { officeDaysOfPlace } from "./office-days/index.server";
import { messages as officeMessages } from "./office-days/messages";
import { termUses } from "./plans/queries/term-uses.server";
import { mayPlan } from "./policy.server";
import { openWork } from "./queries/open-work.server";
import { messages as noteMessages } from "./quick-note/messages";
import { messages } from "./work-messages";

const officeDaysShown = 3;

/** What guides add to a place: the next office days, the ways to their work, and which areas and topics they use. */
export const guidesAtPlaces: PlacePart = {
	termUses,
	openWork,
	handOn: handOnConcern,
	async lists(view, place) {
		const t = textFor(view.locale, officeMessages);
		const { weekday, time } = formatFor(view.locale);
		const from = today(view.now);
		const days = await officeDaysOfPlace(view, place, { from: dayText(from), to: dayText(daysFrom(from, 28)) });
		return [
			{
				id: "sprechtage",
				title: t("list.title"),
				entries: days
					.filter(({ opening }) => !opening.cancelled && opening.closesAt > view.now)
					.slice(0, officeDaysShown)
					.map(({ code, day, municipality, opening, post }) => ({
						title: `${municipality.name}, ${weekday(opening.day)}`,
						href: `/sprechtag/${code}/${day}`,
						text: [
							t("list.when", { start: time(opening.opensAt), end: time(opening.closesAt) }),
							opening.place,
							post.label,
						].join(", "),
					})),
				more: { href: `/o/${place.slug}/lotsen/sprechtage`, label: t("who.all") },
			},
		];
	},
	async work({ actor, locale }, place) {
		if (!mayPlan(actor, place)) return [];
		const t = textFor(locale, messages);
		const o = textFor(locale, officeMessages);
		const here = `/o/${place.slug}/verwaltung`;
		const n = textFor(locale, noteMessages);
		return [
			{ href: `${here}/schnellnotiz`, label: n("link"), text: n("linkText") },
			{ href: `${here}/anliegen`, label: t("plans.concerns"), text: t("plans.concernsText") },
			{ href: `${here}/sprechtage`, label: o("work.link"), text: o("work.linkText") },
			{ href: `${here}/lotsen`, label: t("plans.title"), text: t("plans.text") },
		];
	},
};
