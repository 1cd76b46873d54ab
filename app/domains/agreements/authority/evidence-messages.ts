import type { Messages } from "~/platform/i18n";

/** Documents that show what a body decided or an authority did. */
export const evidenceMessages = {
	de: {
		document: "Nachweis:",
		by: "eingestellt von {name}",
		file: "Nachweis als Datei",
		fileHint: "PDF oder Bild, höchstens 20 MB, zum Beispiel der Auszug aus der Niederschrift oder der Bescheid",
	},
	en: {
		document: "Document:",
		by: "brought in by {name}",
		file: "Document as a file",
		fileHint: "PDF or picture, at most 20 MB, for example the extract from the minutes or the notice of the authority",
	},
} as const satisfies Messages;
