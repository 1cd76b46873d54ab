import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { type LetterCodeProblem, readLetterCodes } from "../../letter-codes";
import { mayManageBudgets } from "../policy.server";
import { voterKey } from "../voter-key.server";
import { lockedBudget } from "./set-up.server";

export type LetterRefusal = LetterCodeProblem | "voting-began";

/**
 * Takes over the codes that went out by letter; only their hashes are kept. All or none: refused with the line of the first
 * code that is too short or there twice. Codes that are known already stay as they are. May be repeated until voting begins.
 * @returns how many are new, and how many there are
 */
export const importLetterCodes = command(
	"participation.import-letter-codes",
	async (
		world: ActWorld,
		{ budgetId, text }: { budgetId: string; text: string },
	): Promise<Outcome<{ added: number; total: number }, LetterRefusal>> => {
		const budget = await lockedBudget(world, budgetId);
		demand(mayManageBudgets, world.actor, budget.process);
		if (budget.voting.isOpen || budget.state === "closed" || budget.state === "counted") return refused("voting-began");
		const codes = readLetterCodes(text);
		if (!codes.done) return codes;
		const hashes = codes.value.map((code) => voterKey(budgetId, "letter", code));
		let added = 0;
		for (let from = 0; from < hashes.length; from += 5000) {
			const { count } = await world.db.budgetLetterCode.createMany({
				data: hashes.slice(from, from + 5000).map((codeHash) => ({ budgetId, codeHash })),
				skipDuplicates: true,
			});
			added += count;
		}
		const total = await world.db.budgetLetterCode.count({ where: { budgetId } });
		world.record({
			type: "participation.budget.letter-codes-imported",
			subject: { kind: "budget", id: budgetId },
			ownerId: budget.organisationId,
			facts: { added, total },
		});
		return done({ added, total });
	},
);
