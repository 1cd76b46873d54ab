import { storedRichText } from "~/platform/rich-text/check.server";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { type DecisionRule, storedDecisionRule } from "../../../counting/index";
import { ballotMode, passiveTitle } from "../ballot";
import { optionsOf } from "../count.server";
import type { HowToVote } from "../how-to-vote";

/** A cancelled vote on an agenda item that a new one takes the place of, as the form begins with it; null when there is none. */
export async function replacedVote(view: View, code: string | null, agendaItemId: string) {
	if (!code) return null;
	const row = await view.db.recommendation.findFirst({
		where: { code: code.toUpperCase(), agendaItemId, cancelledAt: { not: null } },
		include: { ballot: true },
	});
	if (!row) return null;
	const titles = optionsOf(row.ballot).map(({ title }) => title);
	return {
		id: row.id,
		code: row.code,
		title: row.title,
		wording: markdownFromRichText(storedRichText(row.wording)),
		responsiblePostId: row.responsiblePostId,
		how: howOf(row),
		options: titles.filter((title) => title !== passiveTitle).join("\n"),
	};
}

/** The same method and ballot again; the rule is chosen anew. */
function howOf({ rule, ballot }: { rule: unknown; ballot: { mode: string } | null }): HowToVote {
	return { method: methodOf(storedDecisionRule(rule)), mode: ballotMode(ballot?.mode), rule: 0 };
}

function methodOf({ method, reasonFor }: DecisionRule): HowToVote["method"] {
	return method === "majority" && reasonFor.length > 0 ? "majority-reasons" : method;
}
