import type { Refusal } from "~/platform/outcome";
import { type BallotMode, ballotModes } from "./ballot";

/** What a form offers as ways to decide; the second is the first with a reason for every no. */
export const methodChoices = [
	"majority",
	"majority-reasons",
	"consent",
	"consensus",
	"score",
	"ranking",
	"resistance",
] as const;
export type MethodName = (typeof methodChoices)[number];

/** How a vote is taken, as it is chosen before anything else: method, ballot, and which rule of the charter (0 is the first). */
export type HowToVote = { method: MethodName; mode: BallotMode; rule: number };

/** Methods whose answers need reasons, which tell whose they are. */
const withReasons: ReadonlySet<string> = new Set<MethodName>(["majority-reasons", "consent", "consensus"]);

/** Why a method and a ballot do not go together, or null. */
export function pairProblem(
	method: MethodName,
	mode: BallotMode,
): Refusal<"hands-for-majority-only" | "secret-without-reasons"> | null {
	if (mode === "hands" && method !== "majority") return { code: "hands-for-majority-only", field: "art" };
	if (mode === "secret" && withReasons.has(method)) return { code: "secret-without-reasons", field: "art" };
	return null;
}

/**
 * What was chosen, from the address (`methode`, `art`, `regel`); null for an address that chooses nothing yet.
 * @param rules how many rules the charter of the day has; any other number is the first
 */
export function chosenFrom(search: URLSearchParams, rules: number): HowToVote | null {
	const method = methodChoices.find((one) => one === search.get("methode"));
	const mode = ballotModes.find((one) => one === search.get("art"));
	if (!method || !mode) return null;
	const rule = Number(search.get("regel"));
	return { method, mode, rule: Number.isInteger(rule) && rule > 0 && rule < rules ? rule : 0 };
}

/** The address of the second step, or with `back` of the first with the same choice. */
export function searchOf({ method, mode, rule }: HowToVote, replaces: string, back = false): string {
	const search = new URLSearchParams({ methode: method, art: mode, regel: String(rule) });
	if (replaces) search.set("ersetzt", replaces);
	if (back) search.set("waehlen", "1");
	return `?${search}`;
}
