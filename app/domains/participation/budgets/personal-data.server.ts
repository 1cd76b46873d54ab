import { Prisma } from "~/platform/database/generated/client";
import type { PersonalData } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { voterKey } from "./voter-key.server";

/** How long it stays known who voted, after the count: for objections. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** The voter's rows of a person: by account and by address, in every budget whose voters are still known. */
async function voterKeysOf(db: Pick<View, "db">["db"], personId: string): Promise<string[]> {
	const account = await db.account.findUnique({ where: { personId }, select: { id: true, email: true } });
	if (!account) return [];
	const budgets = await db.budget.findMany({ where: { voters: { some: {} } }, select: { id: true } });
	return budgets.flatMap(({ id }) => [voterKey(id, "account", account.id), voterKey(id, "mail", account.email)]);
}

/** Ballots belong to nobody: nothing leads from a person to one. What is known of a person is that they voted. */
export const personalData: PersonalData = {
	async export(db, personId) {
		const votes = await db.budgetVoter.findMany({
			where: { keyHash: { in: await voterKeysOf(db, personId) } },
			select: { hasVoted: true, draft: true, budget: { select: { title: true } } },
		});
		const checks = await db.budgetProject.findMany({
			where: { checkedById: personId },
			select: { title: true, feasibility: true, checkedAt: true },
		});
		return { budgetVotes: votes, budgetChecks: checks };
	},

	/** That somebody voted stays as a hash until the count is over, or they could vote twice. */
	async erase({ db }, personId) {
		const keyHash = { in: await voterKeysOf(db, personId) };
		await db.budgetVoter.deleteMany({ where: { keyHash, hasVoted: false } });
		await db.budgetVoter.updateMany({
			where: { keyHash },
			data: { draft: Prisma.DbNull, codeHash: null, codeExpiresAt: null },
		});
		await db.budgetProject.updateMany({ where: { checkedById: personId }, data: { checkedById: null } });
	},

	/** Voters and letter codes, once the result has stood for thirty days. */
	async retain({ db, now }) {
		const over = { budget: { count: { finishedAt: { lt: new Date(now.getTime() - keptFor) } } } };
		const voters = await db.budgetVoter.deleteMany({ where: over });
		const letters = await db.budgetLetterCode.deleteMany({ where: over });
		return voters.count + letters.count;
	},
};
