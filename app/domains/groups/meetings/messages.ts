import type { Messages } from "~/platform/i18n";

/** Public words of meetings. */
export const meetingMessages = {
	de: {
		meetingStates: { planned: "geplant", invited: "eingeladen", held: "hat stattgefunden" },
		meeting: {
			when: "Wann",
			where: "Wo",
			agenda: "Tagesordnung",
			noAgenda: "Noch keine Tagesordnung.",
			item: "TOP {number}",
			about: "Dazu: {kind} „{title}“",
			closedItems:
				"{count, plural, one {Ein Punkt ist nicht öffentlich und steht hier nicht.} other {# Punkte sind nicht öffentlich und stehen hier nicht.}}",
			attendance: "Anwesenheit",
			person: "Mitglied",
			state: "Anwesend",
			present: "ja",
			absent: "nein",
			represented: "vertreten",
			representedBy: "vertreten durch {name}",
			from: "ab {time}",
			until: "bis {time}",
			manage: "Sitzung verwalten",
		},
	},
	en: {
		meetingStates: { planned: "planned", invited: "invited", held: "took place" },
		meeting: {
			when: "When",
			where: "Where",
			agenda: "Agenda",
			noAgenda: "No agenda yet.",
			item: "Item {number}",
			about: "On: {kind} “{title}”",
			closedItems:
				"{count, plural, one {One item is not public and does not stand here.} other {# items are not public and do not stand here.}}",
			attendance: "Attendance",
			person: "Member",
			state: "Present",
			present: "yes",
			absent: "no",
			represented: "represented",
			representedBy: "represented by {name}",
			from: "from {time}",
			until: "until {time}",
			manage: "Manage meeting",
		},
	},
} as const satisfies Messages;
