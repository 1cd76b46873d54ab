import { command } from "~/platform/act.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { dayText } from "../../days.server";
import { namedBy, planOwner } from "../../plans/queries/plans.server";
import { type Explanation, route } from "../../plans/queries/route.server";
import { isOpen, limits, mayMove, movesOf, promisedDays, type State, type Step } from "../concern";
import { assign } from "./assign.server";
import { heldConcern } from "./held-concern.server";

type Clarified = {
	ownerId: string;
	code: string;
	municipalityId: string | null;
	topicId: string | null;
	/** A post chosen by hand; null leaves it to the plan. */
	postId: string | null;
	visibility: "INSIDE" | "PUBLIC";
};

type ClarifyRefusal =
	| "concern-over"
	| "municipality-elsewhere"
	| "topic-unknown"
	| "post-elsewhere"
	| "no-consent"
	| "nobody-there";

/**
 * Says where and what a concern is about; it is then given to the post that the plan names now, or to one chosen by hand.
 * @returns the post that answers; refused with the codes of `ClarifyRefusal`
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const clarifyConcern = command(
	"guides.clarify-concern",
	async (world, input: Clarified): Promise<Outcome<{ postId: string }, ClarifyRefusal>> => {
		const { db, now } = world;
		const { concern, present, subject, recorded } = await heldConcern(world, input);
		const { ownerId, municipalityId, topicId, visibility } = input;
		const day = dayText(today(now));
		if (!isOpen(concern.state)) return refused("concern-over");
		if (visibility === "PUBLIC" && !concern.mayBePublic) return refused("no-consent", { field: "visibility" });
		if (municipalityId && (await planOwner(db, municipalityId, day)) !== ownerId) {
			return refused("municipality-elsewhere", { field: "municipality" });
		}
		if (topicId && (await db.topic.count({ where: { id: topicId, ownerId } })) === 0) {
			return refused("topic-unknown", { field: "topic" });
		}
		const chosen = input.postId;
		if (chosen && (await db.post.count({ where: { id: chosen, ...namedBy(ownerId, today(now)) } })) === 0) {
			return refused("post-elsewhere", { field: "post" });
		}
		const byHand: Explanation = { day, planId: null, by: "MANUAL", ruleId: null, areaId: null, topicId: null };
		const routed = chosen
			? { postId: chosen, cause: "MANUAL" as const, explanation: byHand }
			: await route(db, { ownerId, municipalityId, topicId, day });
		if (!routed) return refused("nobody-there", { field: "post" });
		const { postId, cause, explanation } = routed;
		if (present?.postId !== postId || present.cause !== cause) {
			await assign(world, { concernId: concern.id, postId, cause, explanation });
		}
		const state: State =
			mayMove(concern.state, "ASSIGNED") && concern.state !== "FORWARDED" ? "ASSIGNED" : concern.state;
		const first = concern.nextStep === null || concern.nextStep === "CLARIFY";
		await db.concern.update({
			where: { id: concern.id },
			data: {
				municipalityId,
				topicId,
				visibility,
				state,
				...(first ? { nextStep: "REPLY", nextOn: daysFrom(today(now), promisedDays.reply) } : {}),
			},
		});
		const facts = { state, post: postId, cause, visibility };
		world.record({ type: "guides.concern.clarified", subject, ...recorded, facts });
		return done({ postId });
	},
);

type NextStep = {
	ownerId: string;
	code: string;
	step: Step;
	nextOn: Date;
	/** A word to the asker beside it. */
	note: string | null;
	/** Into which state it goes thereby; null stays. */
	move: "EXAMINED" | null;
};

/**
 * Says what comes next and until when; the asker reads it on the status page.
 * @returns nothing; refused with "concern-over", "clarify-first", "move-impossible", "date-passed", "note-too-long"
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const setNextStep = command(
	"guides.set-next-step",
	async (
		world,
		{ step, nextOn, note, move, ...of }: NextStep,
	): Promise<Outcome<null, "concern-over" | "clarify-first" | "move-impossible" | "date-passed" | "note-too-long">> => {
		const { concern, present, subject, recorded } = await heldConcern(world, of);
		if (!isOpen(concern.state)) return refused("concern-over");
		if (!present) return refused("clarify-first");
		if (move && !movesOf(concern.state).includes(move)) return refused("move-impossible", { field: "move" });
		if (nextOn < today(world.now)) return refused("date-passed", { field: "nextOn" });
		const nextNote = note?.trim() || null;
		if (nextNote && nextNote.length > limits.noteMost) return refused("note-too-long", { field: "note" });
		const state = move ?? concern.state;
		await world.db.concern.update({
			where: { id: concern.id },
			data: { state, nextStep: step, nextOn, nextNote },
		});
		const facts = { state, step, nextOn: dayText(nextOn) };
		world.record({ type: "guides.concern.step-set", subject, ...recorded, facts });
		return done(null);
	},
);
