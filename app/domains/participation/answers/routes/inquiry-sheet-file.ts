import { conduct } from "~/platform/http/conduct.server";
import { formatFor, textFor } from "~/platform/i18n";
import { workbookOf } from "~/platform/tables/write-workbook.server";
import type { World } from "~/platform/world.server";
import { sheetColumns, versionOf } from "../inquiry-sheet";
import { inquirySheet, sheetAt } from "../queries/inquiry-sheet.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/inquiry-sheet-file";

const widths = { id: 14, version: 14, number: 6, title: 30, text: 60, place: 24, answer: 60, hints: 60 } as const;

/** The question as an Excel table: a row for each contribution, a column to fill in, and what to do beside it. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const sheet = await inquirySheet(world, sheetAt(params));
	const t = textFor(world.locale, staffMessages);
	const due = formatFor(world.locale).dateLong(sheet.dueOn.toISOString().slice(0, 10));
	const hints = [
		t("sheet.hints.question", { question: sheet.question }),
		t("sheet.hints.due", { date: due }),
		t("sheet.hints.fill"),
		t("sheet.hints.keep"),
		t("sheet.hints.back"),
	];
	const length = Math.max(sheet.contributions.length, hints.length);
	const rows = Array.from({ length }, (_, index) => {
		const one = sheet.contributions[index];
		const hint = hints[index] ?? null;
		if (!one) return [null, null, null, null, null, null, null, hint];
		return [one.id, versionOf(sheet), one.number, one.title, one.excerpt, one.place, one.answer, hint];
	});
	const columns = sheetColumns.map((column) => ({ title: t(`sheet.columns.${column}`), width: widths[column] }));
	const bytes = await workbookOf(sheet.office, columns, rows);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"Content-Disposition": `attachment; filename="rueckfrage-${sheet.id.slice(-8)}.xlsx"`,
			"Cache-Control": "no-store",
		},
	});
});
