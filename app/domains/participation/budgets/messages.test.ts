import { expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { messages } from "./messages";

it("stands in both languages", () => {
	expect(missingTexts(messages)).toEqual([]);
});
