import type { Messages } from "~/platform/i18n";

/** Words of the post that signs for a party for which nobody works on the platform. */
export const signingPostMessages = {
	de: {
		intro:
			"Für diese Partei arbeitet hier noch niemand. Tragen Sie ein, wer für sie unterschreibt; sie unterschreibt auf Papier oder nach einer Einladung.",
		label: "Amt oder Funktion",
		hint: "So, wie es unter der Unterschrift steht, zum Beispiel: Ortsbürgermeisterin von Kruft",
		enter: "Stelle eintragen",
	},
	en: {
		intro: "Nobody works here for this party yet. Enter who signs for it; it signs on paper or after an invitation.",
		label: "Office or function",
		hint: "As it stands below the signature, for example: Ortsbürgermeisterin von Kruft",
		enter: "Enter the post",
	},
} as const satisfies Messages;
