import type { View } from "~/platform/world.server";
import { knownWord } from "../../stored-word";
import { costClasses } from "../cost-item";
import { type Factor, scenarios } from "../scenarios";

/** The factors of both scenarios of an agreement. Asks nobody: the caller has asked the policy. */
export async function scenarioFactors({ db }: View, agreementId: string): Promise<Factor[]> {
	const rows = await db.agreementScenarioFactor.findMany({ where: { agreementId }, take: 100 });
	return rows.map(({ scenario, costClass, factor }) => ({
		scenario: knownWord(scenarios, scenario),
		costClass: knownWord(costClasses, costClass),
		factor: BigInt(factor),
	}));
}
