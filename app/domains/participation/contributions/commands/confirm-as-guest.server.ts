import { randomInt, timingSafeEqual } from "node:crypto";
import { type ActWorld, command } from "~/platform/act.server";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { hashToken, newId, newToken } from "~/platform/tokens.server";
import { isOpenFor } from "../../processes/index.server";
import { codeHash } from "../code-hash.server";
import { confirmation, mayHappen, stateOf, switchFor } from "../contribution";
import { confirmationLetter, receiptLetter } from "../letters.server";
import { refusedByBan } from "../queries/ban.server";
import {
	confirmationPending,
	contributionById,
	type FoundContribution,
	ownContribution,
} from "../queries/find-contribution.server";
import { type HandInRefusal, handInNow } from "./hand-in.server";

/**
 * Sends a guest a six-digit code and a link, either of which hands the stored draft in within 48 hours.
 * A new code makes the one before it invalid. Refused when the phase is closed, guests are not welcome, or too many
 * codes were asked for this draft or this address within a day.
 */
export const askForCode = command(
	"participation.ask-for-code",
	async (
		world: ActWorld,
		{ token, email }: { token: string; email: string },
	): Promise<Outcome<null, HandInRefusal | "too-many-codes" | "email-unreadable">> => {
		const contribution = await ownContribution(world, { token });
		if (!mayHappen(stateOf(contribution), "ask-code")) return refused("already-handed-in");
		if (!isOpenFor(contribution.process, switchFor(contribution.kind), world.now)) return refused("closed");
		if (!contribution.process.guestsWelcome) return refused("guests-not-welcome");
		const address = readMailAddress(email)?.toLowerCase();
		if (!address) return refused("email-unreadable", { field: "email" });
		const banned = await refusedByBan(world, { organisationId: contribution.organisationId, email: address });
		if (banned) return banned;
		const since = new Date(world.now.getTime() - 24 * 60 * 60 * 1000);
		// One after the other per address, so that parallel questions cannot pass the limit together.
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`guest-code:${address}`}, 0))`;
		const asked = await world.db.guestConfirmation.count({
			where: {
				createdAt: { gt: since },
				OR: [{ contributionId: contribution.id }, { contribution: { guestEmail: address } }],
			},
		});
		if (asked >= confirmation.codesPerDay) return refused("too-many-codes", { field: "email" });
		await world.db.guestConfirmation.updateMany({
			where: { contributionId: contribution.id, usedAt: null, expiresAt: { gt: world.now } },
			data: { expiresAt: world.now },
		});
		await world.db.contribution.update({ where: { id: contribution.id }, data: { guestEmail: address } });
		const id = newId(world.now);
		const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
		const linkToken = newToken();
		await world.db.guestConfirmation.create({
			data: {
				id,
				contributionId: contribution.id,
				codeHash: codeHash(id, code),
				tokenHash: hashToken(linkToken),
				createdAt: world.now,
				expiresAt: new Date(world.now.getTime() + confirmation.hours * 60 * 60 * 1000),
			},
		});
		const letter = confirmationLetter(world.locale, { contribution, code, linkToken });
		await queueMail(world, { key: `contribution-code:${id}`, to: address, letter });
		world.record({
			type: "participation.contribution.code-asked",
			subject: { kind: "contribution", id: contribution.id },
			ownerId: contribution.organisationId,
		});
		return done(null);
	},
);

type Confirmed = { handedIn: true; code: string; statusToken: string } | { handedIn: false; attemptsLeft: number };

/**
 * Hands the draft in with the code from the mail. A wrong code counts (that is a success of the act, because it has to
 * be written down); after five the code is locked and a new one has to be asked for.
 */
export const confirmByCode = command(
	"participation.confirm-by-code",
	async (
		world: ActWorld,
		{ token, code }: { token: string; code: string },
	): Promise<Outcome<Confirmed, HandInRefusal | "code-expired" | "code-locked">> => {
		const contribution = await ownContribution(world, { token });
		if (!mayHappen(stateOf(contribution), "hand-in")) return refused("already-handed-in");
		const pending = await confirmationPending(world, contribution.id);
		if (!pending) return refused("code-expired", { field: "code" });
		// The row is locked by its update, so that parallel guesses are counted one after the other.
		const [tried] = await world.db.$queryRaw<{ attempts: number }[]>`
			UPDATE guest_confirmation SET attempts = attempts + 1
			WHERE id = ${pending.id}::uuid AND attempts < ${confirmation.attempts} AND used_at IS NULL RETURNING attempts`;
		if (!tried) return refused("code-locked", { field: "code" });
		const given = Buffer.from(codeHash(pending.id, code));
		if (!timingSafeEqual(given, Buffer.from(pending.codeHash))) {
			world.record({
				type: "participation.contribution.code-refused",
				subject: { kind: "contribution", id: contribution.id },
				ownerId: contribution.organisationId,
				facts: { attempts: tried.attempts },
			});
			return done({ handedIn: false, attemptsLeft: confirmation.attempts - tried.attempts });
		}
		return handInAsGuest(world, contribution, pending.id);
	},
);

/** Hands the draft in with the link from the mail, pressed on its own page (mail programs only open links). */
export const confirmByLink = command(
	"participation.confirm-by-link",
	async (
		world: ActWorld,
		{ linkToken }: { linkToken: string },
	): Promise<Outcome<Confirmed, HandInRefusal | "link-expired">> => {
		const link = await world.db.guestConfirmation.findUnique({ where: { tokenHash: hashToken(linkToken) } });
		if (!link) throw new NotFound();
		const contribution = await contributionById(world, link.contributionId);
		if (!mayHappen(stateOf(contribution), "hand-in")) return refused("already-handed-in");
		if (link.usedAt || link.expiresAt <= world.now) return refused("link-expired");
		return handInAsGuest(world, contribution, link.id);
	},
);

async function handInAsGuest(
	world: ActWorld,
	contribution: FoundContribution,
	confirmationId: string,
): Promise<Outcome<Confirmed, HandInRefusal>> {
	const { guestEmail } = contribution;
	if (!guestEmail) throw new Error(`contribution ${contribution.id} was confirmed without an address`);
	const statusToken = newToken();
	const outcome = await handInNow(world, contribution, {
		authorId: null,
		guestEmail,
		statusHash: hashToken(statusToken),
	});
	if (!outcome.done) return outcome;
	await world.db.guestConfirmation.update({ where: { id: confirmationId }, data: { usedAt: world.now } });
	const letter = receiptLetter(world.locale, { contribution, number: outcome.value.number, statusToken });
	await queueMail(world, { key: `contribution-receipt:${contribution.id}`, to: guestEmail, letter });
	return done({ handedIn: true, code: contribution.code, statusToken });
}
