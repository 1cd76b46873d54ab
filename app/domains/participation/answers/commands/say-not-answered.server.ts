import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { type OwnKey, ownContribution } from "../../contributions/queries/find-contribution.server";

type NotAnsweredRefusal = "not-answered-yet" | "said-before" | "text-too-short" | "answer-too-long";

/**
 * „Meine Frage ist nicht beantwortet“: the author says so once, in words; the answer is then due again, until a further
 * revision is released. @throws NotFound when the key opens no contribution
 */
export const sayNotAnswered = command(
	"participation.say-not-answered",
	async (world: ActWorld, { key, text }: { key: OwnKey; text: string }): Promise<Outcome<null, NotAnsweredRefusal>> => {
		const contribution = await ownContribution(world, key);
		const words = text.trim();
		if (words.length < 10) return refused("text-too-short", { field: "text" });
		if (words.length > 2000) return refused("answer-too-long", { field: "text", values: { most: 2000 } });
		const answered = await world.db.answeredContribution.findUnique({
			where: { contributionId: contribution.id },
			select: { answerId: true, answer: { select: { releasedRevision: true } } },
		});
		if (!answered || answered.answer.releasedRevision === null) return refused("not-answered-yet");
		const { count } = await world.db.answeredContribution.updateMany({
			where: { contributionId: contribution.id, notAnsweredAt: null },
			data: { notAnsweredAt: world.now, notAnsweredText: words },
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
