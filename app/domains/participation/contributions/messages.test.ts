import { expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { commentMessages } from "./comment-messages";
import { discussionLetterMessages } from "./discussion-letter-messages";
import { moderationMessages } from "./moderation-messages";

it("stands in both languages", () => {
	expect([commentMessages, discussionLetterMessages, moderationMessages].flatMap(missingTexts)).toEqual([]);
});
