import type { Messages } from "~/platform/i18n";

/** Words of speaking in a party's name. */
export const onBehalfMessages = {
	de: {
		title: "Im Namen einer Partei",
		prepares: "Sie bereiten nur vor: Erklären kann es, wer selbst zu dieser Partei gehört.",
		byDecision: "Diese Partei hat hier niemanden mit eigenem Konto. Sie brauchen einen Beschluss von ihr.",
		decidedOn: "Tag des Beschlusses der Partei",
		decision: "Beschluss: welches Gremium, welche Nummer?",
		decisionHint: "Zum Beispiel: Ortsgemeinderat, Tagesordnungspunkt 4.",
		decisionOrFile: "Zum Beispiel: Ortsgemeinderat, Tagesordnungspunkt 4. Oder laden Sie den Beschluss hoch.",
		file: "Beschluss als Datei",
		fileHint: "PDF oder Bild, höchstens 20 MB",
		given: "{agent} hat für {party} gesprochen, nach Beschluss vom {day}",
		givenShort: "im Namen: {agent}, Beschluss vom {day}",
		letter: "Brief an {party} (PDF)",
		paper: {
			title: "Erklärung in Ihrem Namen",
			above: "{number} – {title}",
			footer: "{number}",
			to: "An: {party}",
			text: "{agent} hat am {given} in Ihrem Namen etwas erklärt, weil bei Ihnen hier niemand ein eigenes Konto hat.",
			notice: "Es geht um eine Kündigung oder einen Austritt.",
			waiver: "Es geht um den Verzicht auf einen Termin.",
			settlement: "Es geht um die Abrechnung eines Jahres. Sie wurde für Sie anerkannt.",
			handover: "Es geht um die Übernahme des Betriebs. Sie wurde für Sie bestätigt.",
			decision: "Grundlage ist Ihr Beschluss vom {day}: {decision}",
			decisionFile: "Grundlage ist Ihr Beschluss vom {day}. Er liegt als Datei bei der Vereinbarung.",
			wrong: "Stimmt das nicht? Dann sagen Sie es bitte gleich allen Parteien.",
			where: "Nachzulesen unter {address}",
		},
	},
	en: {
		title: "In a party’s name",
		prepares: "You only prepare it: only somebody of this party itself can declare it.",
		byDecision: "Nobody of this party has an account here. You need a decision of it.",
		decidedOn: "Day of the party’s decision",
		decision: "Decision: which body, which number?",
		decisionHint: "For example: council, item 4 of the agenda.",
		decisionOrFile: "For example: council, item 4 of the agenda. Or upload the decision.",
		file: "Decision as a file",
		fileHint: "PDF or picture, at most 20 MB",
		given: "{agent} spoke for {party}, by a decision of {day}",
		givenShort: "in its name: {agent}, decision of {day}",
		letter: "Letter to {party} (PDF)",
		paper: {
			title: "Declared in your name",
			above: "{number} – {title}",
			footer: "{number}",
			to: "To: {party}",
			text: "{agent} declared something in your name on {given}, because nobody of yours has an account here.",
			notice: "It is about a notice or an exit.",
			waiver: "It is about doing without a date.",
			settlement: "It is about the settlement of a year. It was acknowledged for you.",
			handover: "It is about taking over operation. It was confirmed for you.",
			decision: "It rests on your decision of {day}: {decision}",
			decisionFile: "It rests on your decision of {day}. It lies with the agreement as a file.",
			wrong: "Is that not right? Then please tell all parties at once.",
			where: "To be read at {address}",
		},
	},
} as const satisfies Messages;

/** What people read when a word in a party's name is refused. */
export const onBehalfRefusalMessages = {
	de: {
		"own-people-decide":
			"Diese Partei kann das selbst erklären. Wer für sie handelt, bereitet es nur vor (Kündigung) oder bittet sie darum.",
		"both-sides":
			"Ihr Haus hat hier schon für eine andere Partei gesprochen oder müsste beide Seiten vertreten. Das geht nicht (§ 181 BGB). Bitte geben Sie jemandem dieser Partei ein eigenes Konto.",
		"decision-missing": "Bitte nennen Sie den Beschluss der Partei und seinen Tag.",
		"decision-date": "Der Tag des Beschlusses liegt in der Zukunft, oder es gibt ihn nicht.",
	},
	en: {
		"own-people-decide":
			"This party can declare it itself. Who acts for it only prepares it (notice) or asks the party for it.",
		"both-sides":
			"Your house has spoken for another party here already, or would stand on both sides. That is not possible (§ 181 BGB). Please give somebody of this party an account.",
		"decision-missing": "Please name the decision of the party and its day.",
		"decision-date": "The day of the decision lies in the future, or there is no such day.",
	},
} as const satisfies Messages;
