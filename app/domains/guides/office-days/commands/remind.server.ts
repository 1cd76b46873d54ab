import { type ActWorld, command } from "~/platform/act.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";

const remind = command("guides.remind-of-office-day", async (world: ActWorld, { id }: { id: string }) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const day = await world.db.officeDay.findUnique({ where: { id }, include: { series: true } });
	const { count } = await world.db.officeDay.updateMany({
		where: { id, remindedAt: null, cancelledAt: null },
		data: { remindedAt: world.now },
	});
	if (count === 0 || !day) return refused("nothing-due");
	world.record({
		type: "guides.office-day.tomorrow",
		subject: { kind: "office-series", id: day.seriesId },
		ownerId: day.series.ownerId,
		facts: { officeDay: id },
	});
	return done(null);
});

/** Reminds those who booked, on the day before; who will be there is said as it is known then. @returns how many days */
export async function remindOfOfficeDays(world: World): Promise<number> {
	const tomorrow = daysFrom(today(world.now), 1);
	const due = await world.db.officeDay.findMany({
		where: {
			remindedAt: null,
			cancelledAt: null,
			bookings: { some: { cancelledAt: null } },
			OR: [{ movedTo: tomorrow }, { movedTo: null, day: tomorrow }],
		},
		select: { id: true },
	});
	let reminded = 0;
	for (const day of due) if ((await remind(world, day)).done) reminded++;
	return reminded;
}
