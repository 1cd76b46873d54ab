import { type ActWorld, command } from "~/platform/act.server";
import { parseDay, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { PilotMissing } from "../pilot-gate";
import { mayManageMeasures } from "../policy.server";
import { askGate, type FoundMeasure, measureById } from "../queries/find-measure.server";
import { type MissingForOperation, missingForOperation, type Stage, stepBetween } from "../stage";
import { move, type StepRefusal } from "./move-measure.server";

export type StageChange = {
	id: string;
	/** The stage that the person saw; another one means that somebody was faster. */
	from: Stage;
	to: Stage;
	/** YYYY-MM-DD */
	on: string;
	reason: string;
	postId: string;
};

/**
 * Takes the next step of a measure, dated, reasoned and by a post. The pilot's gate is asked here, so no page can pass by
 * it: refused with everything that is missing. The end has an act of its own.
 */
export const changeStage = command(
	"measures.change-stage",
	async (
		world: ActWorld,
		{ id, from, to, on, reason, postId }: StageChange,
	): Promise<
		Outcome<
			{ code: string },
			StepRefusal | PilotMissing | MissingForOperation | "day-unknown" | "step-unknown" | "moved-meanwhile"
		>
	> => {
		await world.db.$queryRaw`SELECT 1 FROM measure WHERE id = ${id}::uuid FOR UPDATE`;
		const measure = await measureById(world, id);
		demand(mayManageMeasures, world.actor, measure);
		if (measure.stage !== from) return refused("moved-meanwhile");
		const step = stepBetween(from, to);
		if (!step || step.asks === "ending") return refused("step-unknown");
		const day = parseDay(on);
		if (!day) return refused("day-unknown", { field: "on" });
		const missing =
			step.asks === "pilot-gate"
				? await missingOn(world, measure, day)
				: step.asks === "operation"
					? missingForOperation(measure)
					: [];
		if (missing.length > 0) return { done: false, refusals: missing.map((code) => ({ code })) };
		const moved = await move(world, measure, { to, on: day, reason, postId });
		return moved.done ? done({ code: measure.code }) : moved;
	},
);

/** The gate has to be open on the day of the start and today: an exception that is over opens it for no day of before. */
async function missingOn(world: ActWorld, measure: FoundMeasure, day: Date): Promise<PilotMissing[]> {
	const { missing } = await askGate(world, measure, day);
	const now = today(world.now);
	if (day >= now || missing.includes("pilot-agreement-missing")) return missing;
	const { missing: missingNow } = await askGate(world, measure, now);
	return [...missing, ...missingNow.filter((code) => code === "pilot-agreement-missing")];
}
