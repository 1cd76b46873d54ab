import type { Messages } from "~/platform/i18n";

/** The words of letters on paper. They go out in German, as the contributions on paper come in. */
export const sheetMessages = {
	de: {
		letter: {
			subject: "Antwort auf {kind, select, comment {Ihre Frage zu} other {Ihren Beitrag:}} {title}",
			greeting: "Guten Tag,",
			intro:
				"am {date} haben Sie uns etwas zu „{process}“ geschrieben oder gesagt. {kind, select, comment {Ihre Frage ist Kommentar {comment} zu Beitrag {number}.} other {Ihr Beitrag hat die Nummer {number}.}} Heute antworten wir Ihnen.",
			corrected:
				"am {date} haben Sie uns etwas zu „{process}“ geschrieben oder gesagt ({kind, select, comment {Kommentar {comment} zu Beitrag {number}} other {Beitrag {number}}}). Unsere Antwort hat sich geändert. Dieser Brief ersetzt den früheren.",
			wrote: "Das haben wir aufgeschrieben:",
			result: "Ergebnis",
			ask: "Haben Sie Fragen, oder fehlt Ihnen etwas? Rufen Sie uns an: {phone}.",
			askHere: "Haben Sie Fragen, oder fehlt Ihnen etwas? Kommen Sie zu uns ins Rathaus.",
			lookUp: "Wie es weitergeht, steht unter {address}.",
			code: "Ihr Code",
			privacy: "Name und Anschrift löschen wir {days} Tage nach diesem Brief, auf Ihren Wunsch sofort.",
			regards: "Mit freundlichen Grüßen",
			phone: "Telefon",
			email: "E-Mail",
			date: "Datum",
		},
	},
	en: {
		letter: {
			subject: "Answer to your {kind, select, comment {question on} other {contribution:}} {title}",
			greeting: "Good day,",
			intro:
				"On {date} you wrote or told us something about “{process}”. {kind, select, comment {Your question is comment {comment} on contribution {number}.} other {Your contribution has the number {number}.}} Today we answer you.",
			corrected:
				"On {date} you wrote or told us something about “{process}” ({kind, select, comment {comment {comment} on contribution {number}} other {contribution {number}}}). Our answer has changed. This letter replaces the earlier one.",
			wrote: "This is what we wrote down:",
			result: "Result",
			ask: "Do you have questions, or is something missing? Call us: {phone}.",
			askHere: "Do you have questions, or is something missing? Come to see us at the town hall.",
			lookUp: "How it goes on is shown at {address}.",
			code: "Your code",
			privacy: "We delete name and address {days} days after this letter, at once if you wish.",
			regards: "Yours sincerely",
			phone: "Telephone",
			email: "E-mail",
			date: "Date",
		},
	},
} as const satisfies Messages;
