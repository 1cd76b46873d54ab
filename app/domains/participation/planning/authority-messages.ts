import type { Messages } from "~/platform/i18n";

/** Words of the pages on which public authorities are asked (§ 4 BauGB). */
export const authorityMessages = {
	de: {
		authorities: {
			title: "Behörden und Träger öffentlicher Belange",
			lead: "Sie werden elektronisch von der Veröffentlichung benachrichtigt und nach § 4 Absatz 2 BauGB beteiligt.",
			count: "{notified} von {total, plural, one {einer benachrichtigt} other {# benachrichtigt}}",
			none: "Noch steht niemand in der Liste.",
			name: "Stelle",
			sent: "Benachrichtigt",
			sentDue: "{sent}, Frist bis {due}",
			notSent: "noch nicht",
			said: "Stellungnahme",
			nothing: "noch keine",
			silent: "keine bis zum Ende der Frist",
			act: "Liste",
			remove: "Entfernen",
			removed: "entfernt",
			notify: "Benachrichtigen",
			notifyText:
				"Alle in der Liste, die zur laufenden Veröffentlichung noch keine Nachricht haben, bekommen eine E-Mail mit der Frist und einem eigenen Link für die Stellungnahme.",
			notAnnounced: "Das geht, sobald eine Veröffentlichung bekannt gemacht ist, und bis zu ihrem letzten Tag.",
			allNotified: "Alle in der Liste sind benachrichtigt.",
			due: "Stellungnahme bis einschließlich",
			dueHint:
				"Ein Monat, mindestens 30 Tage; der Tag der Nachricht zählt nicht mit. Bitte lassen Sie die Frist von der Rechtsstelle bestätigen.",
			send: "{count, plural, one {Eine Stelle benachrichtigen} other {# Stellen benachrichtigen}}",
			add: "In die Liste aufnehmen",
			list: "Stellen, eine pro Zeile",
			listHint: "Name; E-Mail-Adresse. Zum Beispiel: Forstamt Koblenz; forstamt@example.de",
			take: "Aufnehmen",
		},
	},
	en: {
		authorities: {
			title: "Public authorities and agencies",
			lead: "They are notified of the publication electronically and take part under section 4 (2) BauGB.",
			count: "{notified} of {total, plural, one {one notified} other {# notified}}",
			none: "Nobody is on the list yet.",
			name: "Authority",
			sent: "Notified",
			sentDue: "{sent}, until {due}",
			notSent: "not yet",
			said: "Statement",
			nothing: "none yet",
			silent: "none by the end of the period",
			act: "List",
			remove: "Remove",
			removed: "removed",
			notify: "Notify",
			notifyText:
				"Everybody on the list who has no message about the present publication yet gets an e-mail with the period and a link of their own for the statement.",
			notAnnounced: "This is possible once a publication has been announced, and until its last day.",
			allNotified: "Everybody on the list has been notified.",
			due: "Statement until and including",
			dueHint:
				"One month, at least 30 days; the day of the message does not count. Please have the period confirmed by your legal office.",
			send: "{count, plural, one {Notify one authority} other {Notify # authorities}}",
			add: "Add to the list",
			list: "Authorities, one per line",
			listHint: "Name; e-mail address. For example: Forestry Office Koblenz; forestry@example.de",
			take: "Add",
		},
	},
} as const satisfies Messages;
