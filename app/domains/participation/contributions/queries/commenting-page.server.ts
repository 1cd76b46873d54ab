import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayReadProcess } from "../../processes/index.server";
import { commentShown } from "../comment";
import { authorShown } from "../contribution";
import { canBeCommented, isAuthor, mayRead } from "../policy.server";
import { challengeFor } from "../proof-of-work.server";
import { processHref } from "./contribution-page.server";
import { commentByCode } from "./find-comment.server";
import { contributionByCode } from "./find-contribution.server";
import { rulesOf } from "./rules.server";

/**
 * What the form for a comment has to know.
 * @param replyTo public code of the comment that is answered
 * @throws NotFound for what this reader may not read, and for replies to what is no longer to be read
 */
export async function commentingPage(view: View, { code, replyTo }: { code: string; replyTo: string | null }) {
	const contribution = await contributionByCode(view, code);
	const { process } = contribution;
	const readable = isAuthor(view.actor, contribution) || mayReadProcess(view.actor, process, view.now);
	if (mayRead(view.actor, contribution) !== "text" || !readable) throw new NotFound();
	const answered = replyTo ? await commentByCode(view, replyTo) : null;
	if (answered && (answered.contributionId !== contribution.id || commentShown(answered) !== "text"))
		throw new NotFound();
	const rules = await rulesOf(view, process);
	return {
		id: contribution.id,
		code: contribution.code,
		challenge: await challengeFor(view, contribution.organisationId),
		title: contribution.title,
		process: { title: process.title, href: processHref(contribution) },
		open: canBeCommented(process, contribution, view.now),
		waits: rules.commentsAppear === "before",
		guestsComment: rules.guestsComment,
		replyTo: answered && { code: answered.code, text: answered.text, author: authorShown(answered) },
	};
}
