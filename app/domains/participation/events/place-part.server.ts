import type { PlacePart } from "~/domains/organisations/index.server";
import { formatFor, textFor } from "~/platform/i18n";
import { messages } from "./messages";
import { listEvents } from "./queries/calendar.server";

const mostShown = 4;

/** What events add to a place: the next ones, and the way to its calendar. */
export const eventsAtPlace: PlacePart = {
	async lists(view, place) {
		const t = textFor(view.locale, messages);
		const { coming } = await listEvents(view, { place: place.slug });
		return [
			{
				id: "termine",
				title: t("calendar.title"),
				entries: coming.slice(0, mostShown).map(({ title, href, startsAt, place: where }) => ({
					title,
					href,
					text: [formatFor(view.locale).dateTime(startsAt), where].filter(Boolean).join(", "),
				})),
				more: { href: `/o/${place.slug}/termine`, label: t("calendar.titleAt", { place: place.name }) },
			},
		];
	},
};
