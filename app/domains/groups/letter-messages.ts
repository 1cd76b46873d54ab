import type { Messages } from "~/platform/i18n";

/** What members are told by mail. */
export const letterMessages = {
	de: {
		published: {
			subject: "Empfehlung veröffentlicht: {title}",
			text: "Der Arbeitskreis „{group}“ hat über „{title}“ abgestimmt: {result}. Die Empfehlung ist jetzt für alle zu lesen.",
			button: "Empfehlung lesen",
			because: "Sie gehören zu diesem Arbeitskreis.",
		},
		endsSoon: {
			subject: "{group} endet am {date}",
			text: "Der Arbeitskreis „{group}“ endet von selbst am {date}. Soll er weiterarbeiten, muss der Auftrag vorher überprüft und verlängert werden.",
			button: "Arbeitskreis ansehen",
			because: "Sie gehören zu diesem Arbeitskreis.",
		},
	},
	en: {
		published: {
			subject: "Recommendation published: {title}",
			text: "The working group “{group}” has voted on “{title}”: {result}. Everybody can read the recommendation now.",
			button: "Read recommendation",
			because: "You belong to this working group.",
		},
		endsSoon: {
			subject: "{group} ends on {date}",
			text: "The working group “{group}” ends by itself on {date}. If it is to go on, its mandate has to be reviewed and extended before.",
			button: "View working group",
			because: "You belong to this working group.",
		},
	},
} as const satisfies Messages;
