export { type CarryingPart, completeConcerns } from "./concerns/carrying.server";
export { concernCarriedOn, resultForConcerns } from "./concerns/commands/carry-on.server";
export { answerPath } from "./concerns/queries/answer-path.server";
export { concernToCarry } from "./concerns/queries/concern-to-carry.server";
export { placeOfOfficeDay } from "./office-days/index.server";

import type { PlacePart } from "~/domains/organisations/index.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { formatFor, textFor } from "~/platform/i18n";
import { handOnConcern } from "./concerns/commands/hand-on.server";
import { messages as concernMessages } from "./concerns/work-messages";
import { messages as newsMessages } from "./county-news/messages";
import { newsOfPlace } from "./county-news/queries/county-news.server";
import { dayText } from "./days.server";
import { messages as exchangeMessages } from "./exchange/messages";
import { answeredFor } from "./exchange/queries/answered-for.server";
import { staffMessages as surveyMessages } from "./needs-survey/staff-messages";
import { officeDaysOfPlace } from "./office-days/index.server";
import { messages as officeMessages } from "./office-days/messages";
import { uncoveredWithin } from "./office-days/queries/uncovered.server";
import { termUses } from "./plans/queries/term-uses.server";
import { messages } from "./plans/work-messages";
import { mayFollow, mayPlan } from "./policy.server";
import { openWork } from "./queries/open-work.server";
import { ownDrafts } from "./queries/own-drafts.server";
import { messages as noteMessages } from "./quick-note/messages";

const officeDaysShown = 3;
const newsShown = 4;

/** What guides add to a place: the next office days, the ways to their work, and which areas and topics they use. */
export const guidesAtPlaces: PlacePart = {
	termUses,
	openWork,
	keptPrivate: ownDrafts,
	handOn: handOnConcern,
	uncoveredDays: uncoveredWithin,
	async lists(view, place) {
		const t = textFor(view.locale, officeMessages);
		const c = textFor(view.locale, newsMessages);
		const { weekday, time, dateLong } = formatFor(view.locale);
		const news = await newsOfPlace(view, { municipalityId: place.organisationId, count: newsShown });
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
			{
				id: "neues-vom-kreis",
				title: c("place.title"),
				entries: news.map(({ code, title, from: county, validUntil }) => ({
					title,
					href: `/lotsen/neues/${code}`,
					text: c("place.text", { from: county, date: dateLong(validUntil) }),
				})),
			},
		].filter(({ entries }) => entries.length > 0);
	},
	async work(view, place) {
		const { actor, locale } = view;
		const e = textFor(locale, exchangeMessages);
		const follows = mayFollow(actor, place) && (await answeredFor(view, place));
		const exchange = `/o/${place.slug}/verwaltung/kreis`;
		const own = follows ? [{ href: exchange, label: e("page.title"), text: e("page.linkText") }] : [];
		if (!mayPlan(actor, place)) return own;
		const t = textFor(locale, messages);
		const w = textFor(locale, concernMessages);
		const o = textFor(locale, officeMessages);
		const here = `/o/${place.slug}/verwaltung`;
		const n = textFor(locale, noteMessages);
		const c = textFor(locale, newsMessages);
		const s = textFor(locale, surveyMessages);
		return [
			...own,
			{ href: `${here}/schnellnotiz`, label: n("link"), text: n("linkText") },
			{ href: `${here}/anliegen`, label: w("concerns.title"), text: w("concerns.text") },
			{ href: `${here}/sprechtage`, label: o("work.link"), text: o("work.linkText") },
			{ href: `${here}/kreisinfos`, label: c("list.link"), text: c("list.linkText") },
			{ href: `${exchange}/bericht`, label: e("report.title"), text: e("report.lead") },
			{ href: `${here}/lotsen`, label: t("plans.title"), text: t("plans.text") },
			{ href: `${here}/lotsen/bedarf`, label: s("list.link"), text: s("list.linkText") },
		];
	},
};
