import type { Messages } from "~/platform/i18n";

/** Words of the letters about minutes; none of their text, for mail is an open postcard. */
export const minutesLetterMessages = {
	de: {
		button: "Protokoll lesen",
		because: "Sie bekommen diese Nachricht, weil Sie zum Arbeitskreis gehören oder in der Sitzung waren.",
		becauseOfficer: "Sie bekommen diese Nachricht, weil Sie die Sitzung geleitet haben oder das Protokoll schreiben.",
		circulated: {
			subject: "Protokoll: {meeting}",
			text: "Das Protokoll der Sitzung „{meeting}“ ({group}) ist verteilt. Bitte prüfen Sie, ob es stimmt.",
			until: "Einwände können Sie bis {day} auf der Seite des Protokolls erheben.",
		},
		again: {
			subject: "Neue Fassung des Protokolls: {meeting}",
			text: "Vom Protokoll der Sitzung „{meeting}“ ({group}) gibt es Fassung {number}. Die früheren bleiben lesbar.",
		},
		final: {
			subject: "Protokoll endgültig: {meeting}",
			text: "Das Protokoll der Sitzung „{meeting}“ ({group}) ist unterschrieben und endgültig.",
		},
		scan: {
			subject: "Unterschrift auf Papier prüfen: {meeting}",
			text: "Zum Protokoll der Sitzung „{meeting}“ ({group}) ist ein Papier mit Unterschriften hochgeladen. Eine zweite Person vergleicht es mit der Fassung, bevor es zählt.",
		},
		objected: {
			subject: "Einwand gegen das Protokoll: {meeting}",
			text: "Gegen das Protokoll der Sitzung „{meeting}“ ({group}) gibt es einen Einwand. Bitte entscheiden Sie darüber.",
		},
	},
	en: {
		button: "Read the minutes",
		because: "You get this message because you belong to the working group or were at the meeting.",
		becauseOfficer: "You get this message because you chaired the meeting or write its minutes.",
		circulated: {
			subject: "Minutes: {meeting}",
			text: "The minutes of the meeting “{meeting}” ({group}) have been circulated. Please check whether they are right.",
			until: "You can object until {day} on the page of the minutes.",
		},
		again: {
			subject: "New version of the minutes: {meeting}",
			text: "There is version {number} of the minutes of the meeting “{meeting}” ({group}). The earlier ones stay readable.",
		},
		final: {
			subject: "Minutes final: {meeting}",
			text: "The minutes of the meeting “{meeting}” ({group}) are signed and final.",
		},
		scan: {
			subject: "Check a signature on paper: {meeting}",
			text: "A paper with signatures was uploaded for the minutes of the meeting “{meeting}” ({group}). A second person compares it with the version before it counts.",
		},
		objected: {
			subject: "Objection to the minutes: {meeting}",
			text: "There is an objection to the minutes of the meeting “{meeting}” ({group}). Please decide on it.",
		},
	},
} as const satisfies Messages;
