/** What became of a contribution (Ergebnis); each is always said with a reason. */
export const dispositions = [
	"adopted",
	"partly-adopted",
	"already-planned",
	"passed-on",
	"acknowledged",
	"duplicate",
	"not-adopted",
	"off-topic",
] as const;
export type Disposition = (typeof dispositions)[number];

/** Shorter reasons explain nothing; longer ones nobody reads. In characters. */
export const reasonLimits = { least: 20, most: 5000 } as const;

export function isDisposition(name: string): name is Disposition {
	return (dispositions as readonly string[]).includes(name);
}

/** An answer as somebody means to give it. `duplicateOf`: the contribution that said it before. */
export type Meant = {
	disposition: string;
	reasonText: string;
	duplicateOf: string | null;
	/** The contributions that it answers. */
	contributions: readonly string[];
};

export type MeantProblem =
	| { code: "disposition-missing"; field: "disposition" }
	| { code: "reason-too-short" | "reason-too-long"; field: "reason" }
	| { code: "duplicate-of-missing" | "duplicate-of-itself"; field: "duplicateOf" };

/** What is wrong with an answer before it may be stored; empty when nothing is. */
export function problemsOf({ disposition, reasonText, duplicateOf, contributions }: Meant): MeantProblem[] {
	const problems: MeantProblem[] = [];
	const characters = reasonText.trim().length;
	if (!isDisposition(disposition)) problems.push({ code: "disposition-missing", field: "disposition" });
	if (disposition === "duplicate") {
		if (duplicateOf === null) problems.push({ code: "duplicate-of-missing", field: "duplicateOf" });
		else if (contributions.includes(duplicateOf)) problems.push({ code: "duplicate-of-itself", field: "duplicateOf" });
	}
	if (characters < reasonLimits.least) problems.push({ code: "reason-too-short", field: "reason" });
	if (characters > reasonLimits.most) problems.push({ code: "reason-too-long", field: "reason" });
	return problems;
}

/** Green for what changes something, red for nothing: the word always stands beside it. */
export function toneOf(disposition: string): "success" | "info" | "neutral" {
	if (disposition === "adopted" || disposition === "partly-adopted" || disposition === "already-planned")
		return "success";
	return disposition === "passed-on" || disposition === "duplicate" ? "info" : "neutral";
}
