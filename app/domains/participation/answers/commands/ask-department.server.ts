import { makeLink } from "~/domains/accounts/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, fromStored, parseDay, startOf, today } from "~/platform/calendar.server";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { processById } from "../../processes/index.server";
import { graceDays, inquiryLimits } from "../inquiry";
import { type InquiryForLetter, inquiryLetter } from "../letters.server";
import { actingAs, inquiryPurpose, mayAnswer } from "../policy.server";
import { questionTitle } from "../queries/asked-about.server";
import { openContributions, openQuestions } from "./open-contributions.server";

export type AskInput = {
	processId: string;
	/** Contributions and questions alike. */
	contributionIds: string[];
	/** "Bauamt", as the department is called. */
	office: string;
	email: string;
	question: string;
	/** YYYY-MM-DD */
	dueOn: string;
};

type AskRefusal =
	| "no-contributions"
	| "too-many-contributions"
	| "contribution-not-open"
	| "office-missing"
	| "email-unreadable"
	| "question-too-short"
	| "question-too-long"
	| "due-day-unknown"
	| "due-day-passed"
	| "due-day-too-late";

/**
 * Asks a department about one or more published contributions, or questions in comments: its mailbox gets the question, the texts and a link that
 * answers this one question and nothing else, until 14 days after the day by which the answer is wanted.
 */
export const askDepartment = command(
	"participation.ask-department",
	async (world: ActWorld, input: AskInput): Promise<Outcome<{ id: string }, AskRefusal>> => {
		const process = await processById(world, input.processId);
		demand(mayAnswer, world.actor, process);
		const askedById = personIdOf(world.actor);
		if (!askedById) throw new Error("only a person asks a department");
		const asked = readQuestion(input, world.now);
		if (!asked.done) return asked;
		const { contributionsMost: most } = inquiryLimits;
		const questions = await openQuestions(world, { processId: process.id, ids: input.contributionIds.slice(0, most) });
		const ids = input.contributionIds.filter((id) => !questions.some((question) => question.id === id));
		const contributions =
			ids.length === 0 && questions.length > 0
				? done([])
				: await openContributions(world, { processId: process.id, ids, most: most - questions.length });
		if (!contributions.done) return contributions;
		const { office, email, question, dueOn } = asked.value;
		const id = newId(world.now);
		await world.db.inquiry.create({
			data: {
				id,
				organisationId: process.organisationId,
				processId: process.id,
				office,
				email,
				question,
				askedById,
				askedAt: world.now,
				dueOn,
				contributions: { create: contributions.value.map((contribution) => ({ contributionId: contribution.id })) },
				comments: { create: questions.map((comment) => ({ commentId: comment.id })) },
			},
		});
		await sendInquiry(
			world,
			{
				...{ id, office, email, question, dueOn, process },
				contributions: [
					...contributions.value,
					...questions.map((asking) => ({
						number: asking.contribution.number,
						title: questionTitle("de", asking),
						excerpt: asking.text,
					})),
				],
			},
			"asked",
		);
		world.record({
			type: "participation.inquiry.asked",
			subject: { kind: "inquiry", id },
			ownerId: process.organisationId,
			facts: {
				process: process.id,
				contributions: contributions.value.map((contribution) => contribution.id),
				questions: questions.map((comment) => comment.id),
			},
			...actingAs(world.actor, process.organisationId),
		});
		return done({ id });
	},
);

function readQuestion({ office, email, question, dueOn }: AskInput, now: Date) {
	const limits = inquiryLimits;
	const refuse = (code: AskRefusal, field: string, values?: Record<string, number>): Outcome<never, AskRefusal> =>
		refused(code, { field, ...(values ? { values } : {}) });
	const address = readMailAddress(email);
	const day = parseDay(dueOn);
	const words = question.trim();
	if (office.trim() === "") return refuse("office-missing", "office");
	if (!address) return refuse("email-unreadable", "email");
	if (words.length < limits.questionLeast) return refuse("question-too-short", "question");
	if (words.length > limits.questionMost) return refuse("question-too-long", "question", { most: limits.questionMost });
	if (!day) return refuse("due-day-unknown", "dueOn");
	if (day <= today(now)) return refuse("due-day-passed", "dueOn");
	if (day > daysFrom(today(now), limits.dueDaysMost))
		return refuse("due-day-too-late", "dueOn", { most: limits.dueDaysMost });
	return done({ office: office.trim().slice(0, limits.officeMost), email: address, question: words, dueOn: day });
}

/**
 * Queues the mail with a link of its own; earlier links go on working. Used for the question and for its reminders.
 * @param why names the mail, so that the same one is never sent twice
 */
export async function sendInquiry(
	world: ActWorld,
	inquiry: InquiryForLetter & { id: string; email: string },
	why: "asked" | "before" | "on-the-day",
): Promise<void> {
	const { token } = await makeLink(world, {
		purpose: inquiryPurpose,
		subject: { kind: "inquiry", id: inquiry.id },
		label: inquiry.office,
		expiresAt: startOf(fromStored(inquiry.dueOn).add({ days: graceDays + 1 })),
		singleUse: false,
	});
	await queueMail(world, {
		key: `inquiry:${inquiry.id}:${why}`,
		to: inquiry.email,
		letter: inquiryLetter("de", inquiry, { token, why }),
	});
}
