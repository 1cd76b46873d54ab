import { groupsToCarryInto } from "~/domains/groups/index.server";
import type { CarryingPart } from "~/domains/guides/index.server";
import { mayManageMeasures } from "~/domains/measures/index.server";
import { processesForConcern } from "~/domains/participation/index.server";
import { textFor } from "~/platform/i18n";
import { messages } from "./messages";

/** Where a concern of the guides goes on in later domains: a group takes it up, it becomes a contribution, a measure begins with it. */
export const concernWays: CarryingPart[] = [
	async (view, at) => {
		const t = textFor(view.locale, messages);
		const groups = await groupsToCarryInto(view, at);
		return groups.map(({ label, href }) => ({ label: t("concerns.intoGroup", { group: label }), href }));
	},
	async (view, at) => {
		const t = textFor(view.locale, messages);
		const processes = await processesForConcern(view, at);
		return processes.map(({ label, href }) => ({ label: t("concerns.intoProcess", { process: label }), href }));
	},
	async ({ actor, locale }, { slug, ownerId, id }) =>
		mayManageMeasures(actor, { organisationId: ownerId })
			? [
					{
						label: textFor(locale, messages)("concerns.intoMeasure"),
						href: `/o/${slug}/verwaltung/massnahmen/neu?aus=concern:${id}`,
					},
				]
			: [],
];
