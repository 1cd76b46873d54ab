import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { type StoredDate, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand, type Policy } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { actingAs } from "../../acting.server";
import { mayDeputise } from "../../commands/deputies.server";
import { placeParts } from "../../composition.server";
import { limits, mayBecome } from "../hand-over";
import { mayPrepare, maySettle, mayTakeOver, type Of, takingPosts } from "../policy.server";
import { addWork, openWorkOf } from "./open.server";

/** A hand-over, locked, for those whom the policy lets. @throws NotFound; Forbidden or SignInNeeded */
async function held(world: ActWorld, id: string, policy: Policy<Of>) {
	await world.db.$queryRaw`SELECT FROM hand_over WHERE id = ${id}::uuid FOR UPDATE`;
	const handOver = await world.db.handOver.findUnique({ where: { id }, include: { items: true } });
	if (!handOver) throw new NotFound();
	const { ownerId, fromPersonId, toPostId } = handOver;
	const own = personIdOf(world.actor);
	const takes = (own === null || own !== fromPersonId) && (await takingPosts(world)).includes(toPostId);
	demand(policy, world.actor, { organisationId: ownerId, fromPersonId, takes });
	const as = takes ? { postId: toPostId, onBehalfOfId: null } : actingAs(world.actor, ownerId);
	return { handOver, subject: { kind: "hand-over", id }, recorded: { ownerId, ...as } };
}

/** Completes it when nothing is open and nothing is left to the lead. */
async function completeIfDone(world: ActWorld, handOverId: string): Promise<void> {
	const left = await world.db.handOverItem.count({ where: { handOverId, state: { in: ["OPEN", "REFUSED"] } } });
	await world.db.handOver.update({
		where: { id: handOverId },
		data: { completedAt: left === 0 ? world.now : null },
	});
}

type Decision = {
	handOverId: string;
	/** Null: all that are open. */
	itemId: string | null;
	/** Why it is refused; null accepts. */
	refusal: string | null;
};

/**
 * The successor accepts one item or all that are open, or refuses one with a reason; what is refused goes to the lead. Of a
 * change of plan the thing goes to the new post by that, never before its day.
 * @returns how many items; refused with "too-early", "decided-before", "reason-missing", "too-long"
 * @throws NotFound for a hand-over or an item that is not there; Forbidden or SignInNeeded
 */
export const decideItems = command(
	"organisations.decide-hand-over",
	async (
		world,
		{ handOverId, itemId, refusal }: Decision,
	): Promise<Outcome<number, "too-early" | "decided-before" | "reason-missing" | "too-long">> => {
		const { db, now } = world;
		const { handOver, subject, recorded } = await held(world, handOverId, mayTakeOver);
		const moves = handOver.cause === "PLAN_CHANGE";
		if (moves && handOver.effectiveOn > today(now)) return refused("too-early");
		const reason = refusal?.trim() ?? null;
		if (reason !== null && reason.length < limits.reasonLeast) return refused("reason-missing", { field: "reason" });
		if (reason !== null && reason.length > limits.reasonMost) return refused("too-long", { field: "reason" });
		if (itemId && !handOver.items.some(({ id }) => id === itemId)) throw new NotFound();
		const state = reason === null ? ("ACCEPTED" as const) : ("REFUSED" as const);
		const items = handOver.items.filter((item) => (itemId ? item.id === itemId : true) && mayBecome(item.state, state));
		if (items.length === 0) return refused("decided-before");
		await db.handOverItem.updateMany({
			where: { id: { in: items.map(({ id }) => id) }, state: "OPEN" },
			data: { state, reason, decidedAt: now, decidedById: personIdOf(world.actor) },
		});
		if (state === "ACCEPTED" && moves) {
			for (const item of items) await handOn(world, item, handOver.fromPostId, handOver.toPostId);
		}
		await completeIfDone(world, handOverId);
		const facts = { items: items.length };
		const type = state === "ACCEPTED" ? "organisations.hand-over.accepted" : "organisations.hand-over.refused";
		world.record({ type, subject, ...recorded, facts });
		return done(items.length);
	},
);

async function handOn(
	world: ActWorld,
	{ subjectKind, subjectId }: { subjectKind: string | null; subjectId: string | null },
	fromPostId: string,
	toPostId: string,
): Promise<void> {
	if (!subjectKind || !subjectId) return;
	const subject = { kind: subjectKind, id: subjectId };
	for (const part of placeParts()) if (await part.handOn?.(world, { subject, fromPostId, toPostId })) return;
}

/**
 * The lead says what becomes of an item on the rest list, in words, and gives it to a post where that is named.
 * @returns nothing; refused with "decided-before", "reason-missing", "too-long", "post-elsewhere"
 * @throws NotFound for a hand-over or an item that is not there; Forbidden or SignInNeeded
 */
export const settleItem = command(
	"organisations.settle-hand-over",
	async (
		world,
		{
			handOverId,
			itemId,
			reason,
			postId,
		}: { handOverId: string; itemId: string; reason: string; postId: string | null },
	): Promise<Outcome<null, "decided-before" | "reason-missing" | "too-long" | "post-elsewhere">> => {
		const { db, now } = world;
		const { handOver, subject, recorded } = await held(world, handOverId, maySettle);
		const item = handOver.items.find(({ id }) => id === itemId);
		if (!item) throw new NotFound();
		if (!mayBecome(item.state, "SETTLED")) return refused("decided-before");
		const words = reason.trim();
		if (words.length < limits.reasonLeast) return refused("reason-missing", { field: "reason" });
		if (words.length > limits.reasonMost) return refused("too-long", { field: "reason" });
		if (postId) {
			const found = await db.post.count({ where: { id: postId, ...mayDeputise(handOver.ownerId, today(now)) } });
			if (found === 0) return refused("post-elsewhere", { field: "post" });
			await handOn(world, item, handOver.fromPostId, postId);
		}
		await db.handOverItem.update({
			where: { id: itemId },
			data: { state: "SETTLED", reason: words, decidedAt: now, decidedById: personIdOf(world.actor) },
		});
		await completeIfDone(world, handOverId);
		world.record({
			type: "organisations.hand-over.settled",
			subject,
			...recorded,
			facts: { item: itemId, post: postId },
		});
		return done(null);
	},
);

/**
 * Adds what no list knows: somebody to be introduced, or something promised.
 * @returns nothing; refused with "text-missing", "too-long"
 * @throws NotFound; Forbidden or SignInNeeded for others than who leaves and the lead
 */
export const addWord = command(
	"organisations.add-to-hand-over",
	async (
		world,
		{
			handOverId,
			kind,
			text,
			dueOn,
		}: { handOverId: string; kind: "CONTACT" | "PROMISE"; text: string; dueOn: StoredDate | null },
	): Promise<Outcome<null, "text-missing" | "too-long">> => {
		const { subject, recorded } = await held(world, handOverId, mayPrepare);
		const words = text.trim();
		if (words.length < limits.textLeast) return refused("text-missing", { field: "text" });
		if (words.length > limits.textMost) return refused("too-long", { field: "text" });
		const id = newId(world.now);
		await world.db.handOverItem.create({
			data: { id, handOverId, kind, text: words, dueOn, createdAt: world.now },
		});
		await completeIfDone(world, handOverId);
		world.record({ type: "organisations.hand-over.added", subject, ...recorded, facts: { item: id, kind } });
		return done(null);
	},
);

/**
 * Says when both meet, and reads anew what is open at the post.
 * @returns how many things were added
 * @throws NotFound; Forbidden or SignInNeeded for others than who leaves and the lead
 */
export const prepareHandOver = command(
	"organisations.prepare-hand-over",
	async (
		world,
		{ handOverId, meetingOn }: { handOverId: string; meetingOn: StoredDate | null },
	): Promise<Outcome<number>> => {
		const { handOver, subject, recorded } = await held(world, handOverId, mayPrepare);
		await world.db.handOver.update({ where: { id: handOverId }, data: { meetingOn } });
		const { cause, fromPostId: postId, fromPersonId: personId } = handOver;
		const work = cause === "DEPARTURE" ? await openWorkOf(world, { postId, personId }) : [];
		const added = await addWork(world, handOverId, work);
		if (added > 0) await completeIfDone(world, handOverId);
		world.record({ type: "organisations.hand-over.prepared", subject, ...recorded, facts: { added } });
		return done(added);
	},
);
