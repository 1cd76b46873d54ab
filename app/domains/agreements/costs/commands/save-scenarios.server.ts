import { command } from "~/platform/act.server";
import { done, type Outcome } from "~/platform/outcome";
import { holdForEditing } from "../../drafting/commands/editing.server";
import type { Factor } from "../scenarios";

/** Writes the factors of both scenarios anew; the agreed plan and what is frozen of it stay as they are. */
export const saveScenarios = command(
	"agreements.save-scenarios",
	async (
		world,
		{ code, factors }: { code: string; factors: readonly Factor[] },
	): Promise<Outcome<null, "not-editable">> => {
		const held = await holdForEditing(world, code, "scenarios");
		if (!held.done) return held;
		const agreementId = held.value.id;
		await world.db.agreementScenarioFactor.deleteMany({ where: { agreementId } });
		await world.db.agreementScenarioFactor.createMany({
			data: factors.map(({ factor, ...entry }) => ({ agreementId, ...entry, factor: Number(factor) })),
		});
		return done(null);
	},
);
