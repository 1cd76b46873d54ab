import type { Messages } from "~/platform/i18n";

/** What people are told by mail of dates and meetings. */
export const meetingLetterMessages = {
	de: {
		when: "Wann: {date}",
		where: "Wo: {place}",
		online: "Online teilnehmen: {url}",
		agenda: "Tagesordnung:",
		item: "{number}. {title}",
		closedItem: "{number}. {title} (nicht öffentlich)",
		closedLeftOut:
			"{count, plural, one {Ein Punkt ist nicht öffentlich und steht hier nicht.} other {# Punkte sind nicht öffentlich und stehen hier nicht.}}",
		calendar: "Der Termin liegt dieser Mail für Ihren Kalender bei.",
		standIn: "Sie vertreten {name}. Bitte kommen Sie, wenn {name} nicht kann.",
		reply: "Zu- oder absagen",
		because: "Sie gehören zu diesem Arbeitskreis oder sind sein Gast.",
		invited: {
			subject: "Einladung: {group} am {date}",
			text: "Sie sind zur Sitzung „{title}“ des Arbeitskreises „{group}“ eingeladen. Bitte sagen Sie zu oder ab.",
		},
		circular: {
			subject: "Bitte schriftlich antworten: {group}, bis {date}",
			text: "Der Arbeitskreis „{group}“ stimmt über „{title}“ schriftlich ab (Umlaufverfahren). Es gibt dazu keine Sitzung.",
			until: "Antworten bis: {date}",
			object:
				"Wollen Sie lieber in einer Sitzung darüber sprechen, dann widersprechen Sie dem Verfahren. Ein Widerspruch genügt, und der Punkt kommt in die nächste Sitzung.",
			button: "Lesen und antworten",
		},
		changed: {
			subject: "Geändert: {group}, jetzt am {date}",
			text: "Die Sitzung „{title}“ des Arbeitskreises „{group}“ wurde geändert. Es gelten diese Angaben:",
			moved: "Der Zeitpunkt ist neu. Bitte sagen Sie noch einmal zu oder ab.",
		},
		cancelled: {
			subject: "Abgesagt: {group} am {date}",
			text: "Die Sitzung „{title}“ des Arbeitskreises „{group}“ am {date} findet nicht statt.",
			reason: "Grund: {reason}",
		},
		fixed: {
			subject: "Termin steht: {group} am {date}",
			text: "Der Termin für „{title}“ des Arbeitskreises „{group}“ steht fest. Die Tagesordnung folgt mit der Einladung.",
			see: "Sitzung ansehen",
		},
		actFor: {
			subject: "Bitte vertreten Sie {name} am {date}",
			text: "{name} kann zur Sitzung „{title}“ des Arbeitskreises „{group}“ nicht kommen. Bitte kommen Sie in Vertretung.",
		},
		poll: {
			subject: "Wann können Sie? {group}: {title}",
			text: "Der Arbeitskreis „{group}“ sucht einen Termin für „{title}“. Bitte sagen Sie zu jedem Vorschlag, ob Sie können.",
			slots: "Vorschläge:",
			until: "Bitte antworten Sie bis {date}.",
			button: "Antworten",
		},
		givenUp: {
			subject: "Terminabfrage beendet: {group}",
			text: "Die Terminabfrage für „{title}“ des Arbeitskreises „{group}“ ist ohne Termin beendet.",
		},
	},
	en: {
		when: "When: {date}",
		where: "Where: {place}",
		online: "Take part online: {url}",
		agenda: "Agenda:",
		item: "{number}. {title}",
		closedItem: "{number}. {title} (not public)",
		closedLeftOut:
			"{count, plural, one {One item is not public and does not stand here.} other {# items are not public and do not stand here.}}",
		calendar: "The date goes along with this mail for your calendar.",
		standIn: "You stand in for {name}. Please come when {name} cannot.",
		reply: "Accept or decline",
		because: "You belong to this working group or are its guest.",
		invited: {
			subject: "Invitation: {group} on {date}",
			text: "You are invited to the meeting “{title}” of the working group “{group}”. Please accept or decline.",
		},
		circular: {
			subject: "Please answer in writing: {group}, until {date}",
			text: "The working group “{group}” votes on “{title}” in writing (circular procedure). There is no meeting for it.",
			until: "Answers until: {date}",
			object:
				"If you would rather talk about it in a meeting, object to the procedure. One objection is enough, and the item goes to the next meeting.",
			button: "Read and answer",
		},
		changed: {
			subject: "Changed: {group}, now on {date}",
			text: "The meeting “{title}” of the working group “{group}” was changed. This is what holds:",
			moved: "The time is new. Please accept or decline once more.",
		},
		cancelled: {
			subject: "Cancelled: {group} on {date}",
			text: "The meeting “{title}” of the working group “{group}” on {date} does not take place.",
			reason: "Reason: {reason}",
		},
		fixed: {
			subject: "Date fixed: {group} on {date}",
			text: "The date of “{title}” of the working group “{group}” is fixed. The agenda follows with the invitation.",
			see: "View meeting",
		},
		actFor: {
			subject: "Please stand in for {name} on {date}",
			text: "{name} cannot come to the meeting “{title}” of the working group “{group}”. Please come as substitute.",
		},
		poll: {
			subject: "When can you come? {group}: {title}",
			text: "The working group “{group}” looks for a date for “{title}”. Please say for every proposal whether you can.",
			slots: "Proposals:",
			until: "Please answer by {date}.",
			button: "Answer",
		},
		givenUp: {
			subject: "Date poll ended: {group}",
			text: "The date poll for “{title}” of the working group “{group}” has ended without a date.",
		},
	},
} as const satisfies Messages;
