import type { Messages } from "~/platform/i18n";

/** The words of letters about votes. */
export const letterMessages = {
	de: {
		greeting: "Guten Tag,",
		paper: {
			subject: "{code} ist Ihr Code für den Stimmzettel „{title}“",
			text: "Sie möchten abstimmen: „{title}“ im Verfahren „{process}“.",
			code: "Ihr Code: {code}",
			how: "Geben Sie den Code auf der Seite ein, die Sie offen haben. Oder öffnen Sie Ihren Stimmzettel hier:",
			button: "Stimmzettel öffnen",
			until: "Der Code gilt 48 Stunden. Der Link gilt, bis die Abstimmung endet.",
			keep: "Geben Sie diesen Link nicht weiter: Wer ihn hat, kann mit Ihrem Stimmzettel abstimmen.",
			because:
				"Sie bekommen diese Nachricht, weil jemand Ihre E-Mail-Adresse bei einer Abstimmung angegeben hat. Waren Sie das nicht? Dann tun Sie nichts.",
		},
		counted: {
			subject: "Ausgezählt: {title}",
			text: "die Abstimmung „{title}“ ist ausgezählt. Auf der Seite steht das Ergebnis mit jedem Rechenschritt.",
			more: "Was daraus folgt, schreibt die Verwaltung noch. Dann bekommen Sie eine zweite Nachricht.",
		},
		told: {
			subject: "Was daraus folgt: {title}",
			text: "zur Abstimmung „{title}“ steht jetzt fest, was aus dem Ergebnis folgt:",
		},
		result: {
			button: "Ergebnis ansehen",
			because:
				"Sie bekommen diese Nachricht, weil Sie das Ergebnis erfahren wollten. Nach der letzten Nachricht wird Ihre Adresse gelöscht.",
		},
	},
	en: {
		greeting: "Hello,",
		paper: {
			subject: "{code} is your code for the ballot paper “{title}”",
			text: "You would like to vote: “{title}” in the process “{process}”.",
			code: "Your code: {code}",
			how: "Enter the code on the page you have open. Or open your ballot paper here:",
			button: "Open ballot paper",
			until: "The code is valid for 48 hours. The link is valid until voting ends.",
			keep: "Do not pass this link on: whoever has it can vote with your ballot paper.",
			because:
				"You receive this message because somebody entered your e-mail address for a vote. It was not you? Then do nothing.",
		},
		counted: {
			subject: "Counted: {title}",
			text: "the vote “{title}” has been counted. The page shows the result with every step of the count.",
			more: "The administration will still write what follows from it. Then you receive a second message.",
		},
		told: {
			subject: "What follows: {title}",
			text: "it is now decided what follows from the result of “{title}”:",
		},
		result: {
			button: "See the result",
			because:
				"You receive this message because you wanted to know the result. After the last message your address is deleted.",
		},
	},
} as const satisfies Messages;
