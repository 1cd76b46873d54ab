import { z } from "zod";
import { type ActWorld, command } from "~/platform/act.server";
import { dayOf, daysFrom, today } from "~/platform/calendar.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import { readSetting, writeSetting } from "~/platform/settings.server";
import type { World } from "~/platform/world.server";
import { addWork, openDeparture, openWorkOf } from "./open.server";

/** So many days before the last one a hand-over opens by itself, so that both can meet. */
const daysAhead = 14;
/** So many days later it is still made up for, when the house was away. */
const daysBehind = 30;
const most = 200;
const setting = "departures";

/** Opens the hand-over of a holding that has an end and none yet; or adds to it what came to the post since. */
const look = command("organisations.look-after-departure", async (world: ActWorld, holdingId: string) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const { db } = world;
	await db.$queryRaw`SELECT FROM post_holding WHERE id = ${holdingId}::uuid FOR UPDATE`;
	const holding = await db.postHolding.findUnique({
		where: { id: holdingId },
		include: { post: { select: { organisationId: true } }, handOver: { select: { id: true } } },
	});
	if (!holding?.validUntil) return refused("nothing-due");
	const { postId, personId, validUntil: effectiveOn, handOver } = holding;
	const recorded = { ownerId: holding.post.organisationId };
	if (!handOver) {
		const id = await openDeparture(world, { postId, holdingId, personId, effectiveOn, recorded });
		return id ? done(1) : refused("nothing-due");
	}
	const added = await addWork(world, handOver.id, await openWorkOf(world, { postId, personId }));
	if (added === 0) return refused("nothing-due");
	await db.handOver.update({ where: { id: handOver.id }, data: { completedAt: null } });
	const subject = { kind: "hand-over", id: handOver.id };
	world.record({ type: "organisations.hand-over.prepared", subject, ...recorded, facts: { added } });
	return done(1);
});

/**
 * Sees to it that nobody leaves a post in silence, whichever way they go: a holding that had its end from the start, an
 * account that was erased, things that came to the post after its end was set. Once a day for all; those who erased their
 * account are looked after at once.
 * @returns how many hand-overs were opened or completed
 */
export async function lookAfterDepartures(world: World): Promise<number> {
	const { db, now } = world;
	const [day, date] = [today(now), dayOf(now).toString()];
	const looked = (await readSetting(db, setting, z.object({ day: z.string() })))?.day === date;
	const without = { handOver: null, validUntil: { gt: daysFrom(day, -daysBehind), lte: daysFrom(day, daysAhead) } };
	const due = await db.postHolding.findMany({
		where: looked
			? { ...without, person: { erasedAt: { gt: daysFrom(day, -1) } } }
			: { OR: [without, { handOver: { isNot: null }, validUntil: { gte: day, lte: daysFrom(day, daysAhead) } }] },
		select: { id: true },
		orderBy: [{ validUntil: "asc" }, { id: "asc" }],
		take: most,
	});
	let count = 0;
	for (const { id } of due) if ((await look(world, id)).done) count += 1;
	if (!looked) await writeSetting(db, setting, { day: date });
	return count;
}
