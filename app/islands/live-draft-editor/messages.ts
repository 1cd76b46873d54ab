/** Words of live editing. Not ICU: the browser gets no translator for a dozen sentences. */
export const messages = {
	de: {
		saved: "Gespeichert",
		saving: "Wird gespeichert …",
		reading: "Sie lesen mit.",
		offline:
			"Nicht verbunden – Ihre Änderungen sind noch nicht gespeichert. Schreiben Sie ruhig weiter und lassen Sie die Seite offen: Sobald die Verbindung wieder da ist, wird alles übernommen.",
		waiting: "Nicht verbunden – sobald die Verbindung wieder da ist, geht es weiter.",
		refused:
			"Nicht gespeichert: Der Text ist zu groß oder enthält etwas, das hier nicht möglich ist. Bitte nehmen Sie es heraus.",
		here: "Außer Ihnen dabei:",
		"signed-out": "Ihre Anmeldung ist zu Ende. Bitte melden Sie sich neu an.",
		"no-right": "Ihr Recht an diesem Entwurf hat sich geändert. Bitte laden Sie die Seite neu.",
		frozen: "Der Entwurf ist jetzt als Fassung festgehalten.",
		"unknown-part": "Der Text enthält etwas, das hier nicht möglich ist. Bitte laden Sie die Seite neu.",
		unsaved: "Was noch nicht gespeichert ist, steht weiter hier: Kopieren Sie es, bevor Sie die Seite verlassen.",
	},
	en: {
		saved: "Saved",
		saving: "Saving …",
		reading: "You are following.",
		offline:
			"Not connected – your changes are not saved yet. Do write on and keep this page open: everything is taken over as soon as the connection is back.",
		waiting: "Not connected – it goes on as soon as the connection is back.",
		refused: "Not saved: the text is too large or contains something that is not possible here. Please take it out.",
		here: "Here besides you:",
		"signed-out": "Your sign-in has ended. Please sign in again.",
		"no-right": "Your right in this draft has changed. Please reload the page.",
		frozen: "The draft is now frozen as a version.",
		"unknown-part": "The text contains something that is not possible here. Please reload the page.",
		unsaved: "What is not saved yet is still here: copy it before you leave this page.",
	},
} as const;

export type LiveWords = Record<keyof (typeof messages)["de"], string>;

/** The words in the language of the page. */
export function liveWordsOfPage(): LiveWords {
	return document.documentElement.lang.startsWith("en") ? messages.en : messages.de;
}

/** The sentence for a reason that the server gives; a general one for those it does not know. */
export function endedWords(words: LiveWords, why: string): string {
	return why === "signed-out" || why === "frozen" || why === "unknown-part" ? words[why] : words["no-right"];
}
