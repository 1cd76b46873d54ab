import type { Messages } from "~/platform/i18n";

/** What those are told who apply for a seat. */
export const callLetterMessages = {
	de: {
		greeting: "Guten Tag,",
		confirm: {
			subject: "Bitte bestätigen: Ihre Bewerbung für „{group}“",
			text: "Sie haben sich um einen Platz im Arbeitskreis „{group}“ beworben.",
			how: "Bitte bestätigen Sie Ihre Adresse. Erst dann nehmen Sie am Losverfahren teil.",
			button: "Bewerbung bestätigen",
			until: "Bestätigen Sie bis {until}. Waren Sie das nicht, müssen Sie nichts tun.",
		},
		offered: {
			subject: "Sie sind ausgelost: {group}",
			text: "Das Los ist auf Sie gefallen: Sie können einen Platz im Arbeitskreis „{group}“ haben.",
			until: "Bitte antworten Sie bis {until}, 24 Uhr. Danach bekommt die nächste Person auf der Liste den Platz.",
			button: "Platz annehmen oder ablehnen",
		},
		listed: {
			subject: "Nachrückliste: {group}",
			text: "Für den Arbeitskreis „{group}“ wurde gelost. Sie stehen auf Platz {rank} der Liste. Wird ein Platz frei, fragen wir die Nächsten auf der Liste.",
			button: "Ergebnis der Auslosung ansehen",
		},
		lapsed: {
			subject: "Ihr Platz ist weitergegeben: {group}",
			text: "Sie haben bis zum Ende der Frist nicht geantwortet. Den Platz im Arbeitskreis „{group}“ bekommt jetzt die nächste Person auf der Liste.",
			button: "Zur Bewerbung",
		},
		cancelled: {
			subject: "Aufruf abgesagt: {group}",
			text: "Der Aufruf für den Arbeitskreis „{group}“ ist abgesagt. Begründung: {reason}",
			button: "Aufruf ansehen",
		},
		because: "Sie haben sich um einen Platz in diesem Arbeitskreis beworben.",
	},
	en: {
		greeting: "Hello,",
		confirm: {
			subject: "Please confirm: your application for “{group}”",
			text: "You have applied for a seat in the working group “{group}”.",
			how: "Please confirm your address. Only then do you take part in the lot.",
			button: "Confirm application",
			until: "Confirm until {until}. If this was not you, there is nothing you need to do.",
		},
		offered: {
			subject: "You were drawn: {group}",
			text: "The lot has fallen on you: you can have a seat in the working group “{group}”.",
			until: "Please answer until the end of {until}. After that the next person on the list gets the seat.",
			button: "Accept or decline the seat",
		},
		listed: {
			subject: "List of successors: {group}",
			text: "The lot for the working group “{group}” was drawn. You stand at place {rank} of the list. If a seat becomes free, we ask the next ones on the list.",
			button: "View the result of the draw",
		},
		lapsed: {
			subject: "Your seat was passed on: {group}",
			text: "You did not answer within the time. The next person on the list now gets the seat in the working group “{group}”.",
			button: "To the application",
		},
		cancelled: {
			subject: "Call cancelled: {group}",
			text: "The call for the working group “{group}” is cancelled. Reason: {reason}",
			button: "View the call",
		},
		because: "You applied for a seat in this working group.",
	},
} as const satisfies Messages;
