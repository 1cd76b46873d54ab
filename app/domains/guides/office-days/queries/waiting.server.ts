import { formatFor, textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayPlan } from "../../policy.server";
import { messages } from "../messages";
import { ownOfficeDaysToday } from "./upcoming.server";

/** „Heute: Rathaus Mendig“: the office days that this person holds today. */
export async function waitingToday(view: View): Promise<Waiting[]> {
	const days = await ownOfficeDaysToday(view);
	const t = textFor(view.locale, messages);
	const { time } = formatFor(view.locale);
	return days
		.filter(({ ownerId }) => mayPlan(view.actor, { organisationId: ownerId }))
		.map(({ code, day, municipality, opening, placeSlug }) => ({
			label: t("waiting.today", { place: municipality.name }),
			about: t("list.when", { start: time(opening.opensAt), end: time(opening.closesAt) }),
			count: null,
			href: `/o/${placeSlug}/verwaltung/sprechtage/${code}/${day}`,
			urgent: true,
		}));
}
