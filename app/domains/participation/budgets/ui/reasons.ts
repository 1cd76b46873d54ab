import { type BudgetCount, roundedDown } from "~/domains/counting";
import type { Format, Translator } from "~/platform/i18n";
import type { messages } from "../messages";

/** Votes or points of a project in a count. */
export function votesIn(count: BudgetCount, number: number): bigint {
	const id = String(number);
	const votes = count.method === "greedy" ? count.steps.find(({ project }) => project === id)?.votes : count.votes[id];
	return BigInt(votes ?? 0);
}

/** Why a project was not funded, in one sentence. */
export function reasonFor(
	t: Translator<typeof messages>,
	{ money }: Format,
	count: BudgetCount,
	number: number,
	title: (id: string) => string,
): string {
	const id = String(number);
	if (count.method === "greedy") {
		const step = count.steps.find(({ project }) => project === id);
		if (!step) return "";
		return t(`result.greedy.${step.outcome}`, {
			left: money(BigInt(step.left)),
			because: step.because === null ? "" : title(step.because),
		});
	}
	const left = count.leftOut.find(({ project }) => project === id);
	if (!left) return t("result.shares.noVotes");
	if (left.reason !== "supporters-lack-money") return t(`result.shares.${left.reason}`);
	return t("result.shares.lack", { left: money(roundedDown(left.supportersHadLeft)), cost: money(BigInt(left.cost)) });
}
