import { expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { messages } from "./messages";
import { staffMessages } from "./staff-messages";

it("stands in both languages", () => {
	for (const words of [messages, staffMessages]) expect(missingTexts(words)).toEqual([]);
});
