import { command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";

const portion = 200;

/**
 * Tells, once each, that the first or the last day of an agreement has come; also when late. Whether it is in force is
 * computed from its dates and does not wait for this. @returns how many were told
 */
export async function tellCalendar(world: World): Promise<number> {
	const day = today(world.now);
	const select = { id: true } as const;
	const [begun, ended] = await Promise.all([
		world.db.agreement.findMany({
			where: { state: "concluded", inForceFrom: { lte: day }, forceToldAt: null },
			select,
			take: portion,
		}),
		world.db.agreement.findMany({
			where: { state: "concluded", endsOn: { lte: day }, inForceFrom: { not: null }, endToldAt: null },
			select,
			take: portion,
		}),
	]);
	let told = 0;
	for (const { id } of begun) told += (await tellDay(world, { id, what: "in-force" })).done ? 1 : 0;
	for (const { id } of ended) told += (await tellDay(world, { id, what: "ended" })).done ? 1 : 0;
	return told;
}

const tellDay = command(
	"agreements.tell-calendar",
	async (world, { id, what }: { id: string; what: "in-force" | "ended" }) => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const told = what === "in-force" ? "forceToldAt" : "endToldAt";
		const { count } = await world.db.agreement.updateMany({
			where: { id, [told]: null },
			data: { [told]: world.now },
		});
		if (count === 0) return refused("told-already");
		const { ownerId } = await world.db.agreement.findUniqueOrThrow({ where: { id }, select: { ownerId: true } });
		world.record({ type: `agreements.agreement.${what}`, subject: { kind: "agreement", id }, ownerId });
		return done(null);
	},
);
