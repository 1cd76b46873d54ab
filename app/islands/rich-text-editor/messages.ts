/** Words of the editor. Not ICU: the browser gets no translator for two dozen labels. */
export const messages = {
	de: {
		toolbar: "Text gestalten",
		bold: "Fett",
		italic: "Kursiv",
		heading: "Überschrift",
		subheading: "Zwischenüberschrift",
		bulletList: "Liste",
		orderedList: "Nummern",
		blockquote: "Zitat",
		link: "Link",
		undo: "Rückgängig",
		redo: "Wiederholen",
		linkAddress: "Adresse des Links",
		linkHint: "Zum Beispiel https://www.beispiel.de, name@beispiel.de oder /seite",
		linkApply: "Übernehmen",
		linkRemove: "Link entfernen",
		linkCancel: "Abbrechen",
		linkRefused:
			"Diese Adresse geht nicht. Bitte geben Sie eine Internetadresse, eine E-Mail-Adresse oder eine Telefonnummer an.",
	},
	en: {
		toolbar: "Format the text",
		bold: "Bold",
		italic: "Italic",
		heading: "Heading",
		subheading: "Subheading",
		bulletList: "List",
		orderedList: "Numbers",
		blockquote: "Quote",
		link: "Link",
		undo: "Undo",
		redo: "Redo",
		linkAddress: "Address of the link",
		linkHint: "For example https://www.example.org, name@example.org or /page",
		linkApply: "Apply",
		linkRemove: "Remove link",
		linkCancel: "Cancel",
		linkRefused: "This address does not work. Please give a web address, an e-mail address or a telephone number.",
	},
} as const;

export type Words = Record<keyof (typeof messages)["de"], string>;

/** The words in the language of the page. */
export function wordsOfPage(): Words {
	return document.documentElement.lang.startsWith("en") ? messages.en : messages.de;
}
