import type { Messages } from "~/platform/i18n";

/** What people are told by message about measures. */
export const letterMessages = {
	de: {
		because: "Sie bekommen diese Nachricht, weil Ihre Stelle für die Maßnahme zuständig ist oder sie vertritt.",
		open: "Maßnahme ansehen",
		responsible: {
			subject: "Sie stehen für eine Maßnahme ein: {title}",
			text: "Ihre Stelle „{post}“ ist jetzt für die Maßnahme „{title}“ zuständig.",
			deputy: "Ihre Stelle „{post}“ vertritt jetzt bei der Maßnahme „{title}“.",
		},
		moved: {
			subject: "Neuer Stand: {title}",
			text: "Die Maßnahme „{title}“ hat jetzt den Stand „{stage}“.",
		},
		due: {
			subject: "Sachstand fällig: {title}",
			text: "Für die Maßnahme „{title}“ war bis {date} ein Sachstand fällig. Schreiben Sie, was geschehen ist und was noch offen ist; das dauert fünf Minuten.",
			button: "Sachstand schreiben",
		},
		waiting: { pilot: "Pilot kann nicht beginnen", report: "Sachstand fällig" },
	},
	en: {
		because: "You get this message because your post answers for the measure or stands in for it.",
		open: "See the measure",
		responsible: {
			subject: "You answer for a measure: {title}",
			text: "Your post “{post}” now answers for the measure “{title}”.",
			deputy: "Your post “{post}” now stands in for the measure “{title}”.",
		},
		moved: {
			subject: "New stage: {title}",
			text: "The measure “{title}” now has the stage “{stage}”.",
		},
		due: {
			subject: "Report due: {title}",
			text: "A report on the measure “{title}” was due on {date}. Write what has happened and what is still open; it takes five minutes.",
			button: "Write a report",
		},
		waiting: { pilot: "Pilot cannot start", report: "Report due" },
	},
} as const satisfies Messages;
