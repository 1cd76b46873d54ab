import type { OnwardPart } from "~/domains/groups/index.server";
import { textFor } from "~/platform/i18n";
import { mayManageMeasures } from "./policy.server";
import { staffMessages } from "./staff-messages";

/** A recommendation may become a measure of the organisation whose group recommended it. */
export const measureFromRecommendation: OnwardPart = async (view, { id, organisationId, place }) =>
	mayManageMeasures(view.actor, { organisationId })
		? [
				{
					href: `/o/${place}/verwaltung/massnahmen/neu?aus=recommendation:${id}`,
					label: textFor(view.locale, staffMessages)("place.fromRecommendation"),
				},
			]
		: [];
