import type { Messages } from "~/platform/i18n";

/** What people read when a text is refused; the keys are the codes. */
export const messages = {
	de: {
		"text-missing": "Bitte schreiben Sie hier einen Text.",
		"text-too-long":
			"Der Text ist zu lang: {now, number} Zeichen. Höchstens {most, number} sind möglich. Bitte kürzen Sie ihn.",
		"text-too-large":
			"Der Text ist zu groß (mehr als {kilobytes, number} kB). Bitte kürzen Sie ihn oder hängen Sie eine Datei an.",
		"text-too-deep":
			"Listen und Zitate sind zu tief verschachtelt. Möglich sind {levels, number} Ebenen. Bitte lösen Sie einige auf.",
		"text-bad-link":
			"Ein Link im Text ist nicht erlaubt. Möglich sind Adressen mit https://, http://, mailto: oder tel: und Seiten dieser Plattform, die mit / beginnen.",
		"text-bad-character":
			"Im Text stehen unsichtbare Steuerzeichen, oft durch Kopieren aus einem anderen Programm. Bitte tippen Sie die Stelle neu.",
		"text-unknown-part":
			"Der Text enthält etwas, das hier nicht möglich ist, zum Beispiel eine Tabelle oder ein Bild. Bitte entfernen Sie es.",
	},
	en: {
		"text-missing": "Please write a text here.",
		"text-too-long": "The text is too long: {now, number} characters. The limit is {most, number}. Please shorten it.",
		"text-too-large": "The text is too large (more than {kilobytes, number} kB). Please shorten it or attach a file.",
		"text-too-deep":
			"Lists and quotes are nested too deeply. {levels, number} levels are possible. Please flatten some.",
		"text-bad-link":
			"A link in the text is not allowed. You can use addresses with https://, http://, mailto: or tel: and pages of this platform that start with /.",
		"text-bad-character":
			"The text contains invisible control characters, often from copying out of another program. Please retype that part.",
		"text-unknown-part":
			"The text contains something that is not possible here, for example a table or a picture. Please remove it.",
	},
} as const satisfies Messages;
