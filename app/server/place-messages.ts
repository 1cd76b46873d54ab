import type { Messages } from "~/platform/i18n";

/** What the domains add to a place: lists on its start page, and the work of its staff. */
export const messages = {
	de: {
		joinNow: "Jetzt mitmachen",
		allProcesses: "Alle Verfahren",
		until: "Noch bis {day}",
		processes: "Verfahren",
		processesText: "Verfahren anlegen, veröffentlichen und beantworten",
		moderation: "Moderation",
		moderationText: "Beiträge freigeben, die warten",
		people: "Menschen und Rollen",
		peopleText: "Wen Sie einladen, und wer was darf",
	},
	en: {
		joinNow: "Join in now",
		allProcesses: "All processes",
		until: "Until {day}",
		processes: "Processes",
		processesText: "Create, publish and answer processes",
		moderation: "Moderation",
		moderationText: "Publish contributions that wait",
		people: "People and roles",
		peopleText: "Whom you invite, and who may do what",
	},
} as const satisfies Messages;
