import { parseDay } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { done, type Outcome, refused } from "~/platform/outcome";
import { excerpt } from "~/platform/rich-text/render.server";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import type { View } from "~/platform/world.server";

/** What a person says about a process; texts are checked rich texts, days are YYYY-MM-DD. */
export type ProcessInput = {
	title: string;
	purpose: RichText;
	fixedPoints: RichText;
	openQuestions: RichText;
	decidedBy: string;
	answeredUntil: string;
	responsiblePostId: string;
	deputyPostId: string | null;
	moderation: "before" | "after";
	guestsWelcome: boolean;
	categories: string[];
};

export type ProcessValueRefusal = "day-unknown" | "post-unknown" | "deputy-is-responsible";

/** The columns of a process from what was said; refuses impossible days and posts of another organisation. */
export async function processValues(
	view: View,
	organisationId: string,
	input: ProcessInput,
): Promise<Outcome<ReturnType<typeof columnsOf>, ProcessValueRefusal>> {
	if (!parseDay(input.answeredUntil)) return refused("day-unknown", { field: "answeredUntil" });
	if (input.deputyPostId === input.responsiblePostId)
		return refused("deputy-is-responsible", { field: "deputyPostId" });
	for (const field of ["responsiblePostId", "deputyPostId"] as const) {
		const id = input[field];
		if (id && !(await isPostOf(view, organisationId, id))) return refused("post-unknown", { field });
	}
	return done(columnsOf(input));
}

function columnsOf(input: ProcessInput) {
	return {
		title: input.title.trim(),
		summary: excerpt(input.purpose, 200),
		purpose: textOrNothing(input.purpose),
		fixedPoints: textOrNothing(input.fixedPoints),
		openQuestions: textOrNothing(input.openQuestions),
		decidedBy: input.decidedBy.trim(),
		answeredUntil: parseDay(input.answeredUntil),
		responsiblePostId: input.responsiblePostId,
		deputyPostId: input.deputyPostId,
		moderation: input.moderation,
		guestsWelcome: input.guestsWelcome,
		categories: input.categories,
	};
}

function textOrNothing(text: RichText): Prisma.InputJsonObject | undefined {
	return isEmptyRichText(text) ? undefined : { ...text };
}

/** A post may be responsible when it belongs to the organisation or to one that acts for it. */
async function isPostOf(view: View, organisationId: string, postId: string): Promise<boolean> {
	const post = await view.db.post.findFirst({
		where: {
			id: postId,
			organisation: { OR: [{ id: organisationId }, { actsFor: { some: { principalId: organisationId } } }] },
		},
		select: { id: true },
	});
	return post !== null;
}
