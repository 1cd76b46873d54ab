import { csvOf } from "~/platform/csv";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import { workbookOf } from "~/platform/tables/write-workbook.server";
import type { World } from "~/platform/world.server";
import { readFilter } from "../filter";
import { exportedTies } from "../importing/export-rows.server";
import { importMessages } from "../importing/messages";
import { tableResponse } from "../importing/table-response.server";
import type { Route } from "./+types/ties-file";

const columns = ["from", "label", "to", "role", "since", "lastDay", "source", "confirmed"] as const;

/** The ties of a view, as Excel or CSV. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { pathname, searchParams } = new URL(request.url);
	const { rows, day } = await exportedTies(world, params.place, readFilter(searchParams));
	const t = textFor(world.locale, importMessages);
	const titles = columns.map((column) => t(`tieColumns.${column}`));
	if (pathname.endsWith(".csv")) return tableResponse("csv", `verbindungen-${day}`, csvOf([titles, ...rows]));
	const bytes = await workbookOf(
		t("tiesSheet"),
		titles.map((title) => ({ title, width: 24 })),
		rows,
	);
	return tableResponse("xlsx", `verbindungen-${day}`, new Uint8Array(bytes));
});
