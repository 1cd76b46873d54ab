import { messages as uploads } from "~/platform/storage/messages";
import { messages } from "../messages";
import { handlingMessages } from "./handling-messages";

/** Every sentence for what forms about concerns refuse, uploads included. */
export const allRefusals = {
	de: { refusals: { ...uploads.de, ...messages.de.refusals, ...handlingMessages.de.refusals } },
	en: { refusals: { ...uploads.en, ...messages.en.refusals, ...handlingMessages.en.refusals } },
} as const;
