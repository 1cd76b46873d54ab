import type { Messages } from "~/platform/i18n";
import { freezeMessages } from "../signing/freeze-messages";
import { overviewMessages } from "./overview-messages";
import { planMessages } from "./plan-messages";

/** The pages on which staff of the lead party make an agreement. */
export const editingMessages = {
	de: {
		...overviewMessages.de,
		...planMessages.de,
		...freezeMessages.de,
	},
	en: {
		...overviewMessages.en,
		...planMessages.en,
		...freezeMessages.en,
	},
} as const satisfies Messages;
