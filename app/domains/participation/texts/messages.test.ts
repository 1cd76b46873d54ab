import { expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";
import { staffMessages } from "./staff-messages";

it.each([messages, staffMessages, letterMessages])("stands in both languages", (texts) => {
	expect(missingTexts(texts)).toEqual([]);
});
