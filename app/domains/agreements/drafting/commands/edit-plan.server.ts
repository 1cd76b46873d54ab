import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import type { DutyPhase } from "../../content";
import { checkTexts, type TextRefusal } from "../text-check";
import { holdForEditing } from "./editing.server";
import { demandParties } from "./parties.server";

type Duty = { code: string; task: string; phase: DutyPhase; responsibleId: string; helperIds: string[] };

/**
 * Gives a task in one phase to one responsible party, with others that help.
 * @returns refused with "duty-taken" when the task has a responsible party in this phase
 */
export async function addDuty(
	world: World | ActWorld,
	input: Duty,
): Promise<Outcome<null, "not-editable" | "duty-taken" | TextRefusal>> {
	try {
		return await writeDuty(world, input);
	} catch (error) {
		if (isTaken(error)) return refused("duty-taken", { field: "task" });
		throw error;
	}
}

const writeDuty = command(
	"agreements.add-duty",
	async (world, input: Duty): Promise<Outcome<null, "not-editable" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "duties");
		if (!held.done) return held;
		const texts = checkTexts({ task: input.task });
		if (!texts.done) return texts;
		const helperIds = input.helperIds.filter((id) => id !== input.responsibleId);
		await demandParties(world, held.value.id, [input.responsibleId, ...helperIds]);
		const { phase, responsibleId } = input;
		await world.db.agreementDuty.create({
			data: {
				id: newId(world.now),
				agreementId: held.value.id,
				task: texts.value.task,
				phase,
				responsibleId,
				helperIds,
			},
		});
		return done(null);
	},
);

/** Adds a date of the plan. */
export const addMilestone = command(
	"agreements.add-milestone",
	async (
		world,
		input: { code: string; title: string; day: Date; phase: DutyPhase },
	): Promise<Outcome<null, "not-editable" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "milestones");
		if (!held.done) return held;
		const texts = checkTexts({ title: input.title });
		if (!texts.done) return texts;
		const { day, phase } = input;
		await world.db.agreementMilestone.create({
			data: { id: newId(world.now), agreementId: held.value.id, title: texts.value.title, day, phase },
		});
		return done(null);
	},
);

/** Promises the running costs by one party, first and last day included. */
export const addCommitment = command(
	"agreements.add-commitment",
	async (
		world,
		input: {
			code: string;
			partyId: string;
			from: Date;
			until: Date;
			/** The most in a year; left out only by what was written before it was asked. */
			yearlyCents?: bigint;
			basis: string;
			adjustment: string;
		},
	): Promise<Outcome<null, "not-editable" | "period-empty" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "commitments");
		if (!held.done) return held;
		const texts = checkTexts({ basis: input.basis, adjustment: input.adjustment });
		if (!texts.done) return texts;
		if (input.until < input.from) return refused("period-empty", { field: "until" });
		await demandParties(world, held.value.id, [input.partyId]);
		await world.db.agreementCommitment.create({
			data: {
				id: newId(world.now),
				agreementId: held.value.id,
				partyId: input.partyId,
				fromDay: input.from,
				untilDay: input.until,
				yearlyCents: input.yearlyCents ?? null,
				...texts.value,
			},
		});
		return done(null);
	},
);

/** Takes one line out of the plan. @throws NotFound when it is not there (any more) */
export const removeLine = command(
	"agreements.remove-line",
	async (
		world,
		{ code, of, id }: { code: string; of: "duty" | "milestone" | "commitment" | "cover" | "item"; id: string },
	): Promise<Outcome<null, "not-editable">> => {
		const held = await holdForEditing(world, code, `${of}s`);
		if (!held.done) return held;
		const where = { id, agreementId: held.value.id };
		const { db } = world;
		const { count } = await {
			duty: () => db.agreementDuty.deleteMany({ where }),
			milestone: () => db.agreementMilestone.deleteMany({ where }),
			commitment: () => db.agreementCommitment.deleteMany({ where }),
			cover: () => db.agreementCover.deleteMany({ where }),
			item: () => db.agreementCostItem.deleteMany({ where }),
		}[of]();
		if (count === 0) throw new NotFound();
		return done(null);
	},
);
