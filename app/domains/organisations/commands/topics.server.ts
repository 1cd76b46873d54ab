import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { administering } from "../acting.server";

/**
 * Creates a subject as its owner cuts it, at the end of its list.
 * @returns its id; refused with "topic-there" when a living one bears that name, "parent-gone"
 * @throws NotFound for an owner that is not there; Forbidden or SignInNeeded
 */
export const createTopic = command(
	"organisations.create-topic",
	async (
		world,
		{
			ownerId,
			name,
			parentId = null,
			validFrom,
		}: { ownerId: string; name: string; parentId?: string | null; validFrom?: Date },
	): Promise<Outcome<{ topicId: string }, "topic-there" | "parent-gone">> => {
		const { db, now } = world;
		const recorded = await administering(world, ownerId);
		if (parentId && !(await livingTopic(world, ownerId, parentId))) return refused("parent-gone", { field: "parent" });
		// The owner is locked, so two at once cannot take the same name.
		if (await nameTaken(world, ownerId, name)) return refused("topic-there", { field: "name" });
		const id = newId(now);
		const position = await db.topic.count({ where: { ownerId } });
		await db.topic.create({
			data: { id, ownerId, name, parentId, position, validFrom: validFrom ?? today(now) },
		});
		world.record({ type: "organisations.topic.created", subject: { kind: "topic", id }, ...recorded });
		return done({ topicId: id });
	},
);

async function nameTaken({ db, now }: ActWorld, ownerId: string, name: string, except?: string): Promise<boolean> {
	const found = await db.topic.count({
		where: {
			ownerId,
			name: { equals: name, mode: "insensitive" },
			OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }],
			...(except ? { id: { not: except } } : {}),
		},
	});
	return found > 0;
}

function livingTopic({ db, now }: ActWorld, ownerId: string, id: string) {
	return db.topic.findFirst({
		where: { id, ownerId, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] },
		select: { id: true, validFrom: true },
	});
}

/** Gives a subject another name. Refused with "topic-there". @throws NotFound when it is not there */
export const renameTopic = command(
	"organisations.rename-topic",
	async (
		world,
		{ ownerId, topicId, name }: { ownerId: string; topicId: string; name: string },
	): Promise<Outcome<null, "topic-there">> => {
		const recorded = await administering(world, ownerId);
		if (!(await livingTopic(world, ownerId, topicId))) throw new NotFound();
		if (await nameTaken(world, ownerId, name, topicId)) return refused("topic-there", { field: "name" });
		await world.db.topic.update({ where: { id: topicId }, data: { name } });
		world.record({ type: "organisations.topic.renamed", subject: { kind: "topic", id: topicId }, ...recorded });
		return done(null);
	},
);

/**
 * Ends a subject from the given day on; its records stay, successors lead on (merged, or divided).
 * @returns nothing; refused with "period-empty", "successor-gone" when one of them is not a living other topic of the owner
 * @throws NotFound when it is not there, ended or another owner's; Forbidden or SignInNeeded
 */
export const endTopic = command(
	"organisations.end-topic",
	async (
		world,
		{
			ownerId,
			topicId,
			endsOn,
			successorIds,
		}: { ownerId: string; topicId: string; endsOn: Date; successorIds: string[] },
	): Promise<Outcome<null, "period-empty" | "successor-gone">> => {
		const { db } = world;
		const recorded = await administering(world, ownerId);
		const topic = await livingTopic(world, ownerId, topicId);
		if (!topic) throw new NotFound();
		if (endsOn <= topic.validFrom) return refused("period-empty", { field: "lastDay" });
		const successors = [...new Set(successorIds)];
		for (const id of successors) {
			if (id === topicId || !(await livingTopic(world, ownerId, id))) {
				return refused("successor-gone", { field: "successors" });
			}
		}
		await db.topic.update({ where: { id: topicId }, data: { validUntil: endsOn } });
		await db.topicSuccessor.createMany({ data: successors.map((successorId) => ({ topicId, successorId })) });
		const facts = { endsOn: endsOn.toISOString().slice(0, 10), successors };
		world.record({ type: "organisations.topic.ended", subject: { kind: "topic", id: topicId }, ...recorded, facts });
		return done(null);
	},
);
