import type { Messages } from "~/platform/i18n";

/** What people read when a file is refused; the keys are the codes. `name` is the cleaned name of the file. */
export const messages = {
	de: {
		"file-again":
			"Bitte wählen Sie die Datei noch einmal aus. Der Browser vergisst sie, wenn das Formular zurückkommt.",
		"upload-unreadable": "Die Übertragung ist abgebrochen. Bitte senden Sie das Formular noch einmal.",
		"upload-too-large":
			"Alle Dateien zusammen sind zu groß. Möglich sind {megabytes, number} MB. Bitte senden Sie weniger auf einmal.",
		"upload-too-many":
			"Das sind zu viele Dateien. Möglich {most, plural, one {ist eine Datei} other {sind # Dateien}} auf einmal.",
		"file-too-large": "„{name}“ ist zu groß. Eine Datei darf {megabytes, number} MB haben.",
		"file-type-refused":
			"„{name}“ kann nicht angenommen werden. Möglich sind Bilder (JPEG, PNG, WebP, AVIF), PDF, Word (docx), Excel (xlsx), OpenDocument (odt), Text (txt, UTF-8) und CSV.",
		"picture-too-many-pixels":
			"Das Bild „{name}“ hat zu viele Bildpunkte. Möglich sind {megapixels, number} Megapixel. Bitte verkleinern Sie es.",
		"picture-broken":
			"Das Bild „{name}“ ist beschädigt oder unvollständig. Bitte speichern Sie es neu und senden Sie es noch einmal.",
		"archive-refused":
			"„{name}“ kann nicht angenommen werden: Das Dokument ist beschädigt, verschlüsselt, enthält Makros oder ist ungewöhnlich gepackt. Bitte speichern Sie es neu oder als PDF.",
		"file-infected": "„{name}“ enthält Schadsoftware und wurde nicht gespeichert.",
		"scanner-away": "Dateien können gerade nicht geprüft werden. Bitte versuchen Sie es später noch einmal.",
	},
	en: {
		"file-again": "Please choose the file again. The browser forgets it when the form comes back.",
		"upload-unreadable": "The transfer was interrupted. Please send the form again.",
		"upload-too-large":
			"The files are too large together. The limit is {megabytes, number} MB. Please send fewer at a time.",
		"upload-too-many":
			"These are too many files. You can send {most, plural, one {one file} other {# files}} at a time.",
		"file-too-large": "“{name}” is too large. A file may have {megabytes, number} MB.",
		"file-type-refused":
			"“{name}” cannot be accepted. You can send pictures (JPEG, PNG, WebP, AVIF), PDF, Word (docx), Excel (xlsx), OpenDocument (odt), text (txt, UTF-8) and CSV.",
		"picture-too-many-pixels":
			"The picture “{name}” has too many pixels. The limit is {megapixels, number} megapixels. Please make it smaller.",
		"picture-broken": "The picture “{name}” is damaged or incomplete. Please save it again and send it once more.",
		"archive-refused":
			"“{name}” cannot be accepted: the document is damaged, encrypted, contains macros or is packed in an unusual way. Please save it again or as PDF.",
		"file-infected": "“{name}” contains malware and was not stored.",
		"scanner-away": "Files cannot be checked at the moment. Please try again later.",
	},
} as const satisfies Messages;
