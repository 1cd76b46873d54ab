import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import { workbookOf } from "~/platform/tables/write-workbook.server";
import type { World } from "~/platform/world.server";
import { type SheetColumn, sheetColumns } from "../importing/contact-sheet";
import { importMessages } from "../importing/messages";
import { tableResponse } from "../importing/table-response.server";
import { keepersPlace } from "../queries/place-of-network.server";
import type { Route } from "./+types/template";

const examples: Partial<Record<SheetColumn, string>>[] = [
	{
		...{ key: "sv-thuer", kind: "Organisation", name: "Sportverein Thür", email: "vorstand@sv-thuer.example" },
		...{ sector: "Verein und Initiative", level: "Ort", source: "Vereinsregister" },
	},
	{
		...{
			key: "m-muster",
			kind: "Person",
			givenName: "Maria",
			familyName: "Muster",
			email: "m.muster@sv-thuer.example",
		},
		...{
			type: "hat den Vorsitz von",
			target: "sv-thuer",
			since: "2024-03-01",
			purpose: "Zusammenarbeit in der Region",
		},
		...{
			basis: "Aufgabe der Kommune",
			source: "Gespräch am 12. Mai",
			visibility: "Mitarbeitende",
			keepUntil: "2029-12-31",
		},
	},
];

/** The table as it is read in, with two rows that show how it is meant. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	await keepersPlace(world, params.place);
	const names = Object.keys(sheetColumns) as SheetColumn[];
	const columns = names.map((name) => ({ title: sheetColumns[name], width: 22 }));
	const rows = examples.map((example) => names.map((name) => example[name] ?? null));
	const sheet = textFor("de", importMessages)("sheet");
	return tableResponse("xlsx", "netzwerk-vorlage", new Uint8Array(await workbookOf(sheet, columns, rows)));
});
