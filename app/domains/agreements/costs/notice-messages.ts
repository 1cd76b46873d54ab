import type { Messages } from "~/platform/i18n";

/** Messages to people about what an agreement costs. */
export const costNoticeMessages = {
	de: {
		because: "Sie bekommen diese Nachricht, weil Sie für eine Partei unterschreiben oder die Vereinbarung betreuen.",
		settlement: {
			subject: "Abrechnung {year}: {title}",
			text: "Für die Vereinbarung „{title}“ liegt die Abrechnung des Jahres {year} vor. Sie zeigt, was jede Partei noch zahlt oder zurückbekommt. Bitte sehen Sie sie an und bestätigen Sie sie für Ihre Seite.",
			again: "Sie ersetzt die frühere Abrechnung des Jahres {year}. Eine Bestätigung der früheren zählt nicht mehr.",
			button: "Zur Abrechnung",
		},
	},
	en: {
		because: "You get this message because you sign for a party or look after the agreement.",
		settlement: {
			subject: "Settlement {year}: {title}",
			text: "The settlement of the year {year} for the agreement “{title}” is there. It shows what each party still pays or gets back. Please look at it and acknowledge it for your side.",
			again:
				"It replaces the earlier settlement of the year {year}. An acknowledgement of the earlier one does not count any more.",
			button: "To the settlement",
		},
	},
} as const satisfies Messages;
