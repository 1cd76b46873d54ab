import { ConfirmBox } from "~/design/confirm-box";
import { PageTitle } from "~/design/page-title";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../../form-messages";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { cancelDecision } from "../commands/votes.server";
import { managedRecommendation } from "../queries/managed-recommendation.server";
import { voteStaffMessages } from "../vote-staff-messages";
import type { Route } from "./+types/cancel-decision";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedRecommendation(world, params),
);

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { recommendation, openAgain } = await managedRecommendation(world, params);
	const outcome = await cancelDecision(world, { id: recommendation.id });
	const page = `${managedPath(params.place, params.group)}/empfehlungen/${params.code}`;
	if (outcome.done) return onward(`${managedPath(params.place, params.group)}/${openAgain}`);
	return onward(`${page}?grund=${outcome.refusals[0]?.code}`);
});

/** Asks once before a vote is cancelled. */
export default function CancelDecision({ loaderData: { recommendation, group } }: Route.ComponentProps) {
	const t = useText(formMessages);
	const votes = useText(voteStaffMessages);
	return (
		<>
			<title>{`${t("votes.cancel")} – ${recommendation.title}`}</title>
			<GroupCrumbs place={recommendation.place} group={group} last={t("votes.cancel")} />
			<PageTitle title={t("votes.cancel")} above={recommendation.title} />
			<ConfirmBox
				id="frage"
				title={t("votes.cancelQuestion")}
				text={votes("watch.reopenText")}
				confirm={votes("watch.reopen")}
				cancelHref={`${managedPath(recommendation.place.slug, group.slug)}/empfehlungen/${recommendation.code}`}
			/>
		</>
	);
}
