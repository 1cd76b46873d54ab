import { houseAddress } from "~/platform/address.server";
import { dayOf } from "~/platform/calendar.server";
import { csvOf } from "~/platform/csv";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { isDisposition } from "../disposition";
import { isUpdateState } from "../follow-up";
import { messages } from "../messages";
import { outcomeMessages } from "../outcome-messages";
import { outcomeTable } from "../queries/outcome-table.server";
import type { Route } from "./+types/outcome-csv";

const columns = [
	"kind",
	"number",
	"category",
	"title",
	"text",
	"answeredAt",
	"disposition",
	"reason",
	"together",
	"update",
	"updateText",
	"updateOn",
	"address",
] as const;

/** The whole table for spreadsheet programs. No names: they stand on the pages, where they can be erased. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { rows } = await outcomeTable(world, { ...params, filter: null, page: null });
	const t = textFor(world.locale, outcomeMessages);
	const words = textFor(world.locale, messages);
	const day = (moment: Date | null) => (moment ? dayOf(moment).toString() : null);
	const lines = rows.map((row) => [
		t(`table.kinds.${row.kind}`),
		row.comment === null ? String(row.number ?? "") : `${row.number}/${row.comment}`,
		row.category,
		row.title,
		row.text,
		day(row.releasedAt),
		row.disposition && isDisposition(row.disposition) ? words(`dispositions.${row.disposition}`) : null,
		row.reason,
		row.releasedAt ? row.together : null,
		row.update && isUpdateState(row.update.state) ? t(`updates.states.${row.update.state}`) : null,
		row.update?.text ?? null,
		day(row.update?.at ?? null),
		houseAddress(row.href),
	]);
	return new Response(csvOf([columns.map((column) => t(`table.columns.${column}`)), ...lines]), {
		headers: {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="antworten-${params.process}.csv"`,
			"Cache-Control": "no-store",
		},
	});
});
