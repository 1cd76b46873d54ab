import { randomInt, randomUUID } from "node:crypto";
import { type ActWorld, command } from "~/platform/act.server";
import { isSameHash } from "~/platform/keyed-hash.server";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import { writtenCode } from "../../letter-codes";
import { paperLetter } from "../letters.server";
import { budgetById, type FoundBudget } from "../queries/find-budget.server";
import { mailCodeHash, paperToken, voterKey } from "../voter-key.server";

/** Codes by mail for one address and budget, and how often each may be tried. */
const limits = { codes: 8, attempts: 5, hours: 48 };

export type OpenRefusal = "voting-closed" | "not-this-way";

/** Records nothing about who opens a paper: the log must not say who voted when (architecture.md, audit). */
const secret = { silent: true };

/** The voter's row, made once however often and however parallel it is asked for. */
async function voterFor(world: ActWorld, budget: FoundBudget, keyHash: string) {
	const token = paperToken(budget.id, keyHash);
	await world.db.budgetVoter.createMany({
		data: [{ id: randomUUID(), budgetId: budget.id, keyHash, tokenHash: hashToken(token) }],
		skipDuplicates: true,
	});
	const voter = await world.db.budgetVoter.findUniqueOrThrow({
		where: { budgetId_keyHash: { budgetId: budget.id, keyHash } },
	});
	return { voter, token };
}

/**
 * Opens the ballot paper of who is signed in. Where mail addresses vote, the account's address is the voter, so that
 * nobody votes once with and once without account. @returns the secret address of the paper
 */
export const openPaper = command(
	"participation.open-ballot-paper",
	async (world: ActWorld, { budgetId }: { budgetId: string }): Promise<Outcome<{ token: string }, OpenRefusal>> => {
		if (world.actor.kind !== "person") throw new SignInNeeded();
		const budget = await budgetById(world, budgetId);
		if (!budget.voting.isOpen) return refused("voting-closed");
		if (budget.electorate === "letter") return refused("not-this-way");
		const account = await world.db.account.findUnique({
			where: { id: world.actor.accountId },
			select: { email: true },
		});
		if (!account) throw new SignInNeeded();
		const keyHash =
			budget.electorate === "mail"
				? voterKey(budgetId, "mail", account.email)
				: voterKey(budgetId, "account", world.actor.accountId);
		return done({ token: (await voterFor(world, budget, keyHash)).token });
	},
	secret,
);

/** Opens the paper that belongs to the code of a letter; also for those who type in paper ballots at the counter. */
export const openPaperByLetter = command(
	"participation.open-ballot-paper-by-letter",
	async (
		world: ActWorld,
		{ budgetId, code }: { budgetId: string; code: string },
	): Promise<Outcome<{ token: string }, OpenRefusal | "letter-unknown">> => {
		const budget = await budgetById(world, budgetId);
		if (!budget.voting.isOpen) return refused("voting-closed");
		if (budget.electorate !== "letter") return refused("not-this-way");
		const codeHash = voterKey(budgetId, "letter", writtenCode(code));
		const known = await world.db.budgetLetterCode.findUnique({ where: { budgetId_codeHash: { budgetId, codeHash } } });
		if (!known) return refused("letter-unknown", { field: "letter" });
		return done({ token: (await voterFor(world, budget, codeHash)).token });
	},
	secret,
);

/**
 * Sends a guest a code and a link that open their ballot paper. @returns the id by which the code is typed in
 */
export const askForPaper = command(
	"participation.ask-for-ballot-paper",
	async (
		world: ActWorld,
		{ budgetId, email }: { budgetId: string; email: string },
	): Promise<Outcome<{ voterId: string }, OpenRefusal | "email-unreadable" | "too-many-codes">> => {
		const budget = await budgetById(world, budgetId);
		if (!budget.voting.isOpen) return refused("voting-closed");
		if (budget.electorate !== "mail") return refused("not-this-way");
		const address = readMailAddress(email)?.toLowerCase();
		if (!address) return refused("email-unreadable", { field: "email" });
		const { voter, token } = await voterFor(world, budget, voterKey(budgetId, "mail", address));
		const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
		const { count } = await world.db.budgetVoter.updateMany({
			where: { id: voter.id, codesSent: { lt: limits.codes } },
			data: {
				codeHash: mailCodeHash(voter.id, code),
				codeAttempts: 0,
				codeExpiresAt: new Date(world.now.getTime() + limits.hours * 3_600_000),
				codesSent: { increment: 1 },
			},
		});
		if (count === 0) return refused("too-many-codes", { field: "email" });
		const letter = paperLetter(world.locale, { budget, code, token });
		await queueMail(world, { key: `ballot-paper:${voter.id}:${voter.codesSent}`, to: address, letter });
		return done({ voterId: voter.id });
	},
	secret,
);

type Opened = { opened: true; token: string } | { opened: false; attemptsLeft: number };

/** Opens the paper with the code from the mail. A wrong code counts, which is a success of the act; five lock it. */
export const openPaperByCode = command(
	"participation.open-ballot-paper-by-code",
	async (
		world: ActWorld,
		{ voterId, code }: { voterId: string; code: string },
	): Promise<Outcome<Opened, "code-expired" | "code-locked">> => {
		const voter = await world.db.budgetVoter.findUnique({ where: { id: voterId } });
		if (!voter) throw new NotFound();
		if (!voter.codeHash || !voter.codeExpiresAt || voter.codeExpiresAt <= world.now) {
			return refused("code-expired", { field: "code" });
		}
		// The row is locked by its update, so that parallel guesses are counted one after the other.
		const [tried] = await world.db.$queryRaw<{ code_attempts: number }[]>`
			UPDATE budget_voter SET code_attempts = code_attempts + 1
			WHERE id = ${voterId}::uuid AND code_attempts < ${limits.attempts} RETURNING code_attempts`;
		if (!tried) return refused("code-locked", { field: "code" });
		if (!isSameHash(mailCodeHash(voterId, code.replace(/\s/g, "")), voter.codeHash)) {
			return done({ opened: false, attemptsLeft: limits.attempts - tried.code_attempts });
		}
		return done({ opened: true, token: paperToken(voter.budgetId, voter.keyHash) });
	},
	secret,
);
