import { textFor } from "~/platform/i18n";
import type { PlacePart } from "../organisations/index.server";
import { messages } from "./messages";
import { mayManageGroups } from "./policy.server";
import { groupsOfPlace } from "./queries/group-list.server";
import { openWork } from "./queries/open-work.server";

/** What groups add to a place: its living public groups, and the way to manage them. */
export const groupsAtPlace: PlacePart = {
	openWork,
	async lists(view, place) {
		const t = textFor(view.locale, messages);
		const path = `/o/${place.slug}/arbeitskreise`;
		const groups = await groupsOfPlace(view, place.organisationId);
		return [
			{
				id: "arbeitskreise",
				title: t("list.title"),
				entries: groups.map(({ slug, name, text }) => ({ title: name, href: `${path}/${slug}`, text })),
				more: { href: path, label: t("list.titleAt", { place: place.name }) },
			},
		];
	},
	async work(view, place) {
		if (!mayManageGroups(view.actor, place)) return [];
		const t = textFor(view.locale, messages);
		return [{ href: `/o/${place.slug}/verwaltung/arbeitskreise`, label: t("work.label"), text: t("work.text") }];
	},
};
