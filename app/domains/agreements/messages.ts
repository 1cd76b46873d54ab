import type { Messages } from "~/platform/i18n";
import { nameMessages } from "./name-messages";
import { pageMessages } from "./page-messages";
import { refusalMessages } from "./refusal-messages";
import { signMessages } from "./signing/sign-messages";

/** What everybody reads of agreements: the public pages, signing, checking, refusals. */
export const messages = {
	de: {
		...nameMessages.de,
		...pageMessages.de,
		...signMessages.de,
		kind: "Projektvereinbarung",
		refusals: refusalMessages.de,
	},
	en: {
		...nameMessages.en,
		...pageMessages.en,
		...signMessages.en,
		kind: "Project agreement",
		refusals: refusalMessages.en,
	},
} as const satisfies Messages;
