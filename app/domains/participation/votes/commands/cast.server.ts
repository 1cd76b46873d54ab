import { type ActWorld, command } from "~/platform/act.server";
import { type Outcome, type Refusal, refused } from "~/platform/outcome";
import type { Choice } from "../../ballots/ballot";
import {
	type CastingRefusal,
	castDraft,
	enterPaperBallot,
	keepDraft,
	type PaperRefusal,
	type PaperState,
	secret,
	settlePaperBallot,
} from "../../ballots/index.server";
import { type FoundVote, numbersOf, paperBy, voteById } from "../queries/find-vote.server";
import { type BallotProblem, ballotProblems } from "../vote";

type Code = BallotProblem["code"];

/** Keeps what was chosen so far (`keepDraft`). Refused too for an option that is not on the ballot. */
export const saveVoteDraft = command(
	"participation.save-vote-draft",
	async (
		world: ActWorld,
		{ token, choice }: { token: string; choice: Choice },
	): Promise<Outcome<null, "voting-closed" | "already-voted" | "option-unknown">> => {
		const paper = await paperBy(world, token);
		const numbers = numbersOf(paper.vote);
		if (Object.keys(choice).some((number) => !numbers.includes(number))) return refused("option-unknown");
		return keepDraft(world, paper, choice);
	},
	secret,
);

/** Casts the ballot for good (`castDraft`). @returns the receipt */
export const castVote = command(
	"participation.cast-vote",
	async (
		world: ActWorld,
		{ token, seen }: { token: string; seen: Choice },
	): Promise<Outcome<{ receipt: string }, CastingRefusal | Code>> => {
		const paper = await paperBy(world, token);
		return castDraft(world, paper, { seen, problems: problemsOf(paper.vote) });
	},
	secret,
);

/** Types in a paper ballot, twice by two people (`enterPaperBallot`). */
export const typeInVotePaper = command(
	"participation.type-in-vote-paper",
	async (
		world: ActWorld,
		{ voteId, code, choice }: { voteId: string; code: string; choice: Choice },
	): Promise<Outcome<{ state: PaperState }, PaperRefusal | Code>> => {
		const vote = await voteById(world, voteId);
		return enterPaperBallot(world, vote, { code, choice, problems: problemsOf(vote) });
	},
);

/** Decides between two entries of a paper ballot (`settlePaperBallot`). */
export const settleVotePaper = command(
	"participation.settle-vote-paper",
	async (world: ActWorld, input: { voteId: string; id: string; right: "first" | "second" | "neither" }) =>
		settlePaperBallot(world, await voteById(world, input.voteId), input),
);

const problemsOf =
	(vote: FoundVote) =>
	(choice: Choice): Refusal<Code>[] =>
		ballotProblems(vote.settings, numbersOf(vote), choice);
