import { expect, test } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { messages as accountMessages } from "./account-messages";
import { messages as letterMessages } from "./letter-messages";
import { messages } from "./messages";
import { messages as noticeMessages } from "./notice-messages";
import { messages as peopleMessages } from "./people-messages";

test.each(Object.entries({ messages, accountMessages, letterMessages, noticeMessages, peopleMessages }))(
	"%s stand in both languages",
	(_, texts) => {
		expect(missingTexts(texts)).toEqual([]);
	},
);
