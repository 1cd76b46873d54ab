import type { Messages } from "~/platform/i18n";

/** Words to those who answer a concern on which a working group has recommended something. */
export const messages = {
	de: {
		suggestion:
			"Ihr Anliegen wurde in einem Arbeitskreis beraten. Herausgekommen ist diese Empfehlung: „{title}“ ({state}).\n\nNachlesen können Sie sie hier: {address}\n\nEine Empfehlung bindet niemanden. Auf der Seite steht, wer sich weiter darum kümmert.",
		told: {
			subject: "Zu Anliegen {code} gibt es eine Empfehlung",
			text: "Ein Arbeitskreis hat zum Anliegen {code} etwas empfohlen. Bitte antworten Sie dem Menschen, der gefragt hat. Das Ergebnis steht schon im Antwortfeld.",
			button: "Antworten",
			because: "Sie bekommen diese Nachricht, weil Ihre Stelle für dieses Anliegen zuständig ist.",
		},
	},
	en: {
		suggestion:
			"Your concern was discussed in a working group. This recommendation came out of it: “{title}” ({state}).\n\nYou can read it here: {address}\n\nA recommendation binds nobody. The page says who takes care of it.",
		told: {
			subject: "There is a recommendation on concern {code}",
			text: "A working group has recommended something on concern {code}. Please answer the person who asked. The result already stands in the answer field.",
			button: "Answer",
			because: "You get this message because your post is responsible for this concern.",
		},
	},
} as const satisfies Messages;
