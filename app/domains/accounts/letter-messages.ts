import type { Messages } from "~/platform/i18n";

/** The mails of this domain; each line of a body is a paragraph. */
export const messages = {
	de: {
		frame: {
			greeting: "Guten Tag,",
			because:
				"Sie bekommen diese Nachricht, weil jemand Ihre Adresse bei uns eingegeben hat. Waren Sie das nicht, müssen Sie nichts tun.",
		},
		registration: {
			subject: "Ihr Code: {code}",
			body: "mit diesem Code bestätigen Sie Ihre E-Mail-Adresse: {code}\nGeben Sie ihn auf der Seite ein, die noch geöffnet ist. Oder öffnen Sie den Link. Beides gilt 24 Stunden.",
			action: "E-Mail-Adresse bestätigen",
		},
		knownAddress: {
			subject: "Sie haben schon ein Konto",
			body: "jemand wollte mit dieser E-Mail-Adresse ein Konto anlegen. Sie haben aber schon eines.\nSie können sich anmelden. Haben Sie Ihr Passwort vergessen, hilft Ihnen die Anmeldeseite weiter.",
			action: "Anmelden",
		},
		signInLink: {
			subject: "Ihr Link zum Anmelden",
			body: "mit diesem Link melden Sie sich an. Er gilt 15 Minuten und nur einmal.\nGeben Sie ihn nicht weiter.",
			action: "Anmelden",
		},
		passwordReset: {
			subject: "Neues Passwort festlegen",
			body: "mit diesem Link legen Sie ein neues Passwort fest. Er gilt eine Stunde und nur einmal.\nDanach sind Sie überall abgemeldet.",
			action: "Neues Passwort festlegen",
		},
		unknownAddress: {
			subject: "Zu dieser Adresse gibt es kein Konto",
			body: "jemand wollte sich mit dieser E-Mail-Adresse anmelden. Zu ihr gibt es bei uns kein Konto.\nVielleicht haben Sie eine andere Adresse benutzt? Sie können auch ein neues Konto anlegen.",
			action: "Konto anlegen",
		},
		emailChange: {
			subject: "Neue E-Mail-Adresse bestätigen",
			body: "bitte bestätigen Sie, dass Ihr Konto künftig diese E-Mail-Adresse haben soll. Der Link gilt 24 Stunden.",
			action: "Adresse bestätigen",
		},
		emailChanged: {
			subject: "Ihre E-Mail-Adresse wurde geändert",
			body: "Ihr Konto hat jetzt eine andere E-Mail-Adresse. An diese Adresse schreiben wir nicht mehr.\nWaren Sie das nicht? Dann rufen Sie uns bitte sofort an.",
			action: "Zur Hilfe",
		},
		invitation: {
			subject: "Einladung: {organisation}",
			body: "{inviter} lädt Sie ein, bei {organisation} mitzuarbeiten: {role}.\nMit dem Link nehmen Sie die Einladung an. Er gilt 14 Tage und nur einmal.",
			action: "Einladung ansehen",
		},
		guest: {
			subject: "Einladung zu einer Vereinbarung: {title}",
			body: "{inviter} lädt Sie ein, für {forWhom} an der Vereinbarung „{title}“ mitzuwirken. Sie sehen dort nur diese eine Vereinbarung.\nMit dem Link wählen Sie ein Kennwort. Danach richten Sie einen zweiten Faktor ein: Ohne ihn kann niemand unterschreiben. Der Link gilt 14 Tage und nur einmal.",
			action: "Einladung ansehen",
		},
	},
	en: {
		frame: {
			greeting: "Hello,",
			because:
				"You receive this message because somebody entered your address on our site. If it was not you, you need not do anything.",
		},
		registration: {
			subject: "Your code: {code}",
			body: "this code confirms your e-mail address: {code}\nEnter it on the page that is still open. Or open the link. Both are valid for 24 hours.",
			action: "Confirm e-mail address",
		},
		knownAddress: {
			subject: "You already have an account",
			body: "somebody wanted to create an account with this e-mail address. But you already have one.\nYou can sign in. If you forgot your password, the sign-in page will help you.",
			action: "Sign in",
		},
		signInLink: {
			subject: "Your sign-in link",
			body: "this link signs you in. It is valid for 15 minutes and only once.\nDo not pass it on.",
			action: "Sign in",
		},
		passwordReset: {
			subject: "Set a new password",
			body: "this link lets you set a new password. It is valid for one hour and only once.\nAfterwards you are signed out everywhere.",
			action: "Set a new password",
		},
		unknownAddress: {
			subject: "There is no account for this address",
			body: "somebody wanted to sign in with this e-mail address. We have no account for it.\nPerhaps you used another address? You can also create a new account.",
			action: "Create an account",
		},
		emailChange: {
			subject: "Confirm your new e-mail address",
			body: "please confirm that your account should use this e-mail address from now on. The link is valid for 24 hours.",
			action: "Confirm address",
		},
		emailChanged: {
			subject: "Your e-mail address was changed",
			body: "your account now has another e-mail address. We no longer write to this one.\nWas it not you? Then please call us at once.",
			action: "Get help",
		},
		invitation: {
			subject: "Invitation: {organisation}",
			body: "{inviter} invites you to work with {organisation}: {role}.\nThe link lets you accept the invitation. It is valid for 14 days and only once.",
			action: "See the invitation",
		},
		guest: {
			subject: "Invitation to an agreement: {title}",
			body: "{inviter} invites you to take part in the agreement “{title}” for {forWhom}. You see this one agreement there and nothing else.\nThe link lets you choose a password. After that you set up a second factor: nobody can sign without one. The link is valid for 14 days and only once.",
			action: "See the invitation",
		},
	},
} as const satisfies Messages;
