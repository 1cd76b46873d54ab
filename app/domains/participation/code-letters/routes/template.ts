import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import { workbookOf } from "~/platform/tables/write-workbook.server";
import type { World } from "~/platform/world.server";
import { letterSubjectAt } from "../queries/letter-subject.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/template";

/** A workbook with the columns that are read, and one row that shows how. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	await letterSubjectAt(world, params);
	const t = textFor(world.locale, staffMessages);
	const columns = (["name", "street", "town"] as const).map((field) => ({ title: t(`fields.${field}`), width: 32 }));
	const bytes = await workbookOf(t("sheet"), columns, [["Erika Muster", "Marktplatz 1", "56727 Musterstadt"]]);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"Content-Disposition": 'attachment; filename="anschriften.xlsx"',
			"Cache-Control": "no-store",
		},
	});
});
