import type { Messages } from "~/platform/i18n";

export const letterMessages = {
	de: {
		greeting: "Guten Tag,",
		version: {
			subject: "Neue Fassung: {title}",
			text: "zu „{title}“ ({process}) gibt es eine neue Fassung mit der Nummer {number}. Sie haben zu diesem Text etwas angemerkt.",
			note: "Was neu ist: {note}",
			credited: "Ihre Anmerkung {mark} ist in diese Fassung eingeflossen. Vielen Dank!",
			exact: "Die Stelle Ihrer Anmerkung {mark} steht unverändert darin.",
			context: "Die Stelle Ihrer Anmerkung {mark} steht jetzt an einem anderen Ort.",
			similar: "Die Worte, zu denen Ihre Anmerkung {mark} gehört, haben sich geändert.",
			paragraph: "Die Worte, zu denen Ihre Anmerkung {mark} gehört, gibt es nicht mehr. Der Absatz steht noch da.",
			lost: "Die Stelle Ihrer Anmerkung {mark} gibt es in dieser Fassung nicht mehr. Ihre Anmerkung bleibt mit der Fassung davor zu lesen.",
			button: "Sehen, was sich geändert hat",
		},
		credited: {
			subject: "Ihre Anmerkung ist eingeflossen: {title}",
			text: "Ihre Anmerkung {mark} zu „{title}“ ({process}) ist in die Fassung {number} eingeflossen. Vielen Dank!",
			button: "Fassung {number} lesen",
		},
		because: "Sie erhalten diese Nachricht, weil Sie zu diesem Text etwas angemerkt haben.",
	},
	en: {
		greeting: "Hello,",
		version: {
			subject: "New version: {title}",
			text: "there is a new version, number {number}, of “{title}” ({process}). You made a remark on this text.",
			note: "What is new: {note}",
			credited: "Your remark {mark} went into this version. Thank you!",
			exact: "The passage of your remark {mark} stands in it unchanged.",
			context: "The passage of your remark {mark} now stands in another place.",
			similar: "The words that your remark {mark} belongs to have changed.",
			paragraph: "The words that your remark {mark} belongs to are gone. The paragraph is still there.",
			lost: "The passage of your remark {mark} no longer exists in this version. Your remark can still be read with the version before.",
			button: "See what has changed",
		},
		credited: {
			subject: "Your remark was taken up: {title}",
			text: "Your remark {mark} on “{title}” ({process}) went into version {number}. Thank you!",
			button: "Read version {number}",
		},
		because: "You receive this message because you made a remark on this text.",
	},
} as const satisfies Messages;
