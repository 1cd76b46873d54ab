import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, parseDay, today } from "~/platform/calendar.server";
import { done, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { exceptionOn } from "../pilot-gate";
import { mayGrantException } from "../policy.server";
import { measureById } from "../queries/find-measure.server";

/** The farthest last day, in days: an exception bridges a gap, it does not replace the agreement. */
const longest = 92;

/**
 * Lets the pilot begin without an agreement in force, from today to a last day: under the name of the acting person, with
 * a reason that everybody reads.
 */
export const grantException = command(
	"measures.grant-exception",
	async (world: ActWorld, { id, reason, lastDay }: { id: string; reason: string; lastDay: string }) => {
		await world.db.$queryRaw`SELECT 1 FROM measure WHERE id = ${id}::uuid FOR UPDATE`;
		const measure = await measureById(world, id);
		demand(mayGrantException, world.actor, measure);
		if (measure.stage !== "IDEA" && measure.stage !== "PREPARATION") return refused("exception-too-late");
		const day = today(world.now);
		if (exceptionOn(measure.exceptions, day)) return refused("exception-there");
		if (reason.trim() === "") return refused("reason-missing", { field: "reason" });
		const last = parseDay(lastDay);
		if (!last) return refused("day-unknown", { field: "lastDay" });
		if (last < day) return refused("exception-day-over", { field: "lastDay" });
		if (last > daysFrom(day, longest)) return refused("exception-too-long", { field: "lastDay" });
		const exceptionId = newId(world.now);
		await world.db.pilotException.create({
			data: {
				id: exceptionId,
				measureId: id,
				reason: reason.trim(),
				grantedById: personIdOf(world.actor),
				validFrom: day,
				validUntil: daysFrom(last, 1),
				grantedAt: world.now,
			},
		});
		world.record({
			type: "measures.measure.exception-granted",
			subject: { kind: "measure", id },
			ownerId: measure.organisationId,
			facts: { exception: exceptionId, lastDay },
		});
		return done({ code: measure.code });
	},
);
