import { expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";

it("stands in both languages", () => {
	expect(missingTexts(messages)).toEqual([]);
	expect(missingTexts(letterMessages)).toEqual([]);
});
