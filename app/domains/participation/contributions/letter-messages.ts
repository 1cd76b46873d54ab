import type { Messages } from "~/platform/i18n";

/** The words of letters and notices about contributions. */
export const letterMessages = {
	de: {
		greeting: "Guten Tag,",
		code: {
			subject: "{code} ist Ihr Code für „{title}“",
			text: "Sie haben einen Beitrag zu „{process}“ geschrieben. Er ist gespeichert, aber noch nicht eingereicht.",
			code: "Ihr Code: {code}",
			how: "Geben Sie den Code auf der Seite ein, die Sie offen haben. Oder drücken Sie hier:",
			button: "Beitrag einreichen",
			until: "Code und Link gelten 48 Stunden. Danach können Sie einen neuen Code anfordern.",
			because:
				"Sie bekommen diese Nachricht, weil jemand Ihre E-Mail-Adresse bei einem Beitrag angegeben hat. Waren Sie das nicht? Dann tun Sie nichts. Der Entwurf wird gelöscht.",
		},
		receipt: {
			subject: "Ihr Beitrag „{title}“ ist eingereicht ({code})",
			text: "danke für Ihren Beitrag zu „{process}“. Er hat die Nummer {number} und den Kurzcode {code}.",
			textPlain: "Danke für Ihren Beitrag zu „{process}“. Er hat die Nummer {number} und den Kurzcode {code}.",
			moderation: "Zuerst liest ihn jemand. Danach erscheint er auf der Seite.",
			published: "Er ist ab sofort zu lesen.",
			answer: "Eine Antwort bekommen Sie bis {date}.",
			button: "Stand ansehen",
			keep: "Heben Sie diese Nachricht auf: Mit diesem Link sehen Sie immer den Stand, können den Beitrag zurückziehen oder eine Überprüfung verlangen.",
			because: "Sie bekommen diese Nachricht, weil Sie einen Beitrag eingereicht haben.",
		},
		published: {
			subject: "Ihr Beitrag „{title}“ ist veröffentlicht",
			text: "Ihr Beitrag zu „{process}“ ist jetzt für alle zu lesen.",
			answer: "Eine Antwort bekommen Sie bis {date}.",
			button: "Beitrag ansehen",
		},
		hidden: {
			subject: "Ihr Beitrag „{title}“ wurde ausgeblendet",
			text: "Ihr Beitrag zu „{process}“ ist nicht öffentlich zu lesen. Grund: {rule}.",
			reason: "Das schreibt die Moderation: „{reason}“",
			ask: "Sind Sie anderer Meinung? Dann können Sie einmal eine Überprüfung verlangen. Eine andere Person entscheidet.",
			askGuest:
				"Sind Sie anderer Meinung? Dann können Sie einmal eine Überprüfung verlangen. Den Link dazu finden Sie in der Nachricht, mit der wir den Eingang bestätigt haben.",
			button: "Stand ansehen",
		},
		review: {
			subjectReversed: "Nach der Überprüfung ist Ihr Beitrag „{title}“ zu lesen",
			subjectUpheld: "Nach der Überprüfung bleibt Ihr Beitrag „{title}“ ausgeblendet",
			reversed: "Eine zweite Person hat Ihren Beitrag zu „{process}“ überprüft. Er ist jetzt zu lesen.",
			upheld: "Eine zweite Person hat Ihren Beitrag zu „{process}“ überprüft. Er bleibt ausgeblendet.",
			reason: "Ihre Begründung: „{reason}“",
			button: "Beitrag ansehen",
		},
		moderators: {
			subject: "Neuer Beitrag zu „{process}“",
			text: "„{title}“ wartet darauf, gelesen zu werden.",
			reviewSubject: "Überprüfung verlangt: Beitrag {number} zu „{process}“",
			reviewText: "Ein ausgeblendeter Beitrag soll von einer zweiten Person überprüft werden.",
			button: "Zur Moderation",
			because: "Sie bekommen diese Nachricht, weil Sie Beiträge moderieren.",
		},
	},
	en: {
		greeting: "Hello,",
		code: {
			subject: "{code} is your code for “{title}”",
			text: "You have written a contribution to “{process}”. It is stored, but not handed in yet.",
			code: "Your code: {code}",
			how: "Enter the code on the page that you have open. Or press here:",
			button: "Hand in contribution",
			until: "Code and link are valid for 48 hours. After that you can ask for a new code.",
			because:
				"You get this message because somebody gave your e-mail address with a contribution. It was not you? Then do nothing. The draft will be deleted.",
		},
		receipt: {
			subject: "Your contribution “{title}” is handed in ({code})",
			text: "thank you for your contribution to “{process}”. It has the number {number} and the reference {code}.",
			textPlain: "Thank you for your contribution to “{process}”. It has the number {number} and the reference {code}.",
			moderation: "First somebody reads it. Then it appears on the page.",
			published: "It can be read from now on.",
			answer: "You get an answer by {date}.",
			button: "See the state",
			keep: "Keep this message: with this link you always see the state, can withdraw the contribution or ask for a review.",
			because: "You get this message because you have handed in a contribution.",
		},
		published: {
			subject: "Your contribution “{title}” is published",
			text: "Everybody can now read your contribution to “{process}”.",
			answer: "You get an answer by {date}.",
			button: "See the contribution",
		},
		hidden: {
			subject: "Your contribution “{title}” was hidden",
			text: "Your contribution to “{process}” cannot be read in public. Reason: {rule}.",
			reason: "This is what the moderation writes: “{reason}”",
			ask: "Do you disagree? Then you can ask for a review once. Another person decides.",
			askGuest:
				"Do you disagree? Then you can ask for a review once. The link for it is in the message with which we confirmed the receipt.",
			button: "See the state",
		},
		review: {
			subjectReversed: "After the review your contribution “{title}” can be read",
			subjectUpheld: "After the review your contribution “{title}” stays hidden",
			reversed: "A second person has reviewed your contribution to “{process}”. It can now be read.",
			upheld: "A second person has reviewed your contribution to “{process}”. It stays hidden.",
			reason: "The reason: “{reason}”",
			button: "See the contribution",
		},
		moderators: {
			subject: "New contribution to “{process}”",
			text: "“{title}” is waiting to be read.",
			reviewSubject: "Review asked for: contribution {number} to “{process}”",
			reviewText: "A hidden contribution has to be reviewed by a second person.",
			button: "To the moderation",
			because: "You get this message because you moderate contributions.",
		},
	},
} as const satisfies Messages;
