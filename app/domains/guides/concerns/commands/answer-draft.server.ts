import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import { limits } from "../concern";
import { heldConcern } from "./held-concern.server";

/**
 * Keeps an answer that somebody is still writing. Everybody has one of their own; assigning, answering or closing the concern
 * leaves the drafts of others as they are. An empty text takes one's own away.
 * @returns nothing; refused with "answer-too-long"
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const saveAnswerDraft = command(
	"guides.save-answer-draft",
	async (
		world,
		{ text, ...of }: { ownerId: string; code: string; text: string },
	): Promise<Outcome<null, "answer-too-long">> => {
		const { db, now } = world;
		const { concern, subject, recorded } = await heldConcern(world, of);
		const personId = personIdOf(world.actor);
		if (!personId) throw new Forbidden();
		const words = text.trim();
		if (words.length > limits.answerMost) return refused("answer-too-long", { field: "text" });
		const key = { concernId: concern.id, personId };
		if (words === "") await db.concernDraft.deleteMany({ where: key });
		else {
			const said = { text: words, savedAt: now };
			await db.concernDraft.upsert({ where: { concernId_personId: key }, create: { ...key, ...said }, update: said });
		}
		const facts = { kept: words !== "" };
		world.record({ type: "guides.concern.answer-drafted", subject, ...recorded, facts });
		return done(null);
	},
);
