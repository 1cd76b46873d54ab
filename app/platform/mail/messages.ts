import type { Messages } from "~/platform/i18n";

export const messages = {
	de: {
		unsubscribe: "Diese Nachrichten abbestellen",
		anchor: {
			subject: "Kettenkopf des Protokolls vom {day}",
			text: "So stand das Protokoll am {day} mit {events} Einträgen:",
			use: "Bitte heben Sie diese Nachricht auf. Ob seitdem etwas geändert oder entfernt wurde, zeigt „npm run audit:verify -- {digest}“.",
			button: "Alle Kettenköpfe",
			because: "Sie bekommen diese Nachricht, weil Ihre Adresse in AUDIT_ANCHOR_MAIL steht.",
		},
		"address-unreadable": "Bitte geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@beispiel.de.",
	},
	en: {
		unsubscribe: "Unsubscribe from these messages",
		anchor: {
			subject: "Head of the log on {day}",
			text: "This is where the log stood on {day}, with {events} entries:",
			use: "Please keep this message. Whether anything was changed or removed since is shown by “npm run audit:verify -- {digest}”.",
			button: "All heads",
			because: "You get this message because your address is in AUDIT_ANCHOR_MAIL.",
		},
		"address-unreadable": "Please enter a complete e-mail address, for example name@example.org.",
	},
} as const satisfies Messages;
