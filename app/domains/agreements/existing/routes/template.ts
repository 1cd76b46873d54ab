import { conduct } from "~/platform/http/conduct.server";
import { workbookOf } from "~/platform/tables/write-workbook.server";
import type { World } from "~/platform/world.server";
import { sheetColumns } from "../contract-sheet";
import { contractsPlace } from "../queries/contracts.server";
import type { Route } from "./+types/template";

/** The empty table with one line that shows how it is meant. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	await contractsPlace(world, params.place);
	const example = {
		title: "Winterdienst",
		parties: "Thür; Stadtwerke Osteifel GmbH",
		signedOn: "2019-03-01",
		startsOn: "2019-04-01",
		lastDay: "2029-03-31",
		noticeMonths: "6",
		fileNumber: "1/020-15",
		purpose: "Räumen und Streuen der Ortsstraßen",
		amounts: "2026-2028: 12.000,00 | 2029: 3.000,00; Thür",
	} satisfies Record<keyof typeof sheetColumns, string>;
	const fields = Object.keys(sheetColumns) as (keyof typeof sheetColumns)[];
	const columns = fields.map((field) => ({ title: sheetColumns[field], width: 24 }));
	const bytes = await workbookOf("Bestandsverträge", columns, [fields.map((field) => example[field])]);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"Content-Disposition": 'attachment; filename="bestandsvertraege.xlsx"',
			"Cache-Control": "no-store",
		},
	});
});
