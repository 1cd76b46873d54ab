import type { Messages } from "~/platform/i18n";

/** What everybody reads: the form to fill in by hand, and the page behind the look-up slip. */
export const messages = {
	de: {
		form: {
			title: "Bogen zum Ausfüllen",
			lead: "Drucken Sie den Bogen, füllen Sie ihn aus und geben Sie ihn ab. Er zählt so viel wie ein Beitrag im Internet.",
			pdf: "Bogen als PDF, eine Seite",
			which: "Welcher Bogen?",
			surveys: "Bögen der Umfragen",
			kinds: {
				idea: "Ihr Beitrag",
				annotation: "Anmerkung zu einem Text",
				comment: "Kommentar zu einem Beitrag",
			},
			text: {
				idea: "Das möchte ich sagen:",
				annotation: "Das möchte ich dazu sagen:",
				comment: "Das möchte ich dazu sagen:",
			},
			about: {
				annotation: "Welcher Text, welcher Abschnitt?",
				comment: "Zu welchem Beitrag? (Nummer oder Überschrift)",
			},
			where: "Wo ist das? (Straße, Platz, Ortsteil)",
			category: "Thema (bitte ankreuzen)",
			reply: "Sollen wir Ihnen antworten?",
			replyHint:
				"Sie müssen nichts davon ausfüllen. Für einen Brief brauchen wir Name und Anschrift, für einen Anruf die Telefonnummer.",
			byLetter: "ja, per Brief",
			byCall: "ja, per Anruf",
			byNothing: "nein, danke",
			name: "Name",
			street: "Straße, Postleitzahl und Ort",
			phone: "Telefon",
			nameShown: "Mein Name darf bei meinem Beitrag stehen.",
			back: "Bitte abgeben oder einsenden:",
			until: "bis {date}",
			call: "Lieber sprechen? Rufen Sie an: {phone}",
			online: "Im Internet:",
			answered: "Sie bekommen spätestens am {date} eine Antwort.",
			privacyComment: "Ihr Kommentar wird veröffentlicht. Ihr Name steht nur dabei, wenn Sie es ankreuzen.",
			privacy:
				"Ihr Beitrag wird ohne Anschrift und Telefonnummer veröffentlicht. Name, Anschrift und Telefonnummer brauchen wir nur für die Antwort. Wir löschen sie {days} Tage danach, auf Ihren Wunsch sofort.",
		},
		lookUp: {
			title: "Antwort abholen",
			lead: "Sie haben auf Papier, am Telefon oder im Rathaus etwas eingereicht und einen Abholschein oder einen Brief bekommen? Geben Sie den Code ein, der darauf steht.",
			code: "Code vom Abholschein",
			hint: "Vier mal vier Zeichen, zum Beispiel ABCD-EFGH-JKMN-PQRS",
			open: "Stand ansehen",
			lost: "Sie haben den Schein verloren? Rufen Sie im Rathaus an. Der Schein kann noch einmal gedruckt werden.",
		},
		refusals: {
			invalid: "Diese Angabe können wir nicht lesen.",
			"slip-unreadable": "Das ist kein vollständiger Code. Er hat 16 Zeichen: Ziffern und Großbuchstaben.",
			"slip-unknown": "Diesen Code kennen wir nicht. Bitte vergleichen Sie ihn mit dem Schein, Zeichen für Zeichen.",
			"too-often": "Das waren zu viele Versuche. Bitte warten Sie eine Stunde, oder rufen Sie im Rathaus an.",
		},
	},
	en: {
		form: {
			title: "Form to fill in",
			lead: "Print the form, fill it in and hand it in. It counts as much as a contribution on the internet.",
			pdf: "Form as PDF, one page",
			which: "Which form?",
			surveys: "Forms of the surveys",
			kinds: {
				idea: "Your contribution",
				annotation: "Remark on a text",
				comment: "Comment on a contribution",
			},
			text: {
				idea: "What I would like to say:",
				annotation: "What I would like to say about it:",
				comment: "What I would like to say about it:",
			},
			about: {
				annotation: "Which text, which paragraph?",
				comment: "On which contribution? (number or heading)",
			},
			where: "Where is it? (street, square, part of town)",
			category: "Topic (please tick)",
			reply: "Shall we answer you?",
			replyHint:
				"You need not fill in any of this. For a letter we need name and address, for a call the telephone number.",
			byLetter: "yes, by letter",
			byCall: "yes, by telephone",
			byNothing: "no, thank you",
			name: "Name",
			street: "Street, postal code and town",
			phone: "Telephone",
			nameShown: "My name may stand with my contribution.",
			back: "Please hand in or send to:",
			until: "until {date}",
			call: "Rather talk? Call {phone}",
			online: "On the internet:",
			answered: "You will get an answer by {date}.",
			privacyComment: "Your comment is published. Your name stands with it only if you tick the box.",
			privacy:
				"Your contribution is published without address and telephone number. We need name, address and telephone number for the answer only. We delete them {days} days after it, at once if you wish.",
		},
		lookUp: {
			title: "Look up your answer",
			lead: "You handed something in on paper, by telephone or at the town hall, and were given a look-up slip or a letter? Type the code that stands on it.",
			code: "Code of the slip",
			hint: "Four times four characters, for example ABCD-EFGH-JKMN-PQRS",
			open: "See how it stands",
			lost: "You have lost the slip? Call the town hall. The slip can be printed again.",
		},
		refusals: {
			invalid: "We cannot read this.",
			"slip-unreadable": "This is no complete code. It has 16 characters: digits and capital letters.",
			"slip-unknown": "We do not know this code. Please compare it with the slip, character by character.",
			"too-often": "Those were too many attempts. Please wait an hour, or call the town hall.",
		},
	},
} as const satisfies Messages;
