import { command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import { Forbidden, type Outcome, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { operationHandedOver } from "../agreement-port.server";
import { messages } from "../messages";
import { measureById } from "../queries/find-measure.server";
import { missingForOperation } from "../stage";
import { move, type StepRefusal } from "./move-measure.server";

const portion = 200;

/**
 * A measure in its pilot goes over to regular operation the day its operation was handed over and confirmed (agreements).
 * What still lacks costs, payer or a responsible post waits; its page says so. For a sweep.
 * @returns how many went over
 */
export async function followHandovers(world: World): Promise<number> {
	const pilots = await world.db.measure.findMany({
		where: { stage: "PILOT" },
		orderBy: { id: "asc" },
		take: portion,
		select: { id: true },
	});
	let moved = 0;
	for (const { id } of pilots) {
		const day = await operationHandedOver(world, { kind: "measure", id });
		if (!day || day > today(world.now)) continue;
		moved += (await follow(world, { id, on: day })).done ? 1 : 0;
	}
	return moved;
}

const follow = command(
	"measures.follow-handover",
	async (
		world,
		{ id, on }: { id: string; on: Date },
	): Promise<Outcome<null, StepRefusal | "moved-meanwhile" | "step-not-yet">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		await world.db.$queryRaw`SELECT 1 FROM measure WHERE id = ${id}::uuid FOR UPDATE`;
		const measure = await measureById(world, id);
		if (measure.stage !== "PILOT") return refused("moved-meanwhile");
		if (!measure.responsiblePostId || missingForOperation(measure).length > 0) return refused("step-not-yet");
		const last = await world.db.measureTransition.findUniqueOrThrow({
			where: { measureId_position: { measureId: id, position: measure.moves } },
			select: { onDay: true },
		});
		// Stages follow each other in time: a hand-over dated before the pilot's own first day counts from that day.
		const earliest = last.onDay > on ? last.onDay : on;
		const reason = textFor("de", messages)("handedOver");
		return move(world, measure, { to: "REGULAR", on: earliest, reason, postId: measure.responsiblePostId });
	},
);
