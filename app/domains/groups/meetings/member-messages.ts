import type { Messages } from "~/platform/i18n";

/** Words of a member's own part about meetings. */
export const memberMessages = {
	de: {
		title: "Meine Termine",
		nothing: "Zurzeit ist nichts zu beantworten und keine Sitzung geplant.",
		poll: "Wann können Sie? {title}",
		answered: "beantwortet",
		waiting: { circular: "Schriftlich antworten: {title}", reply: "Kommen Sie? {title}" },
		reply: "Zu- oder absagen",
		said: {
			coming: "Sie haben zugesagt (ändern)",
			substitute: "Ihre Vertretung kommt (ändern)",
			absent: "Sie haben abgesagt (ändern)",
		},
	},
	en: {
		title: "My dates",
		nothing: "There is nothing to answer and no meeting planned at present.",
		poll: "When can you come? {title}",
		answered: "answered",
		waiting: { circular: "Answer in writing: {title}", reply: "Will you come? {title}" },
		reply: "Accept or decline",
		said: {
			coming: "You accepted (change)",
			substitute: "Your substitute comes (change)",
			absent: "You declined (change)",
		},
	},
} as const satisfies Messages;
