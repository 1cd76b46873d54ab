import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { followMessages } from "../follow-messages";
import { cashPage } from "../queries/cash-view.server";
import { euroTable } from "../table-file.server";
import type { Route } from "./+types/cash-file";

/** Every payment as a line, as CSV or as a workbook, by how the address ends. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, amounts } = await cashPage(world, params.place);
	const [t, say] = [textFor(world.locale, followMessages), textFor(world.locale, messages)];
	return euroTable(request, {
		name: `zahlungen-${place.slug}`,
		sheet: t("cash.chart"),
		columns: [
			{ title: t("cash.number"), width: 16 },
			{ title: t("cash.agreement"), width: 50 },
			{ title: t("cash.state"), width: 22 },
			{ title: t("year"), width: 8 },
			{ title: t("cash.costClass"), width: 18 },
			{ title: t("sum"), width: 18 },
		],
		rows: amounts.map(({ agreement, year, cents, class: costClass }) => [
			agreement.number,
			agreement.title,
			say(`state.${agreement.state}`),
			year,
			say(`classes.${costClass}`),
			cents,
		]),
	});
});
