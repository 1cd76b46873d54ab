import { type ActWorld, command } from "~/platform/act.server";
import { fromStored, today } from "~/platform/calendar.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";

/** Says once that a report is due. Only the house does that. */
const remindReport = command(
	"measures.remind-report",
	async (world: ActWorld, { id, due }: { id: string; due: Date }) => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const { count } = await world.db.measure.updateMany({
			where: { id, updateDueOn: due, OR: [{ remindedFor: null }, { remindedFor: { not: due } }] },
			data: { remindedFor: due },
		});
		const measure = await world.db.measure.findUnique({ where: { id }, select: { organisationId: true } });
		if (count === 0 || !measure) return refused("already-reminded");
		world.record({
			type: "measures.measure.report-due",
			subject: { kind: "measure", id },
			ownerId: measure.organisationId,
			facts: { due: fromStored(due).toString() },
		});
		return done(null);
	},
);

/**
 * Reminds of the reports that are due, oldest first, each due day once, also when late.
 * @returns how many were reminded of now
 */
export async function remindReports(world: World): Promise<number> {
	const due = await world.db.measure.findMany({
		where: {
			updateDueOn: { lte: today(world.now) },
			OR: [{ remindedFor: null }, { remindedFor: { lt: world.db.measure.fields.updateDueOn } }],
		},
		select: { id: true, updateDueOn: true },
		orderBy: [{ updateDueOn: "asc" }, { id: "asc" }],
		take: 500,
	});
	let reminded = 0;
	for (const { id, updateDueOn } of due) {
		if (updateDueOn && (await remindReport(world, { id, due: updateDueOn })).done) reminded += 1;
	}
	return reminded;
}
