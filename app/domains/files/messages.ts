import type { Messages } from "~/platform/i18n";
import { messages as upload } from "~/platform/storage/messages";

/** The page of a place's logo. */
export const messages = {
	de: {
		logo: {
			title: "Logo",
			place: "Ort bearbeiten",
			work: "Verwaltung",
			lead: "Wappen oder Logo stehen oben auf jeder Seite des Bereichs, neben dem Namen.",
			file: "Bilddatei",
			fileHint: "PNG, JPEG oder WebP, höchstens 5 MB. Ein SVG speichern Sie bitte vorher als PNG.",
			description: "Was ist zu sehen?",
			descriptionHint:
				"Ein kurzer Satz für Menschen, die das Bild nicht sehen, zum Beispiel „Wappen mit blauem Schlüssel“.",
			submit: "Logo speichern",
			now: "Das jetzige Logo",
			remove: "Logo entfernen",
			saved: "Das Logo ist gespeichert.",
			removed: "Das Logo ist entfernt.",
		},
		refusals: {
			...upload.de,
			invalid: "Bitte prüfen Sie diese Angabe.",
			"logo-missing": "Wählen Sie eine Bilddatei aus.",
			"description-missing": "Beschreiben Sie in einem kurzen Satz, was zu sehen ist (3 bis 200 Zeichen).",
		},
	},
	en: {
		logo: {
			title: "Logo",
			place: "Edit place",
			work: "Administration",
			lead: "Arms or logo stand at the top of every page of the space, beside its name.",
			file: "Picture file",
			fileHint: "PNG, JPEG or WebP, 5 MB at most. Please save an SVG as PNG first.",
			description: "What is to be seen?",
			descriptionHint: "A short sentence for people who do not see the picture, such as “Arms with a blue key”.",
			submit: "Save logo",
			now: "The present logo",
			remove: "Remove logo",
			saved: "The logo is saved.",
			removed: "The logo is removed.",
		},
		refusals: {
			...upload.en,
			invalid: "Please check this entry.",
			"logo-missing": "Choose a picture file.",
			"description-missing": "Describe in a short sentence what is to be seen (3 to 200 characters).",
		},
	},
} as const satisfies Messages;
