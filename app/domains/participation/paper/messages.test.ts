import { expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { messages } from "./messages";
import { sheetMessages } from "./sheet-messages";
import { staffMessages } from "./staff-messages";

it.each([messages, staffMessages, sheetMessages])("stands in both languages", (texts) => {
	expect(missingTexts(texts)).toEqual([]);
});
