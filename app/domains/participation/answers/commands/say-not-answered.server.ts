import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { ownComment } from "../../contributions/queries/find-comment.server";
import { type OwnKey, ownContribution } from "../../contributions/queries/find-contribution.server";

type TextRefusal = "text-too-short" | "answer-too-long";
type NotAnsweredRefusal = TextRefusal | "not-answered-yet" | "said-before";

function readWords(text: string): Outcome<string, TextRefusal> {
	const words = text.trim();
	if (words.length < 10) return refused("text-too-short", { field: "text" });
	if (words.length > 2000) return refused("answer-too-long", { field: "text", values: { most: 2000 } });
	return done(words);
}

/**
 * „Meine Frage ist nicht beantwortet“: the author says so once, in words; the answer is then due again, until a further
 * revision is released. @throws NotFound when the key opens no contribution
 */
export const sayNotAnswered = command(
	"participation.say-not-answered",
	async (world: ActWorld, { key, text }: { key: OwnKey; text: string }): Promise<Outcome<null, NotAnsweredRefusal>> => {
		const contribution = await ownContribution(world, key);
		const words = readWords(text);
		if (!words.done) return words;
		const answered = await world.db.answeredContribution.findUnique({
			where: { contributionId: contribution.id },
			select: { answerId: true, answer: { select: { releasedRevision: true } } },
		});
		if (!answered || answered.answer.releasedRevision === null) return refused("not-answered-yet");
		const { count } = await world.db.answeredContribution.updateMany({
			where: { contributionId: contribution.id, notAnsweredAt: null },
			data: { notAnsweredAt: world.now, notAnsweredText: words.value },
		});
		if (count === 0) return refused("said-before");
		world.record({
			type: "participation.answer.objected",
			subject: { kind: "answer", id: answered.answerId },
			ownerId: contribution.organisationId,
			facts: { process: contribution.processId, contribution: contribution.id },
		});
		return done(null);
	},
);

/** The same about a comment marked as a question. @throws NotFound when the key opens no comment */
export const sayQuestionNotAnswered = command(
	"participation.say-question-not-answered",
	async (world: ActWorld, { key, text }: { key: OwnKey; text: string }): Promise<Outcome<null, NotAnsweredRefusal>> => {
		const { id, contribution } = await ownComment(world, key);
		const words = readWords(text);
		if (!words.done) return words;
		const answered = await world.db.answeredComment.findUnique({
			where: { commentId: id },
			select: { answerId: true, answer: { select: { releasedRevision: true } } },
		});
		if (!answered || answered.answer.releasedRevision === null) return refused("not-answered-yet");
		const { count } = await world.db.answeredComment.updateMany({
			where: { commentId: id, notAnsweredAt: null },
			data: { notAnsweredAt: world.now, notAnsweredText: words.value },
		});
		if (count === 0) return refused("said-before");
		world.record({
			type: "participation.answer.objected",
			subject: { kind: "answer", id: answered.answerId },
			ownerId: contribution.organisationId,
			facts: { process: contribution.processId, question: id },
		});
		return done(null);
	},
);
