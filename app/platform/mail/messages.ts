import type { Messages } from "~/platform/i18n";

export const messages = {
	de: {
		unsubscribe: "Diese Nachrichten abbestellen",
		"address-unreadable": "Bitte geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@beispiel.de.",
	},
	en: {
		unsubscribe: "Unsubscribe from these messages",
		"address-unreadable": "Please enter a complete e-mail address, for example name@example.org.",
	},
} as const satisfies Messages;
