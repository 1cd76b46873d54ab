import type { OnwardPart } from "~/domains/groups/index.server";
import { textFor } from "~/platform/i18n";
import { mayLead } from "../policy.server";
import { editingMessages } from "./editing-messages";

/** A recommendation may be put into an agreement that the organisation of its group leads. */
export const agreementFromRecommendation: OnwardPart = async (view, { id, organisationId, place, title }) => {
	if (view.actor.kind !== "person" || !mayLead(view.actor, { ownerId: organisationId })) return [];
	const query = new URLSearchParams({ fuer: "recommendation", id, titel: title.slice(0, 160) });
	return [
		{
			href: `/o/${place}/verwaltung/vereinbarungen/neu?${query}`,
			label: textFor(view.locale, editingMessages)("manage.fromRecommendation"),
		},
	];
};
