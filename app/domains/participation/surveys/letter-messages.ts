import type { Messages } from "~/platform/i18n";

export const letterMessages = {
	de: {
		greeting: "Guten Tag,",
		because: "Sie erhalten diese Nachricht, weil diese Adresse bei der Umfrage angegeben wurde.",
		code: {
			subject: "Ihr Code {code}: {title}",
			text: "mit diesem Code geben Sie Ihre Antworten zur Umfrage „{title}“ ab. Bitte tragen Sie ihn auf der Seite ein, die noch offen ist.",
			code: "Ihr Code: {code}",
			until: "Der Code gilt 48 Stunden. Wenn Sie an der Umfrage nicht teilnehmen, müssen Sie nichts tun.",
		},
		known: {
			subject: "Sie haben schon geantwortet: {title}",
			text: "mit dieser Adresse wurde die Umfrage „{title}“ schon beantwortet. Über diesen Verweis können Sie Ihre Antworten ändern, solange die Umfrage läuft.",
		},
		receipt: {
			subject: "Ihre Antworten sind angekommen: {title}",
			text: "vielen Dank! Ihre Antworten zur Umfrage „{title}“ sind angekommen. Ihre Quittung hat die Nummer {receipt}.",
			button: "Antworten ansehen oder ändern",
			keep: "Behalten Sie diese Nachricht für sich: Wer den Verweis kennt, kann Ihre Antworten lesen und ändern.",
		},
		told: {
			subject: "Ergebnis der Umfrage: {title}",
			text: "zur Umfrage „{title}“ gibt es jetzt ein Ergebnis.",
			button: "Ergebnis ansehen",
			because:
				"Sie erhalten diese Nachricht, weil Sie das Ergebnis erfahren wollten. Danach wird Ihre Adresse gelöscht.",
		},
	},
	en: {
		greeting: "Hello,",
		because: "You receive this message because this address was given in the survey.",
		code: {
			subject: "Your code {code}: {title}",
			text: "with this code you hand in your answers to the survey “{title}”. Please enter it on the page that is still open.",
			code: "Your code: {code}",
			until: "The code is valid for 48 hours. If you are not taking part in the survey, you need not do anything.",
		},
		known: {
			subject: "You have already answered: {title}",
			text: "the survey “{title}” has already been answered with this address. With this link you can change your answers as long as the survey is running.",
		},
		receipt: {
			subject: "Your answers have arrived: {title}",
			text: "thank you! Your answers to the survey “{title}” have arrived. The number of your receipt is {receipt}.",
			button: "See or change answers",
			keep: "Keep this message to yourself: whoever knows the link can read and change your answers.",
		},
		told: {
			subject: "Result of the survey: {title}",
			text: "there is now a result of the survey “{title}”.",
			button: "See the result",
			because: "You receive this message because you wanted to know the result. Your address is deleted afterwards.",
		},
	},
} as const satisfies Messages;
