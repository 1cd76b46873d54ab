import { type ActWorld, command } from "~/platform/act.server";
import { parseDay } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { type ExitMissing, type ExitReason, missingForExit, type Remainder } from "../exit";
import { mayManageMeasures } from "../policy.server";
import { measureById } from "../queries/find-measure.server";
import { type Stage, stepBetween } from "../stage";
import { move, type StepRefusal } from "./move-measure.server";

export type Ending = {
	id: string;
	/** The stage that the person saw. */
	from: Stage;
	/** YYYY-MM-DD */
	on: string;
	reasons: ExitReason[];
	explanation: string;
	parts: Remainder[];
	postId: string;
};

const fieldOf: Record<ExitMissing, string> = {
	"exit-reason-missing": "reasons",
	"exit-explanation-missing": "explanation",
	"exit-remainder-missing": "part1",
	"exit-recipient-missing": "recipient",
};

/** Ends a measure in order: why, and what becomes of each of its parts. Everybody reads it, nothing is taken down. */
export const endMeasure = command(
	"measures.end-measure",
	async (
		world: ActWorld,
		{ id, from, on, postId, ...ending }: Ending,
	): Promise<Outcome<{ code: string }, StepRefusal | ExitMissing | "day-unknown" | "moved-meanwhile">> => {
		await world.db.$queryRaw`SELECT 1 FROM measure WHERE id = ${id}::uuid FOR UPDATE`;
		const measure = await measureById(world, id);
		demand(mayManageMeasures, world.actor, measure);
		if (measure.stage !== from || !stepBetween(from, "ENDED")) return refused("moved-meanwhile");
		const day = parseDay(on);
		if (!day) return refused("day-unknown", { field: "on" });
		const missing = missingForExit(ending);
		if (missing.length > 0) {
			const refusals = missing.map(({ code, part }) => ({
				code,
				field: part === undefined ? fieldOf[code] : `${fieldOf[code]}${part + 1}`,
			}));
			return { done: false, refusals };
		}
		await world.db.measureEnding.create({
			data: {
				measureId: id,
				reasons: [...new Set(ending.reasons)],
				explanation: ending.explanation.trim(),
				parts: {
					create: ending.parts.map(({ name, fate, recipient }, index) => ({
						position: index + 1,
						name: name.trim(),
						fate,
						recipient: recipient?.trim() || null,
					})),
				},
			},
		});
		const moved = await move(world, measure, { to: "ENDED", on: day, reason: ending.explanation, postId });
		return moved.done ? done({ code: measure.code }) : moved;
	},
);
