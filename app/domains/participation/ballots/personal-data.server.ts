import { Prisma } from "~/platform/database/generated/client";
import type { PersonalData } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { voterKey } from "./voter-key.server";

const day = 24 * 60 * 60 * 1000;
/** How long it stays known who voted after the count, for objections; and who wanted to be told after they were. */
const days = { voters: 30, listeners: 30 };

/** The voter's rows of a person: by account and by address, in every vote whose voters are still known. */
async function voterKeysOf(db: Pick<View, "db">["db"], personId: string): Promise<string[]> {
	const account = await db.account.findUnique({ where: { personId }, select: { id: true, email: true } });
	if (!account) return [];
	const boxes = await db.ballotBox.findMany({ where: { voters: { some: {} } }, select: { id: true } });
	return boxes.flatMap(({ id }) => [voterKey(id, "account", account.id), voterKey(id, "mail", account.email)]);
}

/** Ballots belong to nobody: nothing leads from a person to one. What is known of a person is that they voted. */
export const personalData: PersonalData = {
	async export(db, personId) {
		return {
			votes: await db.ballotVoter.findMany({
				where: { keyHash: { in: await voterKeysOf(db, personId) } },
				select: { hasVoted: true, draft: true, box: { select: { title: true } } },
			}),
			voteResultsWanted: await db.ballotListener.findMany({
				where: { personId },
				select: { box: { select: { title: true } } },
			}),
			paperBallotsTypedIn: await db.paperBallot.count({
				where: { OR: [{ firstById: personId }, { secondById: personId }] },
			}),
		};
	},

	/** That somebody voted stays as a hash until the count is over, or they could vote twice. */
	async erase({ db }, personId) {
		const keyHash = { in: await voterKeysOf(db, personId) };
		await db.ballotVoter.deleteMany({ where: { keyHash, hasVoted: false } });
		await db.ballotVoter.updateMany({
			where: { keyHash },
			data: { draft: Prisma.DbNull, codeHash: null, codeExpiresAt: null },
		});
		await db.ballotListener.deleteMany({ where: { personId } });
		await db.paperBallot.updateMany({ where: { firstById: personId }, data: { firstById: null } });
		await db.paperBallot.updateMany({ where: { secondById: personId }, data: { secondById: null } });
	},

	/** Voters, letter codes and paper entries once the result has stood for thirty days; listeners once they were told. */
	async retain({ db, now }) {
		const before = (count: number) => new Date(now.getTime() - count * day);
		const over = { box: { count: { finishedAt: { lt: before(days.voters) } } } };
		const voters = await db.ballotVoter.deleteMany({ where: over });
		const letters = await db.ballotLetterCode.deleteMany({ where: over });
		const papers = await db.paperBallot.deleteMany({ where: over });
		const listeners = await db.ballotListener.deleteMany({
			where: { box: { resultToldAt: { lt: before(days.listeners) } } },
		});
		return voters.count + letters.count + papers.count + listeners.count;
	},
};
