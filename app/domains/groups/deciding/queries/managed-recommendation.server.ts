import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayCertify, mayRunGroup } from "../../policy.server";
import { groupAt } from "../../queries/find-group.server";
import { recommendationPage } from "../../recommendations/queries/recommendation-page.server";
import { isPossibleIn } from "../recommendation";
import { votersOf } from "./ballot-page.server";
import { whatHolds } from "./what-holds.server";

/** A vote with what this reader may do about it now. @throws NotFound, Forbidden, SignInNeeded */
export async function managedRecommendation(view: View, at: { place: string; group: string; code: string }) {
	const group = await groupAt(view, at);
	demand(mayRunGroup, view.actor, group);
	const recommendation = await recommendationPage(view, at.code);
	if (recommendation.group.id !== group.id) throw new NotFound();
	const { state, record } = recommendation;
	const isByHands = record.mode === "hands";
	const leads = mayCertify(view.actor, group);
	const row = await view.db.recommendation.findUniqueOrThrow({
		where: { id: recommendation.id },
		select: { meetingId: true, agendaItemId: true },
	});
	const voters = isByHands ? null : await votersOf(view, recommendation.id);
	const isOver = voters?.closesAt != null && voters.closesAt <= view.now;
	return {
		recommendation,
		group: { slug: group.slug, name: group.name },
		/** Where it is opened anew after it was cancelled. */
		openAgain: `sitzungen/${row.meetingId}/abstimmung/${row.agendaItemId}?ersetzt=${recommendation.code}`,
		voters,
		/** Why a secret vote is not closed although its time is over. */
		hold: isOver && record.mode === "secret" && state === "open" ? await whatHolds(view, recommendation.id) : null,
		may: {
			record: isByHands && isPossibleIn("record", state),
			close: !isByHands && isPossibleIn("close", state),
			treat: record.objections.length > 0 && isPossibleIn("treat", state),
			certify: isPossibleIn("certify", state) && leads,
			refuse: isPossibleIn("refuse", state) && leads,
			publish: isPossibleIn("publish", state),
			cancel: isPossibleIn("cancel", state),
		},
	};
}
