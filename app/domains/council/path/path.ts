import { outcomes } from "../resolution";

/** What a body does with a paper (OParl, Consultation.role). */
export const consultationRoles = ["hearing", "preliminary", "decision", "notice"] as const;
export type ConsultationRole = (typeof consultationRoles)[number];

/** What came out of a session; "referred": passed on to another body (OParl knows no word for it). */
export const stepResults = [...outcomes, "referred"] as const;
export type StepResult = (typeof stepResults)[number];

/** What can be handed to a council's office, with the word in the address of its path. */
export const pathKinds = {
	recommendation: "empfehlung",
	process: "verfahren",
	contribution: "beitrag",
	project: "projekt",
	measure: "massnahme",
} as const;
export type PathKind = keyof typeof pathKinds;

export function pathKindIn(word: string): PathKind | null {
	for (const kind of Object.keys(pathKinds) as PathKind[]) if (pathKinds[kind] === word) return kind;
	return null;
}

/** Where the path of an object is worked on. */
export function pathAddress(place: string, { kind, id }: { kind: string; id: string }): string | null {
	const word = Object.hasOwn(pathKinds, kind) ? pathKinds[kind as PathKind] : null;
	return word && `/o/${place}/verwaltung/gremienweg/${word}/${id}`;
}

export type Step = {
	role: ConsultationRole;
	authoritative: boolean;
	/** YYYY-MM-DD */
	sessionOn: string | null;
	result: StepResult | null;
};

export type StepProblem =
	| "decides-only-by-decision"
	| "decides-twice"
	| "result-without-session"
	| "result-before-session"
	| "decided-without-authority";

/** What of an adopted kind only that body can say in which it is decided; others hear, prepare, refer or take note. */
const deciding: readonly StepResult[] = ["adopted", "amended", "partial", "refused"];

/**
 * What does not fit together in one step of a path, with the field to mend. Only one body decides; a committee that prepares
 * recommends, so what came out of it is written down as "adopted" too, but never at a hearing or a mere notice.
 * @param others the other steps of the path
 * @param today YYYY-MM-DD
 */
export function stepProblems(
	step: Step,
	others: readonly Pick<Step, "authoritative">[],
	today: string,
): { code: StepProblem; field: string }[] {
	const onlyListens = step.role === "hearing" || step.role === "notice";
	const checks: [StepProblem, string, boolean][] = [
		["decides-only-by-decision", "authoritative", step.authoritative && step.role !== "decision"],
		["decides-twice", "authoritative", step.authoritative && others.some((other) => other.authoritative)],
		["result-without-session", "sessionOn", step.result !== null && step.sessionOn === null],
		["result-before-session", "result", step.result !== null && step.sessionOn !== null && step.sessionOn > today],
		["decided-without-authority", "result", onlyListens && step.result !== null && deciding.includes(step.result)],
	];
	return checks.flatMap(([code, field, wrong]) => (wrong ? [{ code, field }] : []));
}

export type PathState = "planned" | "handed-over" | "under-way" | "decided";

/** How far it has come: decided, when the deciding body said so for good; a postponement is no decision. */
export function pathState(path: {
	handedOverOn: unknown;
	reference: string | null;
	steps: readonly Pick<Step, "authoritative" | "result">[];
}): PathState {
	const final = (result: StepResult | null) => result !== null && deciding.includes(result);
	if (path.steps.some(({ authoritative, result }) => authoritative && final(result))) return "decided";
	if (path.steps.some(({ result }) => result !== null)) return "under-way";
	return path.handedOverOn !== null || path.reference !== null ? "handed-over" : "planned";
}
