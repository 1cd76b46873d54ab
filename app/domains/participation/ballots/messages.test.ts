import { expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";
import { staffMessages } from "./staff-messages";

it("stands in both languages", () => {
	for (const words of [messages, staffMessages, letterMessages]) expect(missingTexts(words)).toEqual([]);
});
