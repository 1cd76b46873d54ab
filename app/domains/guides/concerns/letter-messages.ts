import type { Messages } from "~/platform/i18n";

/** The words of letters and notices about concerns. */
export const letterMessages = {
	de: {
		greeting: "Guten Tag,",
		because: "Sie bekommen diese Nachricht, weil jemand Ihre E-Mail-Adresse bei einem Anliegen angegeben hat.",
		receipt: {
			subject: "Ihr Anliegen ist bei uns ({code})",
			text: "wir haben Ihr Anliegen bekommen. Es hat das Zeichen {code}.",
			until: "Sie hören von uns bis {date}.",
			button: "Stand ansehen",
			keep: "Heben Sie diese Nachricht auf: Mit diesem Link sehen Sie immer den Stand, ohne Konto.",
		},
		answer: {
			subject: "Antwort auf Ihr Anliegen {code}",
			text: "hier ist die Antwort auf Ihr Anliegen:",
			objection: "Ist Ihre Frage damit nicht beantwortet? Dann sagen Sie es uns auf dieser Seite:",
			button: "Antwort und Stand ansehen",
		},
		captured: {
			subject: "Neues Anliegen {code}",
			text: "Ein neues Anliegen ist bei Ihrer Stelle eingegangen. Nächster Schritt bis {date}.",
			button: "Anliegen öffnen",
		},
		objected: {
			subject: "Nicht beantwortet: Anliegen {code}",
			text: "Jemand sagt, dass die Antwort auf das Anliegen {code} keine ist. Es wird wieder geprüft.",
			button: "Anliegen öffnen",
		},
		forwarded: {
			subject: "Frage zu einem Anliegen ({code})",
			text: "Zu einem Anliegen wird Ihre Stelle gefragt. Bitte antworten Sie bis {date}.",
			button: "Frage lesen und antworten",
			because: "Sie bekommen diese Nachricht, weil Ihre Stelle zu diesem Anliegen gefragt wird.",
		},
		replied: {
			subject: "Antwort zum Anliegen {code}",
			text: "Die gefragte Stelle hat geantwortet. Antworten Sie der fragenden Person bis {date}.",
			button: "Anliegen öffnen",
		},
		returned: {
			subject: "Zurückgegeben: Anliegen {code}",
			text: "Die gefragte Stelle kann nicht antworten und hat den Grund dazu geschrieben. Nächster Schritt bis {date}.",
			button: "Anliegen öffnen",
		},
		result: {
			subject: "Zu Anliegen {code} gibt es ein Ergebnis",
			text: "Das Anliegen wurde weitergetragen, und jetzt ist etwas dabei herausgekommen. Sagen Sie es der fragenden Person bis {date}. Das Ergebnis steht schon im Antwortfeld.",
			button: "Antworten",
		},
		overdue: {
			subject: "{count, plural, one {Ein Anliegen ist} other {# Anliegen sind}} über den versprochenen Tag",
			line: "{code}, zuständig: {post}, versprochen bis {date}",
			button: "Fällige Anliegen ansehen",
			DEPUTY: "Sie bekommen diese Nachricht, weil Ihre Stelle die zuständige Stelle vertritt.",
			LEAD: "Sie bekommen diese Nachricht, weil Sie die Verwaltung leiten.",
		},
		staffBecause: "Sie bekommen diese Nachricht, weil Ihre Stelle für dieses Anliegen zuständig ist.",
	},
	en: {
		greeting: "Hello,",
		because: "You get this message because somebody gave your e-mail address with a concern.",
		receipt: {
			subject: "We have your concern ({code})",
			text: "we have received your concern. Its reference is {code}.",
			until: "You hear from us by {date}.",
			button: "See the state",
			keep: "Keep this message: with this link you always see the state, without an account.",
		},
		answer: {
			subject: "Answer to your concern {code}",
			text: "this is the answer to your concern:",
			objection: "Does this not answer your question? Then tell us on this page:",
			button: "See answer and state",
		},
		captured: {
			subject: "New concern {code}",
			text: "A new concern has arrived at your post. Next step by {date}.",
			button: "Open the concern",
		},
		objected: {
			subject: "Not answered: concern {code}",
			text: "Somebody says that the answer to concern {code} is none. It is examined again.",
			button: "Open the concern",
		},
		forwarded: {
			subject: "Question about a concern ({code})",
			text: "Your post is asked about a concern. Please answer by {date}.",
			button: "Read the question and answer",
			because: "You get this message because your post is asked about this concern.",
		},
		replied: {
			subject: "Answer about concern {code}",
			text: "The post that was asked has answered. Answer the asker by {date}.",
			button: "Open the concern",
		},
		returned: {
			subject: "Returned: concern {code}",
			text: "The post that was asked cannot answer and has written why. Next step by {date}.",
			button: "Open the concern",
		},
		result: {
			subject: "There is a result for concern {code}",
			text: "The concern was carried on, and now something came of it. Tell the person who asked by {date}. The result already stands in the answer field.",
			button: "Answer",
		},
		overdue: {
			subject: "{count, plural, one {One concern is} other {# concerns are}} past the promised day",
			line: "{code}, responsible: {post}, promised by {date}",
			button: "See the due concerns",
			DEPUTY: "You get this message because your post stands in for the responsible one.",
			LEAD: "You get this message because you lead the administration.",
		},
		staffBecause: "You get this message because your post is responsible for this concern.",
	},
} as const satisfies Messages;
