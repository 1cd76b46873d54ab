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
			nameIsPublic: "Die Person ist einverstanden, dass ihr Name öffentlich steht",
			firstDay: "Erster Tag",
			lastDay: "Letzter Tag",
			save: "Aufnehmen",
			endTitle: "Mitgliedschaft beenden",
			endSave: "Mitgliedschaft beenden",
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
			nameIsPublic: "The person agrees that their name is public",
			firstDay: "First day",
			lastDay: "Last day",
			save: "Add",
			endTitle: "End membership",
			endSave: "End membership",
			endHint: "The person still belongs on this day. Substitutes end with the person.",
		},
	},
} as const satisfies Messages;
