import { type ActWorld, command } from "~/platform/act.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";

const day = 24 * 60 * 60 * 1000;

const remind = command("participation.remind-of-event", async (world: ActWorld, { id }: { id: string }) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const event = await world.db.processEvent.findUnique({ where: { id }, select: { organisationId: true } });
	const { count } = await world.db.processEvent.updateMany({
		where: { id, remindedAt: null, cancelledAt: null, startsAt: { gt: world.now } },
		data: { remindedAt: world.now },
	});
	if (count === 0 || !event) return refused("nothing-due");
	world.record({
		type: "participation.event.tomorrow",
		subject: { kind: "event", id },
		ownerId: event.organisationId,
		facts: {},
	});
	return done(null);
});

/** Reminds those who have a seat, a day before. @returns how many events */
export async function remindOfEvents(world: World): Promise<number> {
	const due = await world.db.processEvent.findMany({
		where: {
			remindedAt: null,
			cancelledAt: null,
			startsAt: { gt: world.now, lte: new Date(world.now.getTime() + day) },
			registrations: { some: { state: { in: ["seat", "offered"] } } },
		},
		select: { id: true },
	});
	let reminded = 0;
	for (const event of due) if ((await remind(world, event)).done) reminded++;
	return reminded;
}
