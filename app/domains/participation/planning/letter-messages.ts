import type { Messages } from "~/platform/i18n";

/** Letters about statements: the receipt, the forwarding to the office, the result of the weighing. */
export const letterMessages = {
	de: {
		greeting: "Guten Tag,",
		receipt: {
			subject: "Eingang Ihrer Stellungnahme {number}: {plan}",
			text: "Ihre Stellungnahme Nummer {number} zum Plan „{plan}“ ist am {at} eingegangen. Sie wurde ungeprüft und unverändert sofort an diese Stelle weitergeleitet: {office}.",
			check: "Prüfsumme des Textes (SHA-256): {sha256}",
			button: "Eingangsbestätigung ansehen",
			next: "Die Stellungnahme wird nicht veröffentlicht. Nach dem Beschluss über die Abwägung erfahren Sie das Ergebnis.",
			because: "Sie bekommen diese Nachricht, weil mit dieser Adresse eine Stellungnahme abgegeben wurde.",
		},
		forward: {
			subject: "Stellungnahme {number} zu: {plan}",
			text: "Zum Plan „{plan}“ ist am {at} eine Stellungnahme eingegangen. Sie wird hier ungeprüft und unverändert weitergeleitet.",
			from: "Von: {name}",
			organisation: "Für: {organisation}",
			email: "E-Mail: {email}",
			address: "Anschrift: {address}",
			late: "Bitte nehmen Sie sie zu den Akten. Vor der Abwägung wird nichts davon veröffentlicht oder bewertet.",
			check: "Prüfsumme des Textes (SHA-256): {sha256}",
			wording: "Wortlaut:",
			button: "Alle Stellungnahmen ansehen",
			because: "Diese Adresse ist für Stellungnahmen zu diesem Plan eingetragen.",
		},
		result: {
			subject: "Ergebnis der Abwägung: {plan}",
			text: "Über die Abwägung zum Plan „{plan}“ wurde am {on} beschlossen. So wurde mit Ihrer Stellungnahme Nummer {number} umgegangen:",
			part: "„{words}“ – {vote}. {comment}",
			more: "Alles zum Verfahren finden Sie auf der Seite des Plans.",
			button: "Zum Plan",
			because: "Sie haben eine Stellungnahme abgegeben; das Ergebnis ist Ihnen mitzuteilen (§ 3 Absatz 2 BauGB).",
		},
	},
	en: {
		greeting: "Hello,",
		receipt: {
			subject: "Receipt of your statement {number}: {plan}",
			text: "Your statement number {number} on the plan “{plan}” arrived on {at}. It was forwarded unread and unchanged at once to this office: {office}.",
			check: "Checksum of the text (SHA-256): {sha256}",
			button: "See the receipt",
			next: "The statement is not published. After the resolution on the weighing you will be told the result.",
			because: "You get this message because a statement was made with this address.",
		},
		forward: {
			subject: "Statement {number} on: {plan}",
			text: "A statement on the plan “{plan}” arrived on {at}. It is forwarded unread and unchanged.",
			from: "From: {name}",
			organisation: "For: {organisation}",
			email: "Email: {email}",
			address: "Address: {address}",
			late: "Please put it on file. Nothing of it is published or assessed before the weighing.",
			check: "Checksum of the text (SHA-256): {sha256}",
			wording: "Wording:",
			button: "See all statements",
			because: "This address is entered for statements on this plan.",
		},
		result: {
			subject: "Result of the weighing: {plan}",
			text: "The weighing of the plan “{plan}” was resolved on {on}. This is what became of your statement number {number}:",
			part: "“{words}” – {vote}. {comment}",
			more: "Everything about the procedure is on the page of the plan.",
			button: "To the plan",
			because: "You made a statement; you have to be told the result (section 3 (2) BauGB).",
		},
	},
} as const satisfies Messages;
