import type { Messages } from "~/platform/i18n";

export const messages = {
	de: {
		account: "Ihr Konto",
		page: {
			title: "Ihre Daten",
			lead: "Hier bekommen Sie alles, was wir über Sie gespeichert haben. Und hier können Sie Ihr Konto löschen.",
			export: "Alles herunterladen",
			exportText: "Sie bekommen eine Datei im Format JSON. Programme können sie lesen, Menschen mit etwas Geduld auch.",
			exportButton: "Datei herunterladen",
			contains: "Das steht in der Datei",
			erase: "Konto löschen",
			eraseText: "Bevor etwas gelöscht wird, zeigen wir Ihnen genau, was geht und was bleibt.",
			eraseButton: "Konto löschen …",
		},
		erase: {
			title: "Möchten Sie Ihr Konto wirklich löschen?",
			lead: "Das lässt sich nicht rückgängig machen.",
			part: "Bereich",
			goes: "Das wird gelöscht",
			stays: "Das bleibt, ohne Ihren Namen",
			caption: "Was gelöscht wird und was bleibt",
			log: "Protokoll",
			logGoes: "nichts",
			logStays:
				"Im Protokoll der Vorgänge steht nur eine Kennnummer. Sie lässt sich danach keinem Menschen mehr zuordnen.",
			export: "Vorher alles herunterladen",
			question: "Konto jetzt löschen?",
			confirm: "Konto und Daten löschen",
		},
		erased: {
			title: "Ihr Konto ist gelöscht",
			lead: "Sie sind abgemeldet. Danke, dass Sie dabei waren.",
			home: "Zur Startseite",
		},
		file: {
			about: "hinweis",
			aboutText: "Alles, was Gemeinwerk über Sie gespeichert hat. Zeitangaben sind in UTC.",
			madeAt: "erstelltAm",
			person: "kennnummer",
			parts: "teile",
			part: "bereich",
			description: "beschreibung",
			data: "daten",
		},
		parts: {
			accounts: {
				title: "Konto",
				exported: "Ihr Konto: E-Mail-Adresse, Name, Sitzungen, Rollen und Einladungen",
				goes: "E-Mail-Adresse, Name, Passwort, zweiter Faktor und alle Sitzungen. Ihre Rollen enden.",
				stays: "nichts",
			},
			network: {
				title: "Netzwerk",
				exported: "Was in Kontaktverzeichnissen über Sie steht, und Vermerke, die Sie geschrieben haben",
				goes: "Ihre Kontaktdaten, Vermerke und Verbindungen",
				stays:
					"Mandate und öffentliche Ämter als öffentliche Überlieferung; Einträge, die Sie über andere geschrieben haben",
			},
			organisations: {
				title: "Stellen",
				exported: "Stellen, die Sie innehaben oder innehatten",
				goes: "Ihr Name bei diesen Stellen",
				stays: "Welche Stelle wann besetzt war",
			},
			files: {
				title: "Dateien",
				exported:
					"Dateien, die Sie hochgeladen haben (Namen und Kennwerte; die Dateien selbst öffnen Sie an ihrem Ort)",
				goes: "Wer die Datei hochgeladen hat",
				stays: "Dateien, die zu einem öffentlichen Vorgang gehören",
			},
			notifications: {
				title: "Nachrichten",
				exported: "Nachrichten an Sie, Ihre Einstellungen, Zeitpunkt und Betreff der E-Mails an Sie",
				goes: "Alle Nachrichten, Einstellungen und E-Mails an Sie",
				stays: "nichts",
			},
			trace: {
				title: "Werdegang",
				exported: "Verbindungen, die zu Ihnen führen",
				goes: "Verbindungen, die zu Ihnen führen",
				stays: "Der Werdegang der Beiträge und Vorhaben",
			},
			participation: {
				title: "Beteiligung",
				exported: "Ihre Beiträge mit Stand, Ihre Unterstützungen",
				goes: "Ihr Name bei Ihren Beiträgen, Ihre Entwürfe",
				stays: "Eingereichte Beiträge als Beitrag von „gelöschtes Konto“, und die Antworten darauf",
			},
		},
		refusals: {
			"last-operator":
				"Sie sind die letzte Person, die diese Anwendung betreiben kann. Bitte geben Sie diese Rolle zuerst jemand anderem.",
		},
	},
	en: {
		account: "Your account",
		page: {
			title: "Your data",
			lead: "Here you get everything we have stored about you. And here you can delete your account.",
			export: "Download everything",
			exportText: "You get a file in JSON format. Programs can read it, and so can people with some patience.",
			exportButton: "Download file",
			contains: "What the file contains",
			erase: "Delete account",
			eraseText: "Before anything is deleted, we show you exactly what goes and what stays.",
			eraseButton: "Delete account …",
		},
		erase: {
			title: "Do you really want to delete your account?",
			lead: "This cannot be undone.",
			part: "Part",
			goes: "This is deleted",
			stays: "This stays, without your name",
			caption: "What is deleted and what stays",
			log: "Log",
			logGoes: "nothing",
			logStays: "The log of what happened holds only a number. Afterwards it can no longer be traced to any person.",
			export: "Download everything first",
			question: "Delete account now?",
			confirm: "Delete account and data",
		},
		erased: {
			title: "Your account is deleted",
			lead: "You are signed out. Thank you for taking part.",
			home: "To the start page",
		},
		file: {
			about: "note",
			aboutText: "Everything that Gemeinwerk has stored about you. Times are in UTC.",
			madeAt: "madeAt",
			person: "personId",
			parts: "parts",
			part: "part",
			description: "description",
			data: "data",
		},
		parts: {
			accounts: {
				title: "Account",
				exported: "Your account: e-mail address, name, sessions, roles and invitations",
				goes: "E-mail address, name, password, second factor and all sessions. Your roles end.",
				stays: "nothing",
			},
			network: {
				title: "Network",
				exported: "What contact directories say about you, and notes that you wrote",
				goes: "Your contact details, notes and ties",
				stays: "Mandates and public offices as public record; entries that you wrote about others",
			},
			organisations: {
				title: "Posts",
				exported: "Posts that you hold or held",
				goes: "Your name at these posts",
				stays: "Which post was held when",
			},
			files: {
				title: "Files",
				exported: "Files that you uploaded (names and check values; you open the files themselves in their place)",
				goes: "Who uploaded the file",
				stays: "Files that belong to a public matter",
			},
			notifications: {
				title: "Messages",
				exported: "Messages to you, your settings, time and subject of e-mails to you",
				goes: "All messages, settings and e-mails to you",
				stays: "nothing",
			},
			trace: {
				title: "History",
				exported: "Links that lead to you",
				goes: "Links that lead to you",
				stays: "The history of contributions and projects",
			},
			participation: {
				title: "Participation",
				exported: "Your contributions with their state, what you supported",
				goes: "Your name at your contributions, your drafts",
				stays: "Contributions that were handed in, as by a “deleted account”, and the answers to them",
			},
		},
		refusals: {
			"last-operator":
				"You are the last person who can run this application. Please give this role to somebody else first.",
		},
	},
} as const satisfies Messages;

/** A domain that holds something about people and has words for it. */
export type Part = keyof (typeof messages)["de"]["parts"];

export function isPart(domain: string): domain is Part {
	return Object.hasOwn(messages.de.parts, domain);
}
