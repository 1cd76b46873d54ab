import { confirmGuestCode } from "~/domains/participation/contributions/commands/confirm-guest-code.server";
import { publishComment } from "~/domains/participation/contributions/commands/moderate-comment.server";
import { setContributionRules } from "~/domains/participation/contributions/commands/set-rules.server";
import { writeComment, writeCommentAsGuest } from "~/domains/participation/contributions/commands/write-comment.server";
import type { Actor } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";
import { codeIn } from "./participation";

/** Switches comments on in every phase of a process, as its staff would in the phases. */
export async function letComment(db: PrismaClient, processId: string): Promise<void> {
	const phases = await db.phase.findMany({ where: { processId } });
	for (const { id, switches } of phases) {
		await db.phase.update({ where: { id }, data: { switches: [...new Set([...switches, "comment"])] } });
	}
}

/** Rules of a process for comments and support; what is not given is open. */
export async function rules(
	world: World,
	processId: string,
	given: Partial<{ commentsAppear: "before" | "after"; guestsComment: boolean; guestsSupport: boolean }> = {},
): Promise<void> {
	must(
		await setContributionRules(world, {
			processId,
			commentsAppear: "after",
			guestsComment: true,
			guestsSupport: true,
			...given,
		}),
	);
}

type CommentGiven = {
	contributionId: string;
	text?: string;
	replyTo?: string | null;
	/** Who lets it appear where comments wait for a moderator. */
	publishedBy?: Actor;
};

const words = "Das sehe ich auch so.";

/** A comment of the person who is the world's actor. */
export async function comment(
	world: World,
	{ contributionId, text = words, replyTo = null, publishedBy }: CommentGiven,
): Promise<{ id: string; code: string }> {
	const made = must(await writeComment(world, { contributionId, replyTo, text, token: newToken(), withName: true }));
	if (publishedBy) must(await publishComment({ ...world, actor: publishedBy }, { id: made.id }));
	return { id: made.id, code: made.code };
}

/** A guest's comment, confirmed with the code from the mail. @returns the secret of its author's page */
export async function guestComment(
	world: World,
	{ contributionId, text = words, replyTo = null, email }: CommentGiven & { email: string },
): Promise<{ id: string; token: string }> {
	const token = newToken();
	const { id } = must(await writeCommentAsGuest(world, { contributionId, replyTo, text, token, name: null, email }));
	const outcome = must(await confirmGuestCode(world, { pageToken: token, code: await codeFor(world, email) }));
	if (!outcome.confirmed) throw new Error("the code of the mail was refused");
	return { id, token };
}

/** The newest code that was sent to a guest for a comment or a support. */
export async function codeFor(world: World, email: string): Promise<string> {
	const mail = await world.db.mail.findFirstOrThrow({
		where: { to: email, key: { startsWith: "guest-code:" } },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
	});
	return codeIn(mail.subject);
}
