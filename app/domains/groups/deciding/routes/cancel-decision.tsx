import { ConfirmBox } from "~/design/confirm-box";
import { PageTitle } from "~/design/page-title";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../../form-messages";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { cancelDecision } from "../commands/votes.server";
import { managedRecommendation } from "../queries/managed-recommendation.server";
import type { Route } from "./+types/cancel-decision";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedRecommendation(world, params),
);

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { recommendation } = await managedRecommendation(world, params);
	const outcome = await cancelDecision(world, { id: recommendation.id });
	const page = `${managedPath(params.place, params.group)}/empfehlungen/${params.code}`;
	return onward(outcome.done ? page : `${page}?grund=${outcome.refusals[0]?.code}`);
});

/** Asks once before a vote is cancelled. */
export default function CancelDecision({ loaderData: { recommendation, group } }: Route.ComponentProps) {
	const t = useText(formMessages);
	return (
		<>
			<title>{`${t("votes.cancel")} – ${recommendation.title}`}</title>
			<GroupCrumbs place={recommendation.place} group={group} last={t("votes.cancel")} />
			<PageTitle title={t("votes.cancel")} above={recommendation.title} />
			<ConfirmBox
				id="frage"
				title={t("votes.cancelQuestion")}
				text={t("votes.cancelText")}
				confirm={t("votes.cancel")}
				cancelHref={`${managedPath(recommendation.place.slug, group.slug)}/empfehlungen/${recommendation.code}`}
			/>
		</>
	);
}
