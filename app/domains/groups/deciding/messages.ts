import type { Messages } from "~/platform/i18n";

/** How far a vote is, and what came of it. */
export const decidingMessages = {
	de: {
		states: {
			open: "Abstimmung offen",
			counted: "ausgezählt, noch nicht festgestellt",
			refused: "nicht festgestellt",
			certified: "festgestellt, noch nicht veröffentlicht",
			published: "veröffentlicht",
			cancelled: "abgebrochen",
		},
		results: { adopted: "angenommen", rejected: "abgelehnt", "not-decided": "nicht entschieden" },
	},
	en: {
		states: {
			open: "vote open",
			counted: "counted, not certified yet",
			refused: "not certified",
			certified: "certified, not published yet",
			published: "published",
			cancelled: "cancelled",
		},
		results: { adopted: "adopted", rejected: "rejected", "not-decided": "not decided" },
	},
} as const satisfies Messages;
