import { expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { messages as importMessages } from "../consul-import/messages";
import { messages as evaluationMessages } from "../evaluation/messages";
import { staffMessages } from "../evaluation/staff-messages";
import { messages } from "./messages";

it("stands in both languages", () => {
	for (const each of [messages, evaluationMessages, staffMessages, importMessages])
		expect(missingTexts(each)).toEqual([]);
});
