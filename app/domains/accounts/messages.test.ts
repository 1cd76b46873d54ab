import { expect, test } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { accountMessages } from "./account-messages";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";
import { noticeMessages } from "./notice-messages";
import { peopleMessages } from "./people-messages";

test.each(Object.entries({ messages, accountMessages, letterMessages, noticeMessages, peopleMessages }))(
	"%s stand in both languages",
	(_, texts) => {
		expect(missingTexts(texts)).toEqual([]);
	},
);
