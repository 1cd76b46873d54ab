import { ConfirmBox } from "~/design/confirm-box";
import { PageTitle } from "~/design/page-title";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { closeVote } from "../commands/close-vote.server";
import { managedRecommendation } from "../queries/managed-recommendation.server";
import { voteStaffMessages } from "../vote-staff-messages";
import type { Route } from "./+types/close-vote";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedRecommendation(world, params),
);

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { recommendation } = await managedRecommendation(world, params);
	const outcome = await closeVote(world, { id: recommendation.id });
	const page = `${managedPath(params.place, params.group)}/empfehlungen/${params.code}`;
	return onward(outcome.done ? page : `${page}?grund=${outcome.refusals[0]?.code}`);
});

/** Asks once before a vote is closed. */
export default function CloseVote({ loaderData: { recommendation, group } }: Route.ComponentProps) {
	const t = useText(voteStaffMessages);
	return (
		<>
			<title>{`${t("watch.close")} – ${recommendation.title}`}</title>
			<GroupCrumbs place={recommendation.place} group={group} last={t("watch.close")} />
			<PageTitle title={t("watch.close")} above={recommendation.title} />
			<ConfirmBox
				id="frage"
				title={t("watch.closeQuestion")}
				text={t("watch.closeText")}
				confirm={t("watch.close")}
				cancelHref={`${managedPath(recommendation.place.slug, group.slug)}/empfehlungen/${recommendation.code}`}
			/>
		</>
	);
}
