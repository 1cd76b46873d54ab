import type { Messages } from "~/platform/i18n";

/** Words of filling and ending seats. */
export const seatStaffMessages = {
	de: {
		seat: {
			title: "Mitglied aufnehmen",
			person: "Bekannte Person",
			personEmpty: "niemand davon",
			given: "Oder neu: Vorname",
			family: "Nachname",
			bench: "Gruppe",
			benchHint: "Bei einer Vertretung zählt die Gruppe der vertretenen Person.",
			function: "Funktion",
			substituteFor: "Vertritt",
			noSubstitute: "niemanden",
			behalf: "Entsandt von",
			behalfHint:
				"Beirat oder Stelle, zum Beispiel: Seniorenbeirat. Eine Vertretung ohne benannte Person vertritt dann jeden Sitz dieser Stelle.",
			nameIsPublic: "Die Person ist einverstanden, dass ihr Name öffentlich steht",
			firstDay: "Erster Tag",
			lastDay: "Letzter Tag",
			save: "Aufnehmen",
			endTitle: "Mitgliedschaft beenden",
			endSave: "Mitgliedschaft beenden",
			endReason: "Warum?",
			endReasons: {
				resigned: "Auf eigenen Wunsch",
				recalled: "Von der entsendenden Stelle abberufen",
				moved: "Weggezogen oder Stelle gewechselt",
				"term-over": "Amtszeit vorbei",
				other: "Anderer Grund",
			},
			endHint: "An diesem Tag gehört die Person noch dazu. Wer sie vertritt, endet mit ihr.",
		},
	},
	en: {
		seat: {
			title: "Add a member",
			person: "Known person",
			personEmpty: "none of them",
			given: "Or new: given name",
			family: "Family name",
			bench: "Bench",
			benchHint: "For a substitute, the bench of the represented person counts.",
			function: "Function",
			substituteFor: "Stands in for",
			noSubstitute: "nobody",
			behalf: "Sent by",
			behalfHint:
				"Board or body, such as: advisory board of seniors. A substitute without a named person then stands in for each seat of this body.",
			nameIsPublic: "The person agrees that their name is public",
			firstDay: "First day",
			lastDay: "Last day",
			save: "Add",
			endTitle: "End membership",
			endSave: "End membership",
			endReason: "Why?",
			endReasons: {
				resigned: "By their own wish",
				recalled: "Recalled by the sending body",
				moved: "Moved away or changed post",
				"term-over": "Term is over",
				other: "Another reason",
			},
			endHint: "The person still belongs on this day. Substitutes end with the person.",
		},
	},
} as const satisfies Messages;
