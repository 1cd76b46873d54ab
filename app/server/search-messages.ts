import type { Messages } from "~/platform/i18n";

/** `kinds` names the filters; a kind without words here can be found but not filtered by. */
export const messages = {
	de: {
		title: "Suche",
		field: "Wonach suchen Sie?",
		submit: "Suchen",
		kind: "Art",
		everything: "Alles",
		kinds: {
			process: "Verfahren",
			contribution: "Beiträge",
			answer: "Antworten der Verwaltung",
			organisation: "Orte und Organisationen",
			post: "Stellen",
			group: "Arbeitskreise",
			meeting: "Sitzungen",
			decision: "Beschlüsse",
			measure: "Maßnahmen",
			project: "Vorhaben",
			agreement: "Vereinbarungen",
			concern: "Anliegen",
			"network-party": "Netzwerk",
			"office-series": "Sprechtage",
			resolution: "Ratsbeschlüsse",
			"news-item": "Meldungen",
		},
		found: "{count, plural, one {Ein Treffer} other {# Treffer}} für „{words}“",
		most: "Es werden die besten {count} Treffer gezeigt. Mit einem weiteren Wort werden es weniger.",
		none: "Nichts gefunden für „{words}“",
		noneText: "Versuchen Sie ein anderes oder ein kürzeres Wort. Zum Beispiel „Rad“ statt „Radverkehrskonzept“.",
		everywhere: "In allem suchen",
		begin: "Ein Wort genügt",
		beginText: "Die Suche findet Verfahren, Beiträge, Antworten und mehr. Tippfehler machen nichts.",
	},
	en: {
		title: "Search",
		field: "What are you looking for?",
		submit: "Search",
		kind: "Kind",
		everything: "Everything",
		kinds: {
			process: "Processes",
			contribution: "Contributions",
			answer: "Official answers",
			organisation: "Places and organisations",
			post: "Posts",
			group: "Working groups",
			meeting: "Meetings",
			decision: "Decisions",
			measure: "Measures",
			project: "Projects",
			agreement: "Agreements",
			concern: "Concerns",
			"network-party": "Network",
			"office-series": "Office days",
			resolution: "Council resolutions",
			"news-item": "News",
		},
		found: "{count, plural, one {One hit} other {# hits}} for “{words}”",
		most: "The best {count} hits are shown. Another word makes them fewer.",
		none: "Nothing found for “{words}”",
		noneText: "Try another or a shorter word. The texts are in German.",
		everywhere: "Search everything",
		begin: "One word is enough",
		beginText: "The search finds processes, contributions, answers and more. Typing mistakes do not matter.",
	},
} as const satisfies Messages;

export type NamedKind = keyof (typeof messages)["de"]["kinds"];

export function isNamedKind(kind: string): kind is NamedKind {
	return Object.hasOwn(messages.de.kinds, kind);
}
