import type { Messages } from "~/platform/i18n";
import { messages as tableMessages } from "~/platform/tables/messages";

/** What people read when an act on a cost plan, a settlement or a limit is refused; the keys are the codes. */
export const costRefusalMessages = {
	de: {
		...tableMessages.de,
		"count-unreadable": "Bitte geben Sie eine ganze Zahl ein, zum Beispiel 40.619.",
		"share-variable-missing": "Bitte wählen Sie, wie sich der Rest über den Sockelbeträgen verteilt.",
		"years-order": "Das letzte Jahr muss nach dem ersten liegen, höchstens 50 Jahre danach.",
		"reserve-too-low": "Im Jahr {year} würde mehr aus der Rücklage genommen, als darin ist.",
		"factor-unreadable": "Bitte geben Sie einen Faktor zwischen 0 und 1000 Prozent ein, zum Beispiel 110 oder 97,5.",
		"file-missing": "Bitte wählen Sie eine Datei aus.",
		"sheet-wrong":
			"Die Tabelle enthält Fehler. Es wurde nichts geändert. Bitte verbessern Sie diese Zellen und laden Sie sie noch einmal hoch.",
		"sheet-unreadable":
			"Die gelesenen Angaben sind nicht vollständig angekommen. Bitte laden Sie die Tabelle noch einmal hoch.",
		"sheet-same": "In dieser Tabelle steht dasselbe wie im Kostenplan.",
		"settlement-not-now":
			"Abgerechnet wird eine abgeschlossene Vereinbarung, und nur ein Jahr, für das sie Kosten nennt und das begonnen hat.",
		"settlement-acknowledged":
			"Alle Parteien haben die Abrechnung dieses Jahres anerkannt. Sie kann nicht mehr ersetzt werden.",
		"settlement-replaced": "Diese Abrechnung ist inzwischen ersetzt. Bitte lesen Sie die neue.",
		"acknowledged-already": "Ihre Organisation hat diese Abrechnung schon anerkannt.",
		"source-missing": "Zu jeder Einwohnerzahl gehören Quelle und Stichtag.",
	},
	en: {
		...tableMessages.en,
		"count-unreadable": "Please enter a whole number, for example 40.619.",
		"share-variable-missing": "Please choose how the rest above the base amounts is shared.",
		"years-order": "The last year must come after the first, at most 50 years later.",
		"reserve-too-low": "In {year} more would be taken from the reserve than there is.",
		"factor-unreadable": "Please enter a factor between 0 and 1000 per cent, for example 110 or 97,5.",
		"file-missing": "Please choose a file.",
		"sheet-wrong": "There are mistakes in the table. Nothing was changed. Please mend these cells and upload it again.",
		"sheet-unreadable": "What was read did not arrive completely. Please upload the table again.",
		"sheet-same": "This table says the same as the cost plan.",
		"settlement-not-now":
			"Settled is a concluded agreement, and only a year for which it names costs and that has begun.",
		"settlement-acknowledged":
			"All parties have acknowledged the settlement of this year. It can no longer be replaced.",
		"settlement-replaced": "This settlement has been replaced meanwhile. Please read the new one.",
		"acknowledged-already": "Your organisation has acknowledged this settlement already.",
		"source-missing": "Every figure of inhabitants needs its source and key date.",
	},
} as const satisfies Messages;
