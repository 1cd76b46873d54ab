import type { Messages } from "~/platform/i18n";
import { refusalMessages } from "../refusal-messages";

/** Words of working out an exit, and of the amendment that follows from it. */
export const exitMessages = {
	de: {
		year: "Jahr",
		party: "Partei",
		exit: {
			title: "Austritt durchrechnen",
			lead: "Was geschieht, wenn eine Partei geht? Die Rechnung zeigt, wer dann wie viel mehr trägt. Sie ändert nichts und wird nicht gespeichert.",
			who: "Welche Partei geht?",
			from: "Ab welchem Jahr ist sie nicht mehr dabei?",
			show: "Durchrechnen",
			result: "Ohne {party} ab {year}",
			before: "Bisher",
			after: "Danach",
			more: "Unterschied",
			remaining: "{party} hätte ab {year} noch {amount} getragen.",
			gap: "Im Jahr {year} trägt niemand {amount}. Dafür braucht es eine Lösung, bevor der Austritt gilt.",
			past: "Die Jahre vor {year} bleiben, wie sie sind.",
			sums: "Was jede Partei insgesamt trägt",
			years: "Unterschied je Jahr",
			chart: "Mehrkosten je Partei ab {year}",
			chartText: "Am meisten mehr trägt {party} mit {amount}.",
			none: "In diesem Kostenplan stehen noch keine Beträge.",
		},
		amend: {
			title: "Nachtrag mit den neuen Anteilen",
			lead: "Der Entwurf enthält die neuen Anteile ab {year} und {party} nicht mehr. Die Jahre davor bleiben bei der bisherigen Fassung. Danach sehen Sie jeden Unterschied und können alles ändern. Es gilt erst, wenn die anderen Parteien unterschrieben haben.",
			also: "Bis dahin sind auch ausgeschieden: {parties}. Sie stehen ebenfalls nicht mehr im Entwurf.",
			notYet:
				"Einen Nachtrag mit diesen Anteilen legt die federführende Partei an, sobald {party} den Austritt zu diesem Jahr erklärt hat und der Zugang bestätigt ist.",
			toNotice: "Kündigung und Austritt",
			there: "Es gibt schon einen Nachtrag zu dieser Vereinbarung.",
			changesOf: "Was sich mit {number} ändert",
			taker: "Wer übernimmt, was bisher nur {party} tut oder trägt?",
			takerHint: "Das sind: {what}",
			reason: "Anlass in einem Satz",
			reasonText: "{party} ist ab {year} nicht mehr dabei.",
			button: "Nachtrag mit den neuen Anteilen anlegen",
		},
		refusals: {
			...refusalMessages.de,
			"lead-stays":
				"Die federführende Partei kann in einem Nachtrag nicht fehlen. Bitte schließen Sie dafür eine neue Vereinbarung.",
			"exit-too-few": "Nach dem Austritt bleibt nur eine Partei. Damit gibt es nichts mehr zu vereinbaren.",
			"exit-taker-missing": "Bitte wählen Sie, wer die Aufgaben und Kosten der ausscheidenden Partei übernimmt.",
			"exit-reserve":
				"Spätere Jahre entnehmen der Rücklage, was vor dem Austritt eingezahlt wurde. Das lässt sich nicht von selbst übertragen. Bitte beginnen Sie den Nachtrag unter „Nachtrag und Aufhebung“ und ändern Sie die Kosten dort.",
		},
	},
	en: {
		year: "Year",
		party: "Party",
		exit: {
			title: "Work out an exit",
			lead: "What happens when a party leaves? This shows who then bears how much more. It changes nothing and is not stored.",
			who: "Which party leaves?",
			from: "From which year on is it gone?",
			show: "Work it out",
			result: "Without {party} from {year}",
			before: "So far",
			after: "Then",
			more: "Difference",
			remaining: "From {year} on {party} would still have borne {amount}.",
			gap: "In {year} nobody bears {amount}. This needs a solution before the exit counts.",
			past: "The years before {year} stay as they are.",
			sums: "What each party bears altogether",
			years: "Difference per year",
			chart: "Additional costs per party from {year}",
			chartText: "{party} bears most in addition: {amount}.",
			none: "There are no amounts in this cost plan yet.",
		},
		amend: {
			title: "Amendment with the new shares",
			lead: "The draft holds the new shares from {year} on and no longer {party}. The years before stay with the version so far. You then see every difference and can change everything. It counts once the other parties have signed.",
			also: "Until then these have left as well: {parties}. They are not in the draft either.",
			notYet:
				"The lead party makes an amendment with these shares once {party} has declared its exit to this year and somebody has confirmed that it arrived.",
			toNotice: "Notice and exit",
			there: "There already is an amendment to this agreement.",
			changesOf: "What changes with {number}",
			taker: "Who takes over what only {party} does or bears so far?",
			takerHint: "That is: {what}",
			reason: "Reason in one sentence",
			reasonText: "{party} is gone from {year} on.",
			button: "Make an amendment with the new shares",
		},
		refusals: {
			...refusalMessages.en,
			"lead-stays": "The lead party cannot be left out of an amendment. Please conclude a new agreement for that.",
			"exit-too-few": "After the exit only one party is left. There is nothing to agree any more.",
			"exit-taker-missing": "Please choose who takes over the duties and costs of the leaving party.",
			"exit-reserve":
				"Later years take out of the reserve what was paid in before the exit. That cannot be carried over by itself. Please begin the amendment under “Amendment and cancellation” and change the costs there.",
		},
	},
} as const satisfies Messages;
