import type { Messages } from "~/platform/i18n";
import { refusalMessages } from "../refusal-messages";

/** Doing without a date of an obligation. */
export const waiverMessages = {
	de: {
		title: "Verzicht auf einen Termin",
		lead: "Auf einen Termin können nur alle Parteien gemeinsam verzichten. Eine nennt den Grund, die anderen stimmen zu. Bis dahin bleibt er fällig.",
		of: "{title}, fällig am {day}",
		reason: "Grund",
		agreed: "Zugestimmt",
		agreedBy: "{party} am {day} ({name})",
		agreedOn: "{party} am {day}",
		missing: "Es fehlen noch",
		waived: "verzichtet am {day}",
		agree: "Für {party} zustimmen: {title}, fällig am {day}",
		propose: "Verzicht vorschlagen",
		date: "Welcher Termin?",
		party: "Für welche Partei?",
		reasonHint: "Zum Beispiel: Der Bericht ist in der Sitzung vom 3. März schon gegeben worden.",
		send: "Vorschlagen",
		noted: "Die Zustimmung ist eingetragen.",
		refusals: {
			...refusalMessages.de,
			"waiver-reason": "Bitte nennen Sie den Grund.",
			"waiver-done": "Dieser Termin ist schon erledigt, oder alle haben schon verzichtet.",
			"waiver-agreed": "Diese Partei hat schon zugestimmt.",
		},
	},
	en: {
		title: "Doing without a date",
		lead: "Only all parties together can do without a date. One says why, the others agree. Until then it stays due.",
		of: "{title}, due on {day}",
		reason: "Reason",
		agreed: "Agreed",
		agreedBy: "{party} on {day} ({name})",
		agreedOn: "{party} on {day}",
		missing: "Still missing",
		waived: "waived on {day}",
		agree: "Agree for {party}: {title}, due on {day}",
		propose: "Propose a waiver",
		date: "Which date?",
		party: "For which party?",
		reasonHint: "For example: the report was given already in the meeting of 3 March.",
		send: "Propose",
		noted: "The word is noted.",
		refusals: {
			...refusalMessages.en,
			"waiver-reason": "Please name the reason.",
			"waiver-done": "This date is met already, or all have waived it already.",
			"waiver-agreed": "This party has agreed already.",
		},
	},
} as const satisfies Messages;
