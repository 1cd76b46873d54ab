import { conduct } from "~/platform/http/conduct.server";
import { formatFor, textFor } from "~/platform/i18n";
import { workbookOf } from "~/platform/tables/write-workbook.server";
import type { World } from "~/platform/world.server";
import { importFields } from "../import-table";
import { processForLetters } from "../queries/enter-page.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/template";

const wide = ["title", "text", "place"];

/** A workbook with the columns that are read, and one row that shows how. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { categories } = await processForLetters(world, params);
	const t = textFor(world.locale, staffMessages);
	const example = {
		title: t("imports.example.title"),
		text: t("imports.example.text"),
		category: categories[0] ?? null,
		place: t("imports.example.place"),
		received: formatFor("de").date(world.now),
		channel: t("imports.example.channel"),
		wish: t("imports.example.wish"),
		name: "Erika Muster",
		street: "Marktplatz 1",
		town: "56727 Musterstadt",
		phone: null,
		cardNumber: "1",
	};
	const bytes = await workbookOf(
		t("imports.sheet"),
		importFields.map((field) => ({ title: t(`imports.fields.${field}`), width: wide.includes(field) ? 40 : 20 })),
		[importFields.map((field) => example[field])],
	);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"Content-Disposition": `attachment; filename="beitraege-${params.process}.xlsx"`,
			"Cache-Control": "no-store",
		},
	});
});
