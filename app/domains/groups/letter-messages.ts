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
	},
	en: {
		published: {
			subject: "Recommendation published: {title}",
			text: "The working group “{group}” has voted on “{title}”: {result}. Everybody can read the recommendation now.",
			button: "Read recommendation",
			because: "You belong to this working group.",
		},
	},
} as const satisfies Messages;
