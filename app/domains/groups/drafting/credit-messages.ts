import type { Messages } from "~/platform/i18n";

/** Words of what went into a version. */
export const creditMessages = {
	de: {
		title: "Was ist eingeflossen?",
		hint: "Kreuzen Sie an, was in diesen Wortlaut eingegangen ist, auch in anderen Worten. Angenommene Vorschläge zählen von selbst. Später lässt sich das nicht mehr ändern.",
		went: "Eingeflossen",
		comment: "Anmerkung von {by}: {title}",
		suggestion: "Vorschlag von {by}: {title}",
		remark: "Aus der Beratung: {title}",
		inGroup:
			"{count, plural, one {Eine Anmerkung oder ein Vorschlag} other {# Anmerkungen und Vorschläge}} aus dem Arbeitskreis",
		refusals: {
			"credit-unknown": "Etwas davon gehört nicht zu diesem Entwurf. Bitte kreuzen Sie noch einmal an.",
		},
	},
	en: {
		title: "What went in?",
		hint: "Tick what went into this wording, also in other words. Suggestions that were accepted count by themselves. This cannot be changed later.",
		went: "Went in",
		comment: "Comment by {by}: {title}",
		suggestion: "Suggestion by {by}: {title}",
		remark: "From the consultation: {title}",
		inGroup: "{count, plural, one {One comment or suggestion} other {# comments and suggestions}} of the working group",
		refusals: {
			"credit-unknown": "Some of it does not belong to this draft. Please tick again.",
		},
	},
} as const satisfies Messages;
