import { resultForConcerns } from "~/domains/guides/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { isUpdateState, updateLimits } from "../follow-up";
import { actingAs, mayAnswer } from "../policy.server";
import { answerById } from "../queries/find-answer.server";

type UpdateRefusal = "state-missing" | "update-too-short" | "update-too-long" | "not-released" | "said-before";

/**
 * Says in public how a released answer is carried out (Umsetzungsstand). It is never changed, the next one follows. Sent
 * twice it stands once. Also after the process was closed: most things are built later.
 */
export const addUpdate = command(
	"participation.add-answer-update",
	async (
		world: ActWorld,
		{ answerId, state, text }: { answerId: string; state: string; text: string },
	): Promise<Outcome<{ id: string }, UpdateRefusal>> => {
		const answer = await answerById(world, answerId);
		demand(mayAnswer, world.actor, answer);
		const byId = personIdOf(world.actor);
		if (!byId) throw new Error("only a person says what happened");
		const words = text.trim();
		if (!isUpdateState(state)) return refused("state-missing", { field: "state" });
		if (words.length < updateLimits.least) return refused("update-too-short", { field: "text" });
		if (words.length > updateLimits.most) return refused("update-too-long", { field: "text" });
		// one after the other, so that a form that is sent twice finds itself
		await world.db.$queryRaw`SELECT 1 FROM official_answer WHERE id = ${answerId}::uuid FOR UPDATE`;
		if (answer.releasedRevision === null) return refused("not-released");
		const last = await world.db.answerUpdate.findFirst({
			where: { answerId },
			orderBy: [{ at: "desc" }, { id: "desc" }],
			select: { state: true, text: true },
		});
		if (last?.state === state && last.text === words) return refused("said-before");
		const id = newId(world.now);
		await world.db.answerUpdate.create({ data: { id, answerId, state, text: words, byId, at: world.now } });
		world.record({
			type: "participation.answer.carried-on",
			subject: { kind: "answer", id: answerId },
			ownerId: answer.organisationId,
			facts: { process: answer.processId, update: id, state },
			...actingAs(world.actor, answer.organisationId),
		});
		await resultForConcerns(world, { kind: "answer", id: answerId });
		return done({ id });
	},
);
