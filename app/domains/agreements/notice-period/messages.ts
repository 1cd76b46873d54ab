import type { Messages } from "~/platform/i18n";
import { refusalMessages } from "../refusal-messages";

/** The period of notice as data. */
export const noticePeriodMessages = {
	de: {
		title: "Kündigungsfrist",
		lead: "Eine Frist in Feldern rechnet die Plattform aus: Sie nennt den ersten möglichen Tag, und eine zu frühe Kündigung fällt auf. Im Baustein „Laufzeit, Kündigung, Verbleib“ steht sie zusätzlich in Worten.",
		months: "Frist in Monaten",
		towards: "Zu welchem Tag?",
		firstEnd: "Frühestens zum",
		firstEndHint: "Leer lassen, wenn die Frist allein gilt.",
		form: "In welcher Form?",
		save: "Speichern",
		remove: "Keine Frist in Feldern",
		none: "Noch steht keine Frist in Feldern. Es gilt, was im Baustein steht.",
		inWords: "So steht es in der Vereinbarung",
		ends: {
			"any-day": "zu jedem Tag",
			month: "zum Monatsende",
			quarter: "zum Quartalsende",
			"half-year": "zum Halbjahresende",
			year: "zum Jahresende",
		},
		forms: { text: "in Textform", written: "schriftlich, von Hand unterschrieben" },
		sentence: "Kündigung und Austritt: {count, plural, one {ein Monat} other {# Monate}} Frist {towards}, {form}.",
		sentenceFirst:
			"Kündigung und Austritt: {count, plural, one {ein Monat} other {# Monate}} Frist {towards}, frühestens zum {day}, {form}.",
		refusals: {
			...refusalMessages.de,
			"notice-months": "Bitte geben Sie die Frist in ganzen Monaten an, von 1 bis 120.",
			"notice-first-end": "An diesem Tag endet nicht, was Sie bei „Zu welchem Tag?“ gewählt haben.",
		},
	},
	en: {
		title: "Period of notice",
		lead: "A period in fields is worked out by the platform: it names the first possible day, and a notice that is too early shows. The clause on term and notice says it in words as well.",
		months: "Period in months",
		towards: "To which day?",
		firstEnd: "Not before",
		firstEndHint: "Leave empty when the period alone counts.",
		form: "In which form?",
		save: "Save",
		remove: "No period in fields",
		none: "There is no period in fields yet. What the clause says counts.",
		inWords: "As it stands in the agreement",
		ends: {
			"any-day": "to any day",
			month: "to the end of a month",
			quarter: "to the end of a quarter",
			"half-year": "to the end of a half-year",
			year: "to the end of a year",
		},
		forms: { text: "in text form", written: "in writing, signed by hand" },
		sentence: "Termination and exit: {count, plural, one {one month} other {# months}} notice {towards}, {form}.",
		sentenceFirst:
			"Termination and exit: {count, plural, one {one month} other {# months}} notice {towards}, not before {day}, {form}.",
		refusals: {
			...refusalMessages.en,
			"notice-months": "Please give the period in whole months, from 1 to 120.",
			"notice-first-end": "What you chose under “To which day?” does not end on this day.",
		},
	},
} as const satisfies Messages;
