import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayCertify, mayRunGroup } from "../../policy.server";
import { groupAt } from "../../queries/find-group.server";
import { recommendationPage } from "../../recommendations/queries/recommendation-page.server";
import { isPossibleIn } from "../recommendation";

/** A vote with what this reader may do about it now. @throws NotFound, Forbidden, SignInNeeded */
export async function managedRecommendation(view: View, at: { place: string; group: string; code: string }) {
	const group = await groupAt(view, at);
	demand(mayRunGroup, view.actor, group);
	const recommendation = await recommendationPage(view, at.code);
	if (recommendation.group.id !== group.id) throw new NotFound();
	const { state } = recommendation;
	return {
		recommendation,
		group: { slug: group.slug, name: group.name },
		may: {
			record: isPossibleIn("record", state),
			certify: isPossibleIn("certify", state) && mayCertify(view.actor, group),
			publish: isPossibleIn("publish", state),
			cancel: isPossibleIn("cancel", state),
		},
	};
}
