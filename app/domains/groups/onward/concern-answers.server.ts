import { answerPath } from "~/domains/guides/index.server";
import { textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import type { OnwardAct } from "./composition.server";
import { messages } from "./messages";

/** The concerns on which a group recommended something and that this reader may answer with it, or has to clarify first. */
export async function concernAnswers(view: View, recommendationId: string): Promise<OnwardAct[]> {
	const links = await view.db.traceLink.findMany({
		where: {
			fromKind: "concern",
			toKind: "recommendation",
			toId: recommendationId,
			relation: { in: ["decided-in", "voted-on-in"] },
		},
		distinct: ["fromId"],
		orderBy: { fromId: "asc" },
		select: { fromId: true },
		take: 20,
	});
	const t = textFor(view.locale, messages);
	const found = await Promise.all(links.map(({ fromId }) => answerPath(view, fromId)));
	return found.flatMap((answer) => {
		if (!answer) return [];
		const { href, code, clarifyFirst } = answer;
		return [{ href, label: t(clarifyFirst ? "clarifyConcern" : "answerConcern", { code }) }];
	});
}
