import type { Messages } from "~/platform/i18n";

/** What those who lead an organisation are told. Without names and reasons: mail is an open postcard. */
export const leadMessages = {
	de: {
		what: {
			uncovered: {
				subject: "Für eine Stelle fehlt die Vertretung",
				text: "Jemand ist abwesend, und für mindestens eine Stelle steht noch keine Vertretung fest.",
			},
			declined: {
				subject: "Eine Vertretung ist abgelehnt",
				text: "Wer um Vertretung gebeten war, kann nicht. Bitte fragen Sie jemand anderen.",
			},
			rest: {
				subject: "Rest einer Übergabe",
				text: "Bei einer Übergabe wurde etwas nicht angenommen. Bitte klären Sie, was daraus wird.",
			},
		},
		open: "Ansehen",
		because: "Sie bekommen diese Nachricht, weil Sie diese Organisation verwalten.",
	},
	en: {
		what: {
			uncovered: {
				subject: "Nobody stands in for a post",
				text: "Somebody is away, and for at least one post nobody stands in yet.",
			},
			declined: {
				subject: "Somebody cannot stand in",
				text: "Whoever was asked to stand in cannot. Please ask somebody else.",
			},
			rest: {
				subject: "Rest of a hand-over",
				text: "Something was not accepted in a hand-over. Please settle what becomes of it.",
			},
		},
		open: "Look at it",
		because: "You receive this message because you administer this organisation.",
	},
} as const satisfies Messages;
