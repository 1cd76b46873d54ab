import type { Messages } from "~/platform/i18n";

/** Words of the public calendar of meetings. */
export const calendarMessages = {
	de: {
		title: "Sitzungen der Arbeitskreise",
		titleAt: "Sitzungen: {name}",
		lead: "Alle öffentlichen Sitzungen, zu denen eingeladen ist. Zuhören dürfen alle.",
		month: "Sitzungen im {month}",
		empty: "In diesem Monat ist keine öffentliche Sitzung angekündigt.",
		earlier: "Früher: {month}",
		later: "Später: {month}",
		months: "Monate",
		online: "online",
		feed: "Kalender abonnieren",
		feedText: "Mit dieser Adresse zeigt Ihr Kalender alle öffentlichen Sitzungen und jede Änderung:",
	},
	en: {
		title: "Meetings of the working groups",
		titleAt: "Meetings: {name}",
		lead: "All public meetings that have been announced. Everybody may listen.",
		month: "Meetings in {month}",
		empty: "No public meeting is announced in this month.",
		earlier: "Earlier: {month}",
		later: "Later: {month}",
		months: "Months",
		online: "online",
		feed: "Subscribe to the calendar",
		feedText: "With this address your calendar shows all public meetings and every change:",
	},
} as const satisfies Messages;
