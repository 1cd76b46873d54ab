import type { Messages } from "~/platform/i18n";

/** Words of running the house: read-only times, operators. */
export const messages = {
	de: {
		readOnly: {
			banner: "Wartung: Im Moment können Sie alles lesen, aber nichts absenden.",
			title: "Gerade können wir nichts annehmen",
			text: "Diese Seiten werden gewartet. Lesen können Sie weiter. Bitte versuchen Sie es in etwa zehn Minuten noch einmal.",
			kept: "Was Sie eingetippt haben, steht noch in dieser Seite. Lassen Sie sie offen, und drücken Sie später den Knopf.",
			again: "Noch einmal absenden",
			secrets: "Passwörter, Codes und Dateien müssen Sie danach noch einmal angeben.",
			typed: "Ihre Eingaben ansehen",
		},
		maintenance: {
			title: "Wartung",
			lead: "Während der Wartung können alle weiter lesen, aber niemand kann etwas absenden. E-Mails und Fristen laufen weiter.",
			open: "Alles ist offen.",
			closedSince: "Seit {day}, {time} Uhr kann nur gelesen werden.",
			closedByStart: "Der Server wurde mit MAINTENANCE=read-only gestartet. Das endet nur mit einem neuen Start.",
			close: "Wartung beginnen",
			reopen: "Wartung beenden",
			closed: "Die Wartung hat begonnen.",
			reopened: "Die Wartung ist beendet.",
			hint: "Wer gerade etwas absendet, behält seine Eingaben in der Seite und kann sie danach noch einmal absenden.",
		},
	},
	en: {
		readOnly: {
			banner: "Maintenance: at the moment you can read everything but submit nothing.",
			title: "We cannot take anything at the moment",
			text: "These pages are under maintenance. You can go on reading. Please try again in about ten minutes.",
			kept: "What you typed is still in this page. Leave it open and press the button later.",
			again: "Submit again",
			secrets: "Passwords, codes and files have to be given again afterwards.",
			typed: "Look at what you typed",
		},
		maintenance: {
			title: "Maintenance",
			lead: "During maintenance everybody can go on reading, but nobody can submit anything. Mail and due dates go on.",
			open: "Everything is open.",
			closedSince: "Read-only since {day}, {time}.",
			closedByStart: "The server was started with MAINTENANCE=read-only. That ends with a new start only.",
			close: "Begin maintenance",
			reopen: "End maintenance",
			closed: "The maintenance has begun.",
			reopened: "The maintenance is over.",
			hint: "Whoever submits something meanwhile keeps what they typed in the page and can submit it afterwards.",
		},
	},
} as const satisfies Messages;
