import type { Messages } from "~/platform/i18n";

/** Messages to people about what comes after the signature. */
export const afterNoticeMessages = {
	de: {
		waiting: {
			overdue: "Überfällige Pflichten aus Vereinbarungen",
			due: "Pflichten aus Vereinbarungen",
			waiver: "Verzicht auf einen Termin: Ihr Wort fehlt",
		},
		waiver: {
			button: "Zu den Pflichten",
			because:
				"Sie bekommen diese Nachricht, weil Sie für eine Partei dieser Vereinbarung arbeiten oder unterschreiben.",
			proposed: {
				subject: "Verzicht vorgeschlagen: {title}",
				text: "{party} schlägt vor, in der Vereinbarung „{agreement}“ auf diesen Termin zu verzichten: {title}, fällig am {day}.",
				todo: "Das gilt nur, wenn alle Parteien zustimmen. Bitte stimmen Sie zu oder lehnen Sie ab.",
			},
			withdrawn: {
				subject: "Vorschlag zurückgezogen: {title}",
				text: "{party} hat den Vorschlag zurückgezogen, in der Vereinbarung „{agreement}“ auf diesen Termin zu verzichten: {title}. Er bleibt am {day} fällig.",
			},
			declined: {
				subject: "Verzicht abgelehnt: {title}",
				text: "{party} lehnt es ab, in der Vereinbarung „{agreement}“ auf diesen Termin zu verzichten: {title}. Er bleibt am {day} fällig.",
			},
			waived: {
				subject: "Alle verzichten: {title}",
				text: "Alle Parteien der Vereinbarung „{agreement}“ verzichten auf diesen Termin: {title}, fällig am {day}.",
			},
			reason: "Grund: {reason}",
		},
		button: "Zur Vereinbarung",
		because: "Sie bekommen diese Nachricht, weil Sie für eine Partei unterschreiben oder die Vereinbarung betreuen.",
		takeover: {
			subject: "Der Pilot endet am {day}: {title}",
			text: "{months, plural, one {In einem Monat} other {In # Monaten}} endet der Pilot der Vereinbarung „{title}“, am {day}. Bitte bereiten Sie die Übergabe des Betriebs vor.",
			late: "Übergabe überfällig: {title}",
			lateText:
				"Der Pilot der Vereinbarung „{title}“ endete am {day}, und noch hat niemand die Übernahme des Betriebs bestätigt.",
		},
		end: {
			subject: "Endet am {day}: {title}",
			text: "Die Vereinbarung „{title}“ gilt nur noch bis zum {day}. Bitte entscheiden Sie, ob sie verlängert wird.",
		},
		commitment: {
			subject: "Betriebskostenzusage endet am {day}: {title}",
			text: "In der Vereinbarung „{title}“ endet am {day} die Zusage für die Betriebskosten. Danach zahlt niemand, wenn nichts vereinbart wird.",
		},
		obligation: {
			subject: "Fällig am {day}: {title}",
			text: "Aus der Vereinbarung „{agreement}“ ist am {day} fällig: {title}. An: {recipient}.",
			button: "Zu den Pflichten",
			because:
				"Sie bekommen diese Nachricht, weil Ihre Stelle dafür zuständig ist oder Sie für die Partei unterschreiben.",
		},
	},
	en: {
		waiting: {
			overdue: "Overdue obligations from agreements",
			due: "Obligations from agreements",
			waiver: "Doing without a date: your word is missing",
		},
		waiver: {
			button: "To the obligations",
			because: "You get this message because you work or sign for a party of this agreement.",
			proposed: {
				subject: "Waiver proposed: {title}",
				text: "{party} proposes to do without this date of the agreement “{agreement}”: {title}, due on {day}.",
				todo: "It counts only if all parties agree. Please agree or decline.",
			},
			withdrawn: {
				subject: "Proposal taken back: {title}",
				text: "{party} has taken back the proposal to do without this date of the agreement “{agreement}”: {title}. It stays due on {day}.",
			},
			declined: {
				subject: "Waiver declined: {title}",
				text: "{party} declines to do without this date of the agreement “{agreement}”: {title}. It stays due on {day}.",
			},
			waived: {
				subject: "All do without it: {title}",
				text: "All parties of the agreement “{agreement}” do without this date: {title}, due on {day}.",
			},
			reason: "Reason: {reason}",
		},
		button: "To the agreement",
		because: "You get this message because you sign for a party or look after the agreement.",
		takeover: {
			subject: "The pilot ends on {day}: {title}",
			text: "{months, plural, one {In one month} other {In # months}} the pilot of the agreement “{title}” ends, on {day}. Please prepare the hand-over of operation.",
			late: "Hand-over overdue: {title}",
			lateText:
				"The pilot of the agreement “{title}” ended on {day}, and nobody has confirmed to have taken over operation yet.",
		},
		end: {
			subject: "Ends on {day}: {title}",
			text: "The agreement “{title}” is valid only until {day}. Please decide whether it is to be renewed.",
		},
		commitment: {
			subject: "Commitment for running costs ends on {day}: {title}",
			text: "In the agreement “{title}” the commitment for running costs ends on {day}. After that nobody pays unless something is agreed.",
		},
		obligation: {
			subject: "Due on {day}: {title}",
			text: "From the agreement “{agreement}” is due on {day}: {title}. To: {recipient}.",
			button: "To the obligations",
			because: "You get this message because your post is responsible for it or you sign for the party.",
		},
	},
} as const satisfies Messages;
