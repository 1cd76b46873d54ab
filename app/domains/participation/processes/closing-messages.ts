import type { Messages } from "~/platform/i18n";

/** What still waits in a process that somebody wants to close, by part. */
export const closingMessages = {
	de: {
		title: "Das wartet noch auf eine Antwort",
		waiting: {
			contributions:
				"{count, plural, one {Ein Beitrag oder eine Frage} other {# Beiträge und Fragen}} ohne Antwort. Eine Antwort kann für viele gelten.",
			texts: "{count, plural, one {Eine Anmerkung} other {# Anmerkungen}} ohne Antwort.",
			surveys:
				"{count, plural, one {Eine Umfrage} other {# Umfragen}}: Das Ergebnis ist noch nicht mitgeteilt, oder sie läuft noch.",
			budgets:
				"{count, plural, one {Ein Bürgerhaushalt} other {# Bürgerhaushalte}}: Das Ergebnis ist noch nicht mitgeteilt, oder die Abstimmung läuft noch.",
			votes:
				"{count, plural, one {Eine Abstimmung} other {# Abstimmungen}}: Das Ergebnis ist noch nicht mitgeteilt, oder sie läuft noch.",
			events: "{count, plural, one {Ein Termin} other {# Termine}} ohne Protokoll.",
			planning: "{count, plural, one {Ein Bauleitplan} other {# Bauleitpläne}} ohne abgeschlossene Abwägung.",
		},
	},
	en: {
		title: "This still waits for an answer",
		waiting: {
			contributions:
				"{count, plural, one {One contribution or question} other {# contributions and questions}} without an answer. One answer may serve many.",
			texts: "{count, plural, one {One annotation} other {# annotations}} without an answer.",
			surveys: "{count, plural, one {One survey} other {# surveys}}: the result is not told yet, or it still runs.",
			budgets:
				"{count, plural, one {One citizens’ budget} other {# citizens’ budgets}}: the result is not told yet, or voting still runs.",
			votes: "{count, plural, one {One vote} other {# votes}}: the result is not told yet, or it still runs.",
			events: "{count, plural, one {One event} other {# events}} without minutes.",
			planning: "{count, plural, one {One plan} other {# plans}} whose weighing is not finished.",
		},
	},
} as const satisfies Messages;
