import type { Messages } from "~/platform/i18n";

/** What becomes of a recommendation. */
export const messages = {
	de: {
		acts: "Was daraus werden kann",
		answerConcern: "Anliegen {code} damit beantworten",
		clarifyConcern: "Anliegen {code} zuerst klären, dann damit beantworten",
		became: "Daraus entstanden",
		path: "Weg durch die Gremien eintragen",
		differences: {
			title: "Unser Wortlaut und der Beschluss",
			intro: "Wort für Wort: Durchgestrichen steht nur in der Empfehlung, unterstrichen nur im Beschluss.",
			of: "{body}, {date}",
			same: "Der Beschluss übernimmt den Wortlaut der Empfehlung unverändert.",
			removed: "nur in der Empfehlung",
			added: "nur im Beschluss",
			end: "Ende",
			read: "Beschluss lesen",
		},
	},
	en: {
		acts: "What can become of it",
		answerConcern: "Answer concern {code} with it",
		clarifyConcern: "Clarify concern {code} first, then answer it with this",
		became: "What came out of it",
		path: "Write down the way through the bodies",
		differences: {
			title: "Our wording and the resolution",
			intro: "Word by word: struck through stands in the recommendation only, underlined in the resolution only.",
			of: "{body}, {date}",
			same: "The resolution takes the wording of the recommendation over unchanged.",
			removed: "in the recommendation only",
			added: "in the resolution only",
			end: "end",
			read: "Read the resolution",
		},
	},
} as const satisfies Messages;
