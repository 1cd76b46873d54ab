import { recipeOf } from "./recipe";

/**
 * The points of the Beteiligungs-Check: the ten principles of the Allianz Vielfältige Demokratie in our own words
 * (participation-practice.md, 2.3), each answered with a proof.
 */
export const checkPoints = [
	"dialogue",
	"actors",
	"room",
	"early",
	"resources",
	"channels",
	"rules",
	"design",
	"transparency",
	"learning",
] as const;
export type CheckPoint = (typeof checkPoints)[number];

export const checkStates = ["done", "not-applicable"] as const;
export type CheckState = (typeof checkStates)[number];

/** What of the check is open: nothing where the guidelines in force do not demand it, or for a quick poll. */
export function openPoints(
	process: { recipe: string },
	guidelines: { checkDemanded: boolean } | null,
	answered: readonly { point: string }[],
): CheckPoint[] {
	if (!guidelines?.checkDemanded || recipeOf(process.recipe).quick) return [];
	return checkPoints.filter((point) => !answered.some((given) => given.point === point));
}
