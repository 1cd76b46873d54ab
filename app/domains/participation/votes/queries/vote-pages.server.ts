import type { VoteCount } from "~/domains/counting";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { fewestPublished } from "../../ballots/ballot";
import {
	ballotsOf,
	mayManageBox,
	mayReadResult,
	paperBallots,
	receiptIn,
	storedChoice,
} from "../../ballots/index.server";
import { ballotProblems } from "../vote";
import { headOf, numbersOf, paperBy, type VoteAddress, voteAt } from "./find-vote.server";

/** The public page of a vote: the options, how one votes, how it will be counted. @throws NotFound */
export async function votePage(view: View, at: VoteAddress) {
	const vote = await voteAt(view, at);
	const title = (number: string) => vote.options.find((option) => String(option.number) === number)?.title ?? number;
	return {
		...headOf(vote, at.place),
		isCounting: vote.count !== null && vote.count.finishedAt === null,
		frozen:
			vote.rule && vote.frozenAt
				? {
						at: vote.frozenAt,
						hash: vote.ruleHash,
						seed: vote.lotSeed,
						lot: vote.rule.lot.map((number) => ({ number, title: title(number) })),
					}
				: null,
		may: { manage: mayManageBox(view.actor, vote.process) },
	};
}

/**
 * What stands on the ballot to print.
 * @throws NotFound where one votes online only: without a letter nobody could tell who votes twice
 */
export async function voteSheet(view: View, at: VoteAddress) {
	const vote = await voteAt(view, at);
	if (vote.electorate !== "letter" || vote.options.length === 0) throw new NotFound();
	return headOf(vote, at.place);
}

/** A voter's ballot paper with what is chosen so far. The secret in the address is the right to see it. @throws NotFound */
export async function votePaper(view: View, token: string) {
	const { voter, vote } = await paperBy(view, token);
	const { space } = vote.process.organisation;
	if (!space) throw new NotFound();
	const choice = storedChoice.parse(voter.draft ?? {});
	return {
		...headOf(vote, space.slug),
		drafted: choice,
		isSaved: voter.draft !== null,
		hasVoted: voter.hasVoted,
		problems: ballotProblems(vote.settings, numbersOf(vote), choice),
	};
}

/** A ballot that was cast, by its receipt: what it holds, and nothing about who cast it. @throws NotFound */
export async function castVoteBy(view: View, at: VoteAddress & { receipt: string }) {
	const vote = await voteAt(view, at);
	const receipt = await receiptIn(view, vote.id, at.receipt);
	if (!receipt) throw new NotFound();
	const { choice } = await view.db.castBallot.findUniqueOrThrow({ where: { receipt }, select: { choice: true } });
	return { ...headOf(vote, at.place), receipt, cast: storedChoice.parse(choice) };
}

/** The result of a vote with every step of the count. @throws NotFound before it is counted */
export async function voteResult(view: View, at: VoteAddress) {
	const vote = await voteAt(view, at);
	const counting = await view.db.ballotCounting.findUnique({ where: { boxId: vote.id } });
	const { rule } = vote;
	if (!counting?.finishedAt || !rule || !mayReadResult(view.actor, vote.process, counting, view.now)) {
		throw new NotFound();
	}
	if (counting.result === null) throw new Error("a count without a result");
	return {
		...headOf(vote, at.place),
		voters: counting.voters ?? 0,
		ruleHash: vote.ruleHash,
		ballotsHash: counting.ballotsHash,
		unsettled: counting.unsettled,
		// has one writer: the count
		count: counting.result as unknown as VoteCount,
		ballotsArePublished: (counting.voters ?? 0) >= fewestPublished,
	};
}

export type VoteResult = Awaited<ReturnType<typeof voteResult>>;

export const voteFileFormats = ["json", "csv"] as const;

/**
 * The published ballots: receipt and choice, in the order of the random receipts; nothing about voters, ways or times.
 * @throws NotFound before the count, and when there are so few that people could be told apart
 */
export async function voteBallotsFile(
	view: View,
	at: VoteAddress,
	format: (typeof voteFileFormats)[number],
): Promise<string> {
	const [vote, result] = await Promise.all([voteAt(view, at), voteResult(view, at)]);
	if (!result.ballotsArePublished) throw new NotFound();
	const ballots = (await ballotsOf(view, vote.id)).map(({ receipt, choice }) => ({
		receipt,
		choice: storedChoice.parse(choice),
	}));
	if (format === "csv") {
		const rows = ballots.flatMap(({ receipt, choice }) =>
			Object.entries(choice).map(([number, value]) => `${receipt},${number},${value}`),
		);
		return `${["quittung,variante,zahl", ...rows].join("\r\n")}\r\n`;
	}
	return JSON.stringify({
		format: "gemeinwerk-vote",
		title: vote.title,
		rule: vote.rule,
		lotSeed: vote.lotSeed,
		ruleHash: vote.ruleHash,
		ballotsHash: result.ballotsHash,
		options: vote.options.map(({ number, title }) => ({ number, title })),
		ballots,
		winners: result.count.winners,
	});
}

/** What those who type in paper ballots need. @throws NotFound, Forbidden */
export async function votePapers(view: View, at: VoteAddress) {
	const vote = await voteAt(view, at);
	return { vote: headOf(vote, at.place), papers: await paperBallots(view, vote) };
}
