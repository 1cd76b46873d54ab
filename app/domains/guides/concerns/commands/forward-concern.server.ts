import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { dayOf, today } from "~/platform/calendar.server";
import { done, Forbidden, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { workingDayAfter } from "~/platform/working-days";
import { dayText, storedDay } from "../../days.server";
import { mayPlan } from "../../policy.server";
import { heldPosts } from "../../queries/held-posts.server";
import { landOfOwner } from "../../queries/land-of-owner.server";
import { forwardedDays, isOpen, limits } from "../concern";
import { askedPosts } from "../queries/asked-posts.server";
import { heldConcern } from "./held-concern.server";

type Forwarded = { ownerId: string; code: string; postId: string; question: string; dueOn: Date | null };

type ForwardRefusal =
	| "concern-over"
	| "clarify-first"
	| "forwarded-already"
	| "post-elsewhere"
	| "question-too-short"
	| "question-too-long"
	| "date-passed";

/**
 * Asks another post of the county about a concern. The post that answers for it stays the same, and so does its place in the
 * lists of guide and municipality; what comes next is the county's answer, until a day.
 * @param input.dueOn null: ten working days of the Land
 * @returns the forwarding's id; refused with the codes of `ForwardRefusal`, "forwarded-already" while another question is open
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const forwardConcern = command(
	"guides.forward-concern",
	async (world, input: Forwarded): Promise<Outcome<{ forwardingId: string }, ForwardRefusal>> => {
		const { db, now } = world;
		const { concern, present, subject, recorded } = await heldConcern(world, input);
		const question = input.question.trim();
		if (!isOpen(concern.state)) return refused("concern-over");
		if (!present || concern.state === "CAPTURED" || concern.state === "CLARIFIED") return refused("clarify-first");
		if (question.length < limits.textLeast) return refused("question-too-short", { field: "question" });
		if (question.length > limits.textMost) return refused("question-too-long", { field: "question" });
		const posts = await askedPosts(world, input.ownerId);
		if (input.postId === present.postId || !posts.some(({ id }) => id === input.postId)) {
			return refused("post-elsewhere", { field: "post" });
		}
		const land = await landOfOwner(world, input.ownerId);
		const dueOn = input.dueOn ?? storedDay(workingDayAfter(dayOf(now), forwardedDays.reply, land).toString());
		if (dueOn < today(now)) return refused("date-passed", { field: "dueOn" });
		const id = newId(now);
		const { postId } = input;
		try {
			await db.concernForwarding.create({
				data: {
					id,
					concernId: concern.id,
					postId,
					question,
					forwardedAt: now,
					forwardedBy: personIdOf(world.actor),
					dueOn,
				},
			});
		} catch (error) {
			if (isTaken(error)) return refused("forwarded-already");
			throw error;
		}
		await db.concern.update({
			where: { id: concern.id },
			data: { state: "FORWARDED", nextStep: "COUNTY", nextOn: dueOn, nextNote: null },
		});
		const facts = { forwarding: id, post: postId, dueOn: dayText(dueOn) };
		world.record({ type: "guides.concern.forwarded", subject, ...recorded, facts });
		return done({ forwardingId: id });
	},
);

type Reply = { ownerId: string; forwardingId: string; end: "ANSWERED" | "RETURNED"; reply: string };

/**
 * The answer of the post that was asked, or the concern given back with a reason. Either comes back to the post that answers
 * for the concern, which tells the asker. Also those who handle concerns may write down what that post told them.
 * @returns nothing; refused with "forwarding-over", "reply-missing", "reply-too-long"
 * @throws NotFound when it is not this owner's; Forbidden for others than those who are or stand in for the post; SignInNeeded
 */
export const replyToForwarding = command(
	"guides.reply-to-forwarding",
	async (
		world,
		{ ownerId, forwardingId, end, reply }: Reply,
	): Promise<Outcome<null, "forwarding-over" | "reply-missing" | "reply-too-long">> => {
		const { db, now } = world;
		const found = await db.concernForwarding.findFirst({
			where: { id: forwardingId, concern: { ownerId } },
			select: { concernId: true, postId: true },
		});
		if (!found) throw new NotFound();
		await demandReply(world, { ownerId, postId: found.postId });
		await db.$queryRaw`SELECT FROM concern WHERE id = ${found.concernId}::uuid FOR UPDATE`;
		const words = reply.trim();
		if (words.length < limits.textLeast) return refused("reply-missing", { field: "reply" });
		if (words.length > limits.answerMost) return refused("reply-too-long", { field: "reply" });
		const { count } = await db.concernForwarding.updateMany({
			where: { id: forwardingId, endedAt: null },
			data: { end, endedAt: now, endedBy: personIdOf(world.actor), reply: words },
		});
		if (count === 0) return refused("forwarding-over");
		const land = await landOfOwner(world, ownerId);
		const nextOn = storedDay(workingDayAfter(dayOf(now), forwardedDays.passOn, land).toString());
		await db.concern.updateMany({
			where: { id: found.concernId, state: "FORWARDED" },
			data: { state: "EXAMINED", nextStep: "REPLY", nextOn, nextNote: null },
		});
		world.record({
			type: end === "ANSWERED" ? "guides.concern.forwarding-answered" : "guides.concern.forwarding-returned",
			subject: { kind: "concern", id: found.concernId },
			ownerId,
			postId: found.postId,
			facts: { forwarding: forwardingId, end },
		});
		return done(null);
	},
);

/** Who may answer for a post that was asked. @throws Forbidden or SignInNeeded for others */
export async function demandReply(
	world: Parameters<typeof heldPosts>[0],
	{ ownerId, postId }: { ownerId: string; postId: string },
): Promise<void> {
	const { actor } = world;
	if (mayPlan(actor, { organisationId: ownerId })) return;
	if (actor.kind !== "person") throw new SignInNeeded();
	if (actor.grantsWait) throw new SignInNeeded("second-factor");
	if (!(await heldPosts(world)).includes(postId)) throw new Forbidden();
}

/** Ends an open question when the concern was answered or closed without it. Inside an act that holds the concern's lock. */
export async function withdrawForwardings(world: ActWorld, concernId: string): Promise<void> {
	await world.db.concernForwarding.updateMany({
		where: { concernId, endedAt: null },
		data: { end: "WITHDRAWN", endedAt: world.now, endedBy: personIdOf(world.actor) },
	});
}
