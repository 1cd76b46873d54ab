import { randomInt, randomUUID } from "node:crypto";
import { type ActWorld, command } from "~/platform/act.server";
import { isSameHash } from "~/platform/keyed-hash.server";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import { writtenCode } from "../../letter-codes";
import { paperLetter } from "../letters.server";
import { boxById, type FoundBox } from "../queries/find-box.server";
import { mailCodeHash, paperToken, voterKey } from "../voter-key.server";
import { listenForResult } from "./listen.server";

/** Codes by mail for one address and vote, and how often each may be tried. */
const limits = { codes: 8, attempts: 5, hours: 48 };

export type OpenRefusal = "voting-closed" | "not-this-way";

/** Records nothing about who opens a paper: the log must not say who voted when (architecture.md, audit). */
const secret = { silent: true };

/** The voter's row, made once however often and however parallel it is asked for. */
async function voterFor(world: ActWorld, box: FoundBox, keyHash: string) {
	const token = paperToken(box.id, keyHash);
	await world.db.ballotVoter.createMany({
		data: [{ id: randomUUID(), boxId: box.id, keyHash, tokenHash: hashToken(token) }],
		skipDuplicates: true,
	});
	const voter = await world.db.ballotVoter.findUniqueOrThrow({
		where: { boxId_keyHash: { boxId: box.id, keyHash } },
	});
	return { voter, token };
}

/**
 * Opens the ballot paper of who is signed in. Where mail addresses vote, the account's address is the voter, so that
 * nobody votes once with and once without account. @returns the secret address of the paper
 */
export const openPaper = command(
	"participation.open-ballot-paper",
	async (
		world: ActWorld,
		{ boxId, wantsResult = false }: { boxId: string; wantsResult?: boolean },
	): Promise<Outcome<{ token: string }, OpenRefusal>> => {
		if (world.actor.kind !== "person") throw new SignInNeeded();
		const box = await boxById(world, boxId);
		if (!box.voting.isOpen) return refused("voting-closed");
		if (box.electorate === "letter") return refused("not-this-way");
		const account = await world.db.account.findUnique({
			where: { id: world.actor.accountId },
			select: { email: true },
		});
		if (!account) throw new SignInNeeded();
		const keyHash =
			box.electorate === "mail"
				? voterKey(boxId, "mail", account.email)
				: voterKey(boxId, "account", world.actor.accountId);
		if (wantsResult) await listenForResult(world, boxId, world.actor);
		return done({ token: (await voterFor(world, box, keyHash)).token });
	},
	secret,
);

/** Opens the paper that belongs to the code of a letter; also for those who type in paper ballots at the counter. */
export const openPaperByLetter = command(
	"participation.open-ballot-paper-by-letter",
	async (
		world: ActWorld,
		{ boxId, code, wantsResult = false }: { boxId: string; code: string; wantsResult?: boolean },
	): Promise<Outcome<{ token: string }, OpenRefusal | "letter-unknown">> => {
		const box = await boxById(world, boxId);
		if (!box.voting.isOpen) return refused("voting-closed");
		if (box.electorate !== "letter") return refused("not-this-way");
		const codeHash = voterKey(boxId, "letter", writtenCode(code));
		const known = await world.db.ballotLetterCode.findUnique({ where: { boxId_codeHash: { boxId, codeHash } } });
		if (!known) return refused("letter-unknown", { field: "letter" });
		if (wantsResult && world.actor.kind === "person") await listenForResult(world, boxId, world.actor);
		return done({ token: (await voterFor(world, box, codeHash)).token });
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
		{ boxId, email, wantsResult = false }: { boxId: string; email: string; wantsResult?: boolean },
	): Promise<Outcome<{ voterId: string }, OpenRefusal | "email-unreadable" | "too-many-codes">> => {
		const box = await boxById(world, boxId);
		if (!box.voting.isOpen) return refused("voting-closed");
		if (box.electorate !== "mail") return refused("not-this-way");
		const address = readMailAddress(email)?.toLowerCase();
		if (!address) return refused("email-unreadable", { field: "email" });
		const { voter, token } = await voterFor(world, box, voterKey(boxId, "mail", address));
		const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
		const { count } = await world.db.ballotVoter.updateMany({
			where: { id: voter.id, codesSent: { lt: limits.codes } },
			data: {
				codeHash: mailCodeHash(voter.id, code),
				codeAttempts: 0,
				codeExpiresAt: new Date(world.now.getTime() + limits.hours * 3_600_000),
				codesSent: { increment: 1 },
			},
		});
		if (count === 0) return refused("too-many-codes", { field: "email" });
		if (wantsResult) await listenForResult(world, boxId, { email: address });
		const letter = paperLetter(world.locale, { box, code, token });
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
		const voter = await world.db.ballotVoter.findUnique({ where: { id: voterId } });
		if (!voter) throw new NotFound();
		if (!voter.codeHash || !voter.codeExpiresAt || voter.codeExpiresAt <= world.now) {
			return refused("code-expired", { field: "code" });
		}
		// The row is locked by its update, so that parallel guesses are counted one after the other.
		const [tried] = await world.db.$queryRaw<{ code_attempts: number }[]>`
			UPDATE ballot_voter SET code_attempts = code_attempts + 1
			WHERE id = ${voterId}::uuid AND code_attempts < ${limits.attempts} RETURNING code_attempts`;
		if (!tried) return refused("code-locked", { field: "code" });
		if (!isSameHash(mailCodeHash(voterId, code.replace(/\s/g, "")), voter.codeHash)) {
			return done({ opened: false, attemptsLeft: limits.attempts - tried.code_attempts });
		}
		return done({ opened: true, token: paperToken(voter.boxId, voter.keyHash) });
	},
	secret,
);
