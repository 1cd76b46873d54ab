import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { newId } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { withMerged } from "../../contributions/index.server";
import { processById } from "../../processes/index.server";
import { type MeantProblem, problemsOf } from "../disposition";
import { unknownPlaceholder } from "../placeholders";
import { actingAs, mayAnswer } from "../policy.server";
import { answerById, type FoundAnswer } from "../queries/find-answer.server";
import { mayHappen, stateOf } from "../release";
import { openContributions, openQuestions } from "./open-contributions.server";

/** How many contributions one answer serves at most. */
export const contributionsMost = 100;

export type AnswerInput = {
	disposition: string;
	reason: RichText;
	/** Number of the contribution that said it before, as people know it; null without. */
	duplicateNumber: number | null;
};

type TextRefusal = MeantProblem["code"] | "duplicate-unknown" | "placeholder-unknown";
export type PrepareRefusal =
	| TextRefusal
	| "no-contributions"
	| "too-many-contributions"
	| "contribution-not-open"
	| "answer-being-prepared";
export type ChangeRefusal = TextRefusal | "changed-meanwhile" | "not-to-change";

/** Somebody who answers, as a person: answers are prepared by people, never by the house. */
function preparer(world: ActWorld): string {
	const personId = personIdOf(world.actor);
	if (!personId) throw new Error("only a person prepares an answer");
	return personId;
}

/**
 * Prepares one answer for one or more published contributions, for what was merged with them, and for comments marked as
 * a question; nobody reads it before it is released. Where somebody else already prepares or has given an answer to one of
 * them, the second is told (`answer-being-prepared`).
 * @param contributionIds contributions and questions alike
 */
export const prepareAnswer = command(
	"participation.prepare-answer",
	async (
		world: ActWorld,
		{ processId, contributionIds, ...input }: AnswerInput & { processId: string; contributionIds: string[] },
	): Promise<Outcome<{ id: string }, PrepareRefusal>> => {
		const process = await processById(world, processId);
		demand(mayAnswer, world.actor, process);
		const preparedById = preparer(world);
		const questions = (await openQuestions(world, { processId, ids: contributionIds })).map((question) => question.id);
		// what was merged says the same: one answer reaches all its authors
		const together = await withMerged(
			world,
			contributionIds.filter((id) => !questions.includes(id)),
		);
		const onlyQuestions = together.length === 0 && questions.length > 0;
		const contributions = onlyQuestions
			? done([])
			: await openContributions(world, { processId, ids: together, most: contributionsMost });
		if (!contributions.done) return contributions;
		if (contributions.value.length + questions.length > contributionsMost)
			return refused("too-many-contributions", { field: "contributions", values: { most: contributionsMost } });
		const ids = contributions.value.map((contribution) => contribution.id);
		const columns = await answerColumns(world, { processId, contributions: ids, input });
		if (!columns.done) return columns;
		const id = newId(world.now);
		await world.db.officialAnswer.create({
			data: {
				...columns.value,
				id,
				processId,
				organisationId: process.organisationId,
				preparedById,
				preparedAt: world.now,
			},
		});
		// The contribution is the key: of two at once one has it, the other is refused.
		const { count } = await world.db.answeredContribution.createMany({
			data: ids.map((contributionId) => ({ answerId: id, contributionId })),
			skipDuplicates: true,
		});
		const { count: taken } = await world.db.answeredComment.createMany({
			data: questions.map((commentId) => ({ answerId: id, commentId })),
			skipDuplicates: true,
		});
		if (count + taken < ids.length + questions.length)
			return refused("answer-being-prepared", { field: "contributions" });
		world.record({
			type: "participation.answer.prepared",
			subject: { kind: "answer", id },
			ownerId: process.organisationId,
			facts: { process: processId, disposition: input.disposition, contributions: ids, questions },
			...actingAs(world.actor, process.organisationId),
		});
		return done({ id });
	},
);

/**
 * Changes what was prepared, or begins the correction of a released answer: a further revision, while what was released
 * stays in public until the new one is released.
 * @param revision the one that was read; refused as `changed-meanwhile` when there is another by now
 */
export const changeAnswer = command(
	"participation.change-answer",
	async (
		world: ActWorld,
		{ id, revision, ...input }: AnswerInput & { id: string; revision: number },
	): Promise<Outcome<{ revision: number }, ChangeRefusal>> => {
		const answer = await answerById(world, id);
		demand(mayAnswer, world.actor, answer);
		const preparedById = preparer(world);
		const state = stateOf(answer);
		if (!mayHappen(state, "change") && !mayHappen(state, "correct")) return refused("not-to-change");
		const columns = await answerColumns(world, {
			processId: answer.processId,
			contributions: contributionsOf(answer),
			input,
		});
		if (!columns.done) return columns;
		const { count } = await world.db.officialAnswer.updateMany({
			where: { id, revision, releaseAskedAt: null },
			data: { ...columns.value, revision: revision + 1, preparedById, preparedAt: world.now },
		});
		if (count === 0) return refused("changed-meanwhile");
		world.record({
			type: state === "released" ? "participation.answer.correction-begun" : "participation.answer.changed",
			subject: { kind: "answer", id },
			ownerId: answer.organisationId,
			facts: { process: answer.processId, disposition: input.disposition, revision: revision + 1 },
			...actingAs(world.actor, answer.organisationId),
		});
		return done({ revision: revision + 1 });
	},
);

/** Throws away a prepared answer that was never released; its contributions are free for another. */
export const discardAnswer = command(
	"participation.discard-answer",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "not-to-change">> => {
		const answer = await answerById(world, id);
		demand(mayAnswer, world.actor, answer);
		if (answer.releasedRevision !== null || !mayHappen(stateOf(answer), "discard")) return refused("not-to-change");
		await world.db.answeredContribution.deleteMany({ where: { answerId: id } });
		await world.db.answeredComment.deleteMany({ where: { answerId: id } });
		const { count } = await world.db.officialAnswer.deleteMany({
			where: { id, revision: answer.revision, releaseAskedAt: null, releasedRevision: null },
		});
		if (count === 0) return refused("not-to-change");
		world.record({
			type: "participation.answer.discarded",
			subject: { kind: "answer", id },
			ownerId: answer.organisationId,
			facts: { process: answer.processId, contributions: contributionsOf(answer) },
			...actingAs(world.actor, answer.organisationId),
		});
		return done(null);
	},
);

export function contributionsOf(answer: FoundAnswer): string[] {
	return answer.contributions.map(({ contribution }) => contribution.id);
}

type Texts = {
	disposition: string;
	reason: object;
	reasonText: string;
	duplicateOfId: string | null;
};

async function answerColumns(
	view: Pick<View, "db">,
	{ processId, contributions, input }: { processId: string; contributions: string[]; input: AnswerInput },
): Promise<Outcome<Texts, TextRefusal>> {
	const reasonText = plainText(input.reason);
	const unknown = unknownPlaceholder(reasonText);
	if (unknown !== null) return refused("placeholder-unknown", { field: "reason", values: { word: unknown } });
	const isDuplicate = input.disposition === "duplicate";
	const original =
		isDuplicate && input.duplicateNumber !== null
			? await publishedNumber(view, processId, input.duplicateNumber)
			: null;
	const refusals: Refusal<TextRefusal>[] = problemsOf({
		disposition: input.disposition,
		reasonText,
		duplicateOf: original,
		contributions,
	});
	if (isDuplicate && input.duplicateNumber !== null && !original) {
		return refused("duplicate-unknown", { field: "duplicateOf", values: { number: input.duplicateNumber } });
	}
	if (refusals.length > 0) return { done: false, refusals };
	return done({ disposition: input.disposition, reason: { ...input.reason }, reasonText, duplicateOfId: original });
}

async function publishedNumber(view: Pick<View, "db">, processId: string, number: number): Promise<string | null> {
	const found = await view.db.contribution.findFirst({
		where: { processId, number, publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
		select: { id: true },
	});
	return found?.id ?? null;
}
