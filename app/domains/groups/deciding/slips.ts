import { z } from "zod";
import type { Refusal } from "~/platform/outcome";
import { fewestForSecret } from "./ballot";

/** What two people count on the paper slips of a secret vote: of a bench where the rule asks every bench, otherwise of all. */
export type SlipSum = { bench: string | null; yes: number; no: number; abstain: number };

/** How many slips were handed out, in the same parts. */
export type Handed = { bench: string | null; slips: number };

const storedSums = z.array(
	z.object({ bench: z.string().nullable(), yes: z.number(), no: z.number(), abstain: z.number() }),
);

export function sumsOf(stored: unknown): SlipSum[] {
	return storedSums.parse(stored);
}

/** The parts in which slips are counted, with how many were handed out in each; parts without a slip are left out. */
export function handedOut(slips: readonly { bench: string }[], withBench: boolean): Handed[] {
	if (!withBench) return slips.length > 0 ? [{ bench: null, slips: slips.length }] : [];
	const benches = [...new Set(slips.map(({ bench }) => bench))].sort();
	return benches.map((bench) => ({ bench, slips: slips.filter((slip) => slip.bench === bench).length }));
}

export type SlipProblem = "no-slips" | "too-few-slips" | "slips-not-as-handed";

/** The name of the first field of a part. */
export const slipField = (bench: string | null, answer: "yes" | "no" | "abstain") =>
	bench === null ? answer : `${bench}-${answer}`;

/**
 * What is wrong with counted sums, or null: as many slips as were handed out, and never so few that the sums say who voted how.
 */
export function slipProblem(handed: readonly Handed[], sums: readonly SlipSum[]): Refusal<SlipProblem> | null {
	if (handed.length === 0) return { code: "no-slips" };
	for (const { bench, slips } of handed) {
		const sum = sums.find((one) => one.bench === bench);
		const field = slipField(bench, "yes");
		if (slips < fewestForSecret) return { code: "too-few-slips", field, values: { slips, fewest: fewestForSecret } };
		const counted = sum ? sum.yes + sum.no + sum.abstain : 0;
		if (counted !== slips) return { code: "slips-not-as-handed", field, values: { counted, slips } };
	}
	return null;
}

/** Whether two people counted the same. */
export function sameSums(one: readonly SlipSum[], other: readonly SlipSum[]): boolean {
	const told = (sums: readonly SlipSum[]) =>
		sums
			.map(({ bench, yes, no, abstain }) => [bench ?? "", yes, no, abstain].join())
			.sort()
			.join(";");
	return told(one) === told(other);
}

/** One ballot for each slip. */
export function ballotsOf(sums: readonly SlipSum[]): { bench: string | null; choice: "yes" | "no" | "abstain" }[] {
	return sums.flatMap(({ bench, ...figures }) =>
		(["yes", "no", "abstain"] as const).flatMap((choice) =>
			Array.from({ length: figures[choice] }, () => ({ bench, choice })),
		),
	);
}
