import { type BallotWanted, openDecision } from "~/domains/groups/deciding/commands/open-decision.server";
import { house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

/** A vote by name (or otherwise) on an item of a meeting that has begun, opened by the house. */
export async function openedVote(
	world: World,
	wanted: {
		meetingId: string;
		agendaItemId: string;
		responsiblePostId: string;
		title?: string;
		wording?: string;
		biased?: string[];
		rule?: number;
		ballot?: Partial<BallotWanted>;
	},
): Promise<{ id: string; code: string }> {
	const { meetingId, agendaItemId, responsiblePostId } = wanted;
	return must(
		await openDecision(
			{ ...world, actor: house },
			{
				meetingId,
				agendaItemId,
				responsiblePostId,
				title: wanted.title ?? "Rufbus am Abend erproben",
				wording: richTextFromMarkdown(wanted.wording ?? "Der Arbeitskreis empfiehlt, einen **Rufbus** zu erproben."),
				votedAt: world.now,
				biased: wanted.biased ?? [],
				rule: wanted.rule,
				reviewOn: daysFrom(today(world.now), 180),
				ballot: {
					mode: "named",
					method: { method: "majority", reasonForNo: false },
					options: [],
					lot: false,
					closesAt: null,
					remindAt: null,
					replacesId: null,
					...wanted.ballot,
				},
			},
		),
	);
}
