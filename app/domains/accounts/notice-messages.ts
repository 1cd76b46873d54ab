import type { Messages } from "~/platform/i18n";

/** What people are told about the protection of their account. */
export const messages = {
	de: {
		what: {
			password: "Ihr Passwort wurde geändert",
			factorAdded: "Ihr Konto hat jetzt einen zweiten Faktor",
			factorRemoved: "Der zweite Faktor Ihres Kontos wurde entfernt",
			codes: "Sie haben neue Wiederherstellungs-Codes",
		},
		text: "Das ist eben an Ihrem Konto geändert worden.",
		notYou: "Waren Sie das nicht? Dann setzen Sie Ihr Passwort zurück und rufen Sie uns an.",
		look: "Sicherheit ansehen",
		because: "Sie bekommen diese Nachricht zum Schutz Ihres Kontos.",
	},
	en: {
		what: {
			password: "Your password was changed",
			factorAdded: "Your account now has a second factor",
			factorRemoved: "The second factor of your account was removed",
			codes: "You have new recovery codes",
		},
		text: "This has just been changed on your account.",
		notYou: "Was it not you? Then reset your password and call us.",
		look: "Look at security",
		because: "You receive this message to protect your account.",
	},
} as const satisfies Messages;
