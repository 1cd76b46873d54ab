import { z } from "zod";
import { voteRule } from "~/domains/counting";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { boxCount, boxHead, boxKeyAt, foundBox, lockBox, voterBy } from "../../ballots/index.server";
import { type FoundProcess, processById } from "../../processes/index.server";
import { unrankedMeanings, voteKinds } from "../vote";

/** What the database holds as JSON; it was checked when it was stored, so anything else is a broken house. */
const storedRuleChoice = z.object({ unranked: z.enum(unrankedMeanings) });

const include = {
	count: boxCount,
	vote: { include: { options: { orderBy: { number: "asc" } } } },
} as const satisfies Prisma.BallotBoxInclude;
type Row = Prisma.BallotBoxGetPayload<{ include: typeof include }>;

function found(row: Row, process: FoundProcess, now: Date) {
	const { vote, ...boxRow } = row;
	if (!vote) throw new NotFound();
	return {
		...foundBox(boxRow, process, now),
		intro: vote.intro,
		options: vote.options,
		settings: {
			kind: z.enum(voteKinds).parse(vote.kind),
			mostOptions: vote.mostOptions,
			pointsPerVoter: vote.pointsPerVoter,
		},
		ruleChoice: storedRuleChoice.parse(row.ruleChoice),
		rule: row.rule === null ? null : voteRule.parse(row.rule),
	};
}

export type FoundVote = ReturnType<typeof found>;

/** Where a vote is: its process, and its number there. */
export type VoteAddress = { place: string; process: string; vote: string };

/** A vote by its address, as far as this reader may see its process. @throws NotFound */
export async function voteAt(view: View, at: VoteAddress): Promise<FoundVote> {
	const { process, key } = await boxKeyAt(view, { ...at, kind: "vote", position: at.vote });
	const row = await view.db.ballotBox.findUnique({ where: { processId_kind_position: key }, include });
	if (!row) throw new NotFound();
	return found(row, process, view.now);
}

/** A vote by its id, for acts that already know it; the caller asks the policy. @throws NotFound */
export async function voteById(view: Pick<View, "db" | "now">, id: string): Promise<FoundVote> {
	const row = await view.db.ballotBox.findUnique({ where: { id }, include });
	if (!row) throw new NotFound();
	return found(row, await processById(view, row.processId), view.now);
}

/** The vote with its row locked until the act is committed, so that freezing and changing never cross. */
export async function lockedVote(world: Pick<View, "db" | "now">, id: string): Promise<FoundVote> {
	await lockBox(world, id);
	return voteById(world, id);
}

/** The votes of a process whose page was asked for already, in their order. */
export async function votesOf(view: View, processId: string): Promise<FoundVote[]> {
	const [process, rows] = await Promise.all([
		processById(view, processId),
		view.db.ballotBox.findMany({
			where: { processId, kind: "vote" },
			orderBy: { position: "asc" },
			take: 50,
			include,
		}),
	]);
	return rows.map((row) => found(row, process, view.now));
}

/** The voter of a ballot paper with the vote it belongs to. @throws NotFound when the secret opens nothing */
export async function paperBy(view: Pick<View, "db" | "now">, token: string) {
	const voter = await voterBy(view, token);
	const vote = await voteById(view, voter.boxId);
	return { voter, box: vote, vote };
}

/** What every page of a vote says about it. */
export function headOf(vote: FoundVote, place: string) {
	return {
		...boxHead(vote, place),
		intro: vote.intro,
		settings: vote.settings,
		choice: vote.ruleChoice,
		options: vote.options.map(({ number, title, text, passive }) => ({ number, title, text, passive })),
	};
}

export type VoteHead = ReturnType<typeof headOf>;

export function numbersOf(vote: { options: readonly { number: number }[] }): string[] {
	return vote.options.map(({ number }) => String(number));
}
