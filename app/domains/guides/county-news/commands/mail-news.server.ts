import { Temporal } from "temporal-polyfill";
import { type ActWorld, command } from "~/platform/act.server";
import { today, zone } from "~/platform/calendar.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { mailboxOf } from "../mailbox.server";

/** From this hour on in Germany the bundle of the day goes out. */
const hour = 6;

function waiting(world: Pick<World, "now">) {
	return { mailedAt: null, news: { withdrawnAt: null, validUntil: { gte: today(world.now) } } };
}

const mailOne = command(
	"guides.mail-county-news",
	async (
		world: ActWorld,
		{ municipalityId, ownerId }: { municipalityId: string; ownerId: string },
	): Promise<Outcome<null, "nothing-due">> => {
		const { db, actor, now } = world;
		if (actor.kind !== "house") throw new Forbidden();
		if (!(await mailboxOf(db, municipalityId, now))) return refused("nothing-due");
		const { news, ...open } = waiting(world);
		const due = await db.countyNewsDelivery.findMany({
			where: { ...open, municipalityId, news: { ...news, ownerId } },
			select: { id: true, newsId: true },
			orderBy: { id: "asc" },
			take: 50,
		});
		// Only those that are still waiting: of two sweeps at once one writes.
		const mine: string[] = [];
		for (const { id, newsId } of due) {
			const { count } = await db.countyNewsDelivery.updateMany({
				where: { id, mailedAt: null },
				data: { mailedAt: now },
			});
			if (count > 0) mine.push(newsId);
		}
		if (mine.length === 0) return refused("nothing-due");
		world.record({
			type: "guides.county-news.mailed",
			subject: { kind: "organisation", id: municipalityId },
			ownerId,
			facts: { news: mine },
		});
		return done(null);
	},
);

/** Sends each municipality one mail a day with all news that came since; nothing in it tells who opened it. @returns how many */
export async function mailCountyNews(world: World): Promise<number> {
	const local = Temporal.Instant.fromEpochMilliseconds(world.now.getTime()).toZonedDateTimeISO(zone);
	if (local.hour < hour) return 0;
	const due = await world.db.countyNewsDelivery.findMany({
		where: waiting(world),
		distinct: ["municipalityId"],
		select: { municipalityId: true, news: { select: { ownerId: true } } },
		orderBy: [{ municipalityId: "asc" }, { id: "asc" }],
		take: 1000,
	});
	let mailed = 0;
	for (const { municipalityId, news } of due) {
		if ((await mailOne(world, { municipalityId, ownerId: news.ownerId })).done) mailed += 1;
	}
	return mailed;
}
