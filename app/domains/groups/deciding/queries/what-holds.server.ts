import type { View } from "~/platform/world.server";
import { fewestForSecret } from "../ballot";

/** Why a secret vote cannot be closed: slips that nobody counted, or so few ballots that the result says whose they are. */
export type Hold = "slips-uncounted" | "too-few-in-secret";

/**
 * What keeps a secret vote from being closed, or null. Who counts slips knows their sum, and so what the rest of the votes say;
 * where the rule asks every bench, everybody reads the sums of each. So what was cast on the page has to be nothing or at least
 * three ballots, of each bench where benches are asked. (Slips are never fewer than three, `slipProblem`.)
 */
export async function whatHolds(view: Pick<View, "db">, recommendationId: string): Promise<Hold | null> {
	const where = { recommendationId, onPaper: true };
	// until two people have counted them it is not known how many voted
	if ((await view.db.groupSecretVoter.count({ where: { ...where, hasVoted: false } })) > 0) return "slips-uncounted";
	const [ballots, slips] = await Promise.all([
		view.db.groupSecretBallot.groupBy({ by: ["benchKind"], where: { recommendationId }, _count: true }),
		view.db.groupSecretVoter.findMany({
			where: { ...where, hasVoted: true },
			select: { entry: { select: { benchKind: true } } },
			take: 1000,
		}),
	]);
	const isTold = ballots.some(({ benchKind, _count }) => {
		const onPaper = slips.filter(({ entry }) => benchKind === null || entry.benchKind === benchKind).length;
		const onPage = _count - onPaper;
		return onPage > 0 && onPage < fewestForSecret;
	});
	return isTold ? "too-few-in-secret" : null;
}
