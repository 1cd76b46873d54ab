import type { Messages } from "~/platform/i18n";
import { answeringMessages } from "./answering-messages";
import { boardMessages } from "./board-messages";
import { inquiryMessages } from "./inquiry-messages";
import { refusalMessages } from "./refusal-messages";

export const messages = {
	de: {
		...boardMessages.de,
		...answeringMessages.de,
		...inquiryMessages.de,
		...refusalMessages.de,
		kind: "Antwort der Verwaltung",
		crumbs: { manage: "Verwaltung", answers: "Antworten", inquiries: "Rückfragen" },
		waiting: {
			release: "Antworten freigeben",
			due: "Antworten fällig",
			department: "Beim Fachamt",
		},
	},
	en: {
		...boardMessages.en,
		...answeringMessages.en,
		...inquiryMessages.en,
		...refusalMessages.en,
		kind: "Answer of the administration",
		crumbs: { manage: "Administration", answers: "Answers", inquiries: "Questions" },
		waiting: {
			release: "Answers to release",
			due: "Answers due",
			department: "At the department",
		},
	},
} as const satisfies Messages;
