import type { Refusal } from "~/platform/outcome";
import { type BallotMode, fewestForSecret, judgesOptions, type MethodChoice, mostOptions } from "./ballot";

export type BallotProblem =
	| "hands-for-majority-only"
	| "secret-without-reasons"
	| "too-few-for-secret"
	| "bench-too-small-for-secret"
	| "nobody-entitled"
	| "options-too-few"
	| "options-too-many"
	| "option-twice"
	| "options-not-asked"
	| "closes-in-the-past"
	| "closing-missing"
	| "reminder-outside"
	| "scale-wrong"
	| "vetoes-wrong";

type Wanted = {
	mode: BallotMode;
	method: MethodChoice;
	options: readonly string[];
	closesAt: Date | null;
	remindAt: Date | null;
};

type Given = {
	benches: readonly { bench: string; electorate: number }[];
	now: Date;
	/** The charter's rule asks every bench by itself. */
	eachBench: boolean;
};

/** Why it cannot be voted like this, or null. */
export function ballotProblem(wanted: Wanted, given: Given): Refusal<BallotProblem> | null {
	return modeProblem(wanted, given) ?? optionProblem(wanted) ?? timeProblem(wanted, given.now);
}

function modeProblem({ mode, method }: Wanted, { benches, eachBench }: Given): Refusal<BallotProblem> | null {
	const entitled = benches.reduce((sum, { electorate }) => sum + electorate, 0);
	if (entitled === 0) return { code: "nobody-entitled", field: "biased" };
	if (mode === "hands" && (method.method !== "majority" || method.reasonForNo)) {
		return { code: "hands-for-majority-only", field: "mode" };
	}
	if (mode !== "secret") return null;
	const asksReasons =
		method.method === "consent" ||
		method.method === "consensus" ||
		(method.method === "majority" && method.reasonForNo);
	if (asksReasons) return { code: "secret-without-reasons", field: "mode" };
	if (entitled < fewestForSecret) {
		return { code: "too-few-for-secret", field: "mode", values: { entitled, fewest: fewestForSecret } };
	}
	const small = eachBench && benches.find(({ electorate }) => electorate > 0 && electorate < fewestForSecret);
	if (small) return { code: "bench-too-small-for-secret", field: "mode", values: { bench: small.bench } };
	return null;
}

function optionProblem({ method, options }: Wanted): Refusal<BallotProblem> | null {
	if (!judgesOptions(method.method)) {
		if (options.length > 0) return { code: "options-not-asked", field: "options" };
		if (method.method === "consensus" && method.vetoes < 1) return { code: "vetoes-wrong", field: "vetoes" };
		return null;
	}
	const withPassive = method.method === "resistance" || ("passive" in method && method.passive);
	if (options.length + (withPassive ? 1 : 0) < 2) return { code: "options-too-few", field: "options" };
	if (options.length > mostOptions)
		return { code: "options-too-many", field: "options", values: { most: mostOptions } };
	const folded = options.map((title) => title.trim().toLowerCase());
	if (new Set(folded).size < folded.length) return { code: "option-twice", field: "options" };
	if ("highest" in method && !(method.highest >= 1 && method.highest <= 100)) {
		return { code: "scale-wrong", field: "highest" };
	}
	return null;
}

function timeProblem({ mode, closesAt, remindAt }: Wanted, now: Date): Refusal<BallotProblem> | null {
	if (mode === "hands") return null;
	if (closesAt && closesAt <= now) return { code: "closes-in-the-past", field: "closesAt" };
	if (remindAt && !closesAt) return { code: "closing-missing", field: "closesAt" };
	if (remindAt && closesAt && (remindAt <= now || remindAt >= closesAt))
		return { code: "reminder-outside", field: "remindAt" };
	return null;
}
