import { parseDay } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { done, type Outcome, refused } from "~/platform/outcome";
import { excerpt } from "~/platform/rich-text/render.server";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import type { View } from "~/platform/world.server";
import { momentsOf } from "../phase";

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
	firstDay: string;
	lastDay: string;
	moderation: "before" | "after";
	guestsWelcome: boolean;
	categories: string[];
};

export type ProcessValueRefusal =
	| "day-unknown"
	| "days-in-wrong-order"
	| "answered-too-early"
	| "post-unknown"
	| "deputy-is-responsible";

/** The columns of a process from what was said; refuses impossible days and posts of another organisation. */
export async function processValues(view: View, organisationId: string, input: ProcessInput) {
	type Values = {
		columns: ReturnType<typeof columnsOf>;
		collect: { opensAt: Date; closesAt: Date };
		answer: { opensAt: Date; closesAt: Date };
	};
	const refuse = (code: ProcessValueRefusal, field: string): Outcome<Values, ProcessValueRefusal> =>
		refused(code, { field });
	for (const field of ["firstDay", "lastDay", "answeredUntil"] as const) {
		if (!parseDay(input[field])) return refuse("day-unknown", field);
	}
	if (input.lastDay < input.firstDay) return refuse("days-in-wrong-order", "lastDay");
	if (input.answeredUntil < input.lastDay) return refuse("answered-too-early", "answeredUntil");
	if (input.deputyPostId === input.responsiblePostId) return refuse("deputy-is-responsible", "deputyPostId");
	for (const field of ["responsiblePostId", "deputyPostId"] as const) {
		const id = input[field];
		if (id && !(await isPostOf(view, organisationId, id))) return refuse("post-unknown", field);
	}
	const collect = momentsOf(input.firstDay, input.lastDay);
	const { closesAt } = momentsOf(input.answeredUntil, input.answeredUntil);
	// answers due on the last day itself still get a phase of their own: the day after
	const answer = {
		opensAt: collect.closesAt,
		closesAt: closesAt > collect.closesAt ? closesAt : new Date(collect.closesAt.getTime() + 86_400_000),
	};
	return done({ columns: columnsOf(input), collect, answer }) as Outcome<Values, ProcessValueRefusal>;
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
