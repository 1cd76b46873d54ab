import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { costMessages } from "../messages";
import { scenarioFactors } from "../queries/scenarios.server";
import { scenarioYears } from "../scenarios";
import { euroTable } from "../table-file.server";
import type { Route } from "./+types/scenarios-file";

/** What each year costs in each scenario, as CSV or as a workbook, by how the address ends. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, code } = await editingPage(world, params);
	const t = textFor(world.locale, costMessages);
	const years = scenarioYears(draft.items, await scenarioFactors(world, draft.id));
	return euroTable(request, {
		name: `szenarien-${code.toLowerCase()}`,
		sheet: t("scenario.title"),
		columns: [
			{ title: t("plan.year"), width: 8 },
			...(["low", "agreed", "high"] as const).map((name) => ({ title: t(`scenario.${name}`), width: 18 })),
		],
		rows: years.map(({ year, low, agreed, high }) => [year, low, agreed, high]),
	});
});
