import { expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";
import { outcomeMessages } from "./outcome-messages";
import { staffMessages } from "./staff-messages";

it("stands in both languages", () => {
	expect(missingTexts(messages)).toEqual([]);
	expect(missingTexts(letterMessages)).toEqual([]);
	expect(missingTexts(outcomeMessages)).toEqual([]);
	expect(missingTexts(staffMessages)).toEqual([]);
});
