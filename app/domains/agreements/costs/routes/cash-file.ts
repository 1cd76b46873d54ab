import { csvOf } from "~/platform/csv";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import { workbookOf } from "~/platform/tables/write-workbook.server";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { followMessages } from "../follow-messages";
import { euroField } from "../money-input";
import { cashPage } from "../queries/cash-view.server";
import type { Route } from "./+types/cash-file";

/** Every payment as a line, as CSV or as a workbook, by how the address ends; text stays text, no formula. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, amounts } = await cashPage(world, params.place);
	const [t, say] = [textFor(world.locale, followMessages), textFor(world.locale, messages)];
	const asBook = new URL(request.url).pathname.endsWith(".xlsx");
	const titles = [t("cash.number"), t("cash.agreement"), t("cash.state"), t("year"), t("cash.costClass"), t("sum")];
	const lines = amounts.map(({ agreement, year, cents, class: costClass }) => [
		agreement.number,
		agreement.title,
		say(`state.${agreement.state}`),
		year,
		say(`classes.${costClass}`),
		asBook ? Number(cents) / 100 : euroField(cents),
	]);
	const headers = (type: string, ending: string) => ({
		"Content-Type": type,
		"Content-Disposition": `attachment; filename="zahlungen-${place.slug}.${ending}"`,
		"Cache-Control": "no-store",
	});
	if (!asBook) {
		return new Response(csvOf([titles, ...lines]), { headers: headers("text/csv; charset=utf-8", "csv") });
	}
	const widths = [16, 50, 22, 8, 18, 18];
	const columns = titles.map((title, index) => ({
		title,
		width: widths[index] ?? 16,
		...(index === titles.length - 1 ? { format: "#,##0.00" } : {}),
	}));
	const bytes = await workbookOf(t("cash.chart"), columns, lines);
	return new Response(new Uint8Array(bytes), {
		headers: headers("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
	});
});
