import type { Manifest } from "~/platform/manifest.server";
import { boxSubject } from "../ballots/index.server";
import { countVoteJob } from "./commands/count.server";
import { messages } from "./messages";

export const manifest: Manifest = {
	domain: "participation",
	subjects: {
		vote: boxSubject(messages, async (db, id) => {
			const vote = await db.vote.findUnique({
				where: { id },
				include: { options: { orderBy: { number: "asc" } } },
			});
			return vote && [vote.intro, ...vote.options.flatMap(({ title, text }) => [title, text])].join("\n");
		}),
	},
	reindex: ({ subject }) => (subject.kind === "vote" ? [subject] : []),
	jobs: { "participation.count-vote": countVoteJob },
};
