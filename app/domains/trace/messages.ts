import type { Messages } from "~/platform/i18n";

/** `relations.<name>.from` is read from the earlier object, `.to` from the later one. */
export const messages = {
	de: {
		title: "Werdegang",
		find: {
			title: "Was wurde daraus?",
			lead: "Der Werdegang zeigt, woher etwas kommt und wohin es geführt hat: vom Beitrag über die Antwort und den Arbeitskreis bis zur Maßnahme und zur Vereinbarung.",
			how: "So finden Sie den Werdegang",
			howText:
				"Auf der Seite eines Beitrags, einer Maßnahme oder einer Vereinbarung steht der Verweis „Werdegang“. Oder Sie geben den Kurzcode ein. Er steht auf Ihrer Eingangsbestätigung, auf Ausdrucken und neben dem QR-Code, zum Beispiel K7MQ2XFA.",
			code: "Kurzcode",
			none: "Zu diesem Kurzcode finden wir nichts.",
			noneText:
				"Bitte prüfen Sie die Zeichen. Die Ziffern 0 und 1 sowie die Buchstaben I, L und O kommen in Kurzcodes nicht vor.",
			several: "Zu diesem Kurzcode gibt es mehrere Einträge",
		},
		page: {
			of: "Werdegang",
			open: "{kind} öffnen",
			steps: "Was nacheinander geschah",
			stepsIntro: "{count, plural, one {Ein Eintrag ist} other {# Einträge sind}} damit verbunden.",
			links: "Wie es zusammenhängt",
			earlier: "Zuerst",
			link: "Verbindung",
			later: "Danach",
			since: "Verbunden seit",
			none: "Hier ist noch nichts verbunden",
			noneText: "Sobald dies beantwortet, aufgegriffen oder beschlossen wird, erscheint es hier von selbst.",
			cut: "Es gibt mehr",
			cutText:
				"Diese Ansicht zeigt die nächsten Einträge. Öffnen Sie einen der letzten und von dort seinen Werdegang, um weiterzulesen.",
		},
		relations: {
			"part-of": { from: "gehört zu", to: "umfasst" },
			"responsible-for": { from: "ist zuständig für", to: "liegt bei" },
			"passed-on-to": { from: "wurde weitergegeben an", to: "kam von" },
			"answered-by": { from: "wurde beantwortet durch", to: "beantwortet" },
			"taken-up-by": { from: "wurde aufgegriffen von", to: "greift auf" },
			"discussed-in": { from: "wurde beraten in", to: "hat beraten" },
			"decided-in": { from: "wurde beschlossen in", to: "hat beschlossen" },
			"resolved-by": { from: "wurde geklärt durch", to: "klärt" },
			became: { from: "wurde zu", to: "entstand aus" },
			"agreed-in": { from: "wurde vereinbart in", to: "vereinbart" },
			"piloted-in": { from: "wird erprobt in", to: "erprobt" },
			"replaced-by": { from: "wurde ersetzt durch", to: "ersetzt" },
		},
	},
	en: {
		title: "History",
		find: {
			title: "What became of it?",
			lead: "The history shows where something comes from and what it led to: from a contribution over the answer and the working group to the measure and the agreement.",
			how: "How to find a history",
			howText:
				"The page of a contribution, a measure or an agreement has the link “History”. Or you enter the short code. It stands on your receipt, on print-outs and beside the QR code, for example K7MQ2XFA.",
			code: "Short code",
			none: "We find nothing under this short code.",
			noneText:
				"Please check the characters. The digits 0 and 1 and the letters I, L and O are not used in short codes.",
			several: "There are several entries with this short code",
		},
		page: {
			of: "History",
			open: "Open {kind}",
			steps: "What happened one after the other",
			stepsIntro: "{count, plural, one {One entry is} other {# entries are}} connected with it.",
			links: "How it belongs together",
			earlier: "First",
			link: "Connection",
			later: "Then",
			since: "Connected since",
			none: "Nothing is connected yet",
			noneText: "As soon as this is answered, taken up or decided, it appears here by itself.",
			cut: "There is more",
			cutText: "This view shows the nearest entries. Open one of the last and from there its history to read on.",
		},
		relations: {
			"part-of": { from: "belongs to", to: "includes" },
			"responsible-for": { from: "is responsible for", to: "lies with" },
			"passed-on-to": { from: "was passed on to", to: "came from" },
			"answered-by": { from: "was answered by", to: "answers" },
			"taken-up-by": { from: "was taken up by", to: "takes up" },
			"discussed-in": { from: "was discussed in", to: "discussed" },
			"decided-in": { from: "was decided in", to: "decided" },
			"resolved-by": { from: "was settled by", to: "settles" },
			became: { from: "became", to: "came out of" },
			"agreed-in": { from: "was agreed in", to: "agrees" },
			"piloted-in": { from: "is tried out in", to: "tries out" },
			"replaced-by": { from: "was replaced by", to: "replaces" },
		},
	},
} as const satisfies Messages;
