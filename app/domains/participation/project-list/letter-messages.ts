import type { Messages } from "~/platform/i18n";

/** What people are told by message about the project list. */
export const letterMessages = {
	de: {
		because: {
			post: "Sie bekommen diese Nachricht, weil Ihre Stelle für das Vorhaben zuständig ist oder sie vertritt.",
			asked: "Sie bekommen diese Nachricht, weil Sie für dieses Vorhaben eine Beteiligung vorgeschlagen haben.",
		},
		reached: {
			subject: "Beteiligung gewünscht: {title}",
			text: "{count, plural, one {Eine Person wünscht} other {# Menschen wünschen}} sich eine Beteiligung beim Vorhaben „{title}“. Damit ist die Zahl erreicht, die Ihre Organisation festgelegt hat.",
			owed: "Bitte antworten Sie mit einer Begründung. Alle, die es vorgeschlagen haben, bekommen Ihre Antwort.",
			button: "Antwort schreiben",
		},
		answered: {
			subject: "Antwort zur Beteiligung: {title}",
			yes: "Sie haben für das Vorhaben „{title}“ eine Beteiligung vorgeschlagen. Es wird eine geben. Die Verwaltung schreibt:",
			no: "Sie haben für das Vorhaben „{title}“ eine Beteiligung vorgeschlagen. Es wird keine geben. Die Verwaltung schreibt:",
			button: "Vorhaben ansehen",
		},
		review: {
			subject: "{count, plural, one {Ein Vorhaben} other {# Vorhaben}}: noch aktuell?",
			text: "{count, plural, one {Ein Eintrag Ihrer Stelle} other {# Einträge Ihrer Stelle}} in der Vorhabenliste {count, plural, one {wurde} other {wurden}} seit einem halben Jahr nicht bestätigt:",
			entry: "– {title} (zuletzt bestätigt am {date})",
			how: "Stimmt alles noch, genügt ein Klick auf „Noch aktuell“. Sonst ändern Sie den Eintrag.",
			button: "Einträge durchsehen",
		},
		waiting: { review: "Vorhaben: noch aktuell?", answer: "Beteiligung gewünscht: Antwort schreiben" },
	},
	en: {
		because: {
			post: "You get this message because your post answers for the project or stands in for it.",
			asked: "You get this message because you asked for participation in this project.",
		},
		reached: {
			subject: "Participation wanted: {title}",
			text: "{count, plural, one {One person wants} other {# people want}} participation in the project “{title}”. That is the number your organisation has set.",
			owed: "Please answer with a reason. Everybody who asked gets your answer.",
			button: "Write the answer",
		},
		answered: {
			subject: "Answer about participation: {title}",
			yes: "You asked for participation in the project “{title}”. There will be one. The administration writes:",
			no: "You asked for participation in the project “{title}”. There will be none. The administration writes:",
			button: "See the project",
		},
		review: {
			subject: "{count, plural, one {One project} other {# projects}}: still so?",
			text: "{count, plural, one {One entry of your post} other {# entries of your post}} on the project list {count, plural, one {has} other {have}} not been confirmed for half a year:",
			entry: "– {title} (last confirmed on {date})",
			how: "If all of it is still so, one click on “Still so” is enough. Otherwise change the entry.",
			button: "Look through the entries",
		},
		waiting: { review: "Projects: still so?", answer: "Participation wanted: write the answer" },
	},
} as const satisfies Messages;
