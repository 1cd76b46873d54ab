import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayReadProcess } from "../../processes/index.server";
import { mayRead } from "../policy.server";
import { readableComment } from "./comment-page.server";
import { contributionByCode } from "./find-contribution.server";

/** A text that somebody may report because they can read it. @throws NotFound */
export async function reportable(view: View, kind: "contribution" | "comment", code: string) {
	if (kind === "comment") {
		const comment = await readableComment(view, code);
		return {
			contributionId: comment.contributionId,
			commentId: comment.id,
			title: comment.contribution.title,
			text: comment.text,
			path: `/k/${comment.code}`,
		};
	}
	const contribution = await contributionByCode(view, code);
	const readable = mayReadProcess(view.actor, contribution.process, view.now);
	if (!readable || mayRead(view.actor, contribution) !== "text") throw new NotFound();
	return {
		contributionId: contribution.id,
		commentId: null,
		title: contribution.title,
		text: contribution.excerpt,
		path: `/b/${contribution.code}`,
	};
}
