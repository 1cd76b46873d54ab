import { csvOf } from "~/platform/csv";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import { workbookOf } from "~/platform/tables/write-workbook.server";
import type { World } from "~/platform/world.server";
import { readFilter } from "../filter";
import { exportedContacts } from "../importing/export-rows.server";
import { importMessages } from "../importing/messages";
import { tableResponse } from "../importing/table-response.server";
import type { Route } from "./+types/list-file";

/** The list as a table that can be read in again, as Excel or CSV. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { pathname, searchParams } = new URL(request.url);
	const { titles, rows, day } = await exportedContacts(world, params.place, readFilter(searchParams));
	if (pathname.endsWith(".csv")) return tableResponse("csv", `netzwerk-${day}`, csvOf([titles, ...rows]));
	const columns = titles.map((title) => ({ title, width: 22 }));
	const sheet = textFor("de", importMessages)("sheet");
	return tableResponse("xlsx", `netzwerk-${day}`, new Uint8Array(await workbookOf(sheet, columns, rows)));
});
