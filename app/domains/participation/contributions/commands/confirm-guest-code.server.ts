import { timingSafeEqual } from "node:crypto";
import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import { codeHash } from "../code-hash.server";
import { confirmation } from "../contribution";
import { commentById } from "../queries/find-comment.server";
import { contributionById } from "../queries/find-contribution.server";
import { countGuestSupport, type GuestSupportRefusal } from "./count-guest-support.server";
import { type CommentRefusal, handInComment } from "./hand-in-comment.server";

/** What a confirmed code led to: an own page for a comment, the contribution's for a support. */
export type GuestConfirmed =
	| { confirmed: true; purpose: "comment" | "support"; contributionCode: string }
	| { confirmed: false; attemptsLeft: number };

type ConfirmRefusal = CommentRefusal | GuestSupportRefusal | "code-expired" | "code-locked";

/**
 * Does with the code from the mail what the guest wanted. A wrong code counts (that is a success of the act, because it
 * has to be written down); after five the code is locked.
 */
export const confirmGuestCode = command(
	"participation.confirm-guest-code",
	async (
		world: ActWorld,
		{ pageToken, code }: { pageToken: string; code: string },
	): Promise<Outcome<GuestConfirmed, ConfirmRefusal>> => {
		const pending = await world.db.guestCode.findFirst({
			where: { pageHash: hashToken(pageToken), usedAt: null, expiresAt: { gt: world.now } },
			orderBy: { createdAt: "desc" },
		});
		if (!pending) return refused("code-expired", { field: "code" });
		// The row is locked by its update, so that parallel guesses are counted one after the other.
		const [tried] = await world.db.$queryRaw<{ attempts: number }[]>`
			UPDATE guest_code SET attempts = attempts + 1
			WHERE id = ${pending.id}::uuid AND attempts < ${confirmation.attempts} AND used_at IS NULL RETURNING attempts`;
		if (!tried) return refused("code-locked", { field: "code" });
		const given = Buffer.from(codeHash(pending.id, code));
		if (!timingSafeEqual(given, Buffer.from(pending.codeHash))) {
			const about = await aboutOf(world, pending);
			world.record({
				type: "participation.guest-code.refused",
				subject: about.comment
					? { kind: "comment", id: about.comment.id }
					: { kind: "contribution", id: about.contribution.id },
				ownerId: about.contribution.organisationId,
				facts: { attempts: tried.attempts },
			});
			return done({ confirmed: false, attemptsLeft: confirmation.attempts - tried.attempts });
		}
		return doWhatWasWanted(world, pending);
	},
);

/** The same with the link from the mail, pressed on its own page (mail programs only open links). */
export const confirmGuestLink = command(
	"participation.confirm-guest-link",
	async (
		world: ActWorld,
		{ linkToken }: { linkToken: string },
	): Promise<Outcome<GuestConfirmed, ConfirmRefusal | "link-expired">> => {
		const row = await world.db.guestCode.findUnique({ where: { linkHash: hashToken(linkToken) } });
		if (!row) throw new NotFound();
		if (row.usedAt || row.expiresAt <= world.now) return refused("link-expired");
		return doWhatWasWanted(world, row);
	},
);

type Pending = { id: string; commentId: string | null; contributionId: string | null; email: string };

async function aboutOf(world: ActWorld, { commentId, contributionId }: Pending) {
	const comment = commentId ? await commentById(world, commentId) : null;
	return { comment, contribution: comment?.contribution ?? (await contributionById(world, contributionId ?? "")) };
}

async function doWhatWasWanted(world: ActWorld, pending: Pending): Promise<Outcome<GuestConfirmed, ConfirmRefusal>> {
	const { comment, contribution } = await aboutOf(world, pending);
	const outcome = comment
		? await handInComment(world, comment, { authorId: null, guestEmail: pending.email })
		: await countGuestSupport(world, contribution, pending.email);
	if (!outcome.done) return outcome;
	await world.db.guestCode.update({ where: { id: pending.id }, data: { usedAt: world.now } });
	return done({ confirmed: true, purpose: comment ? "comment" : "support", contributionCode: contribution.code });
}
