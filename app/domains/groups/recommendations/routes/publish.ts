import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { publish } from "../../deciding/commands/votes.server";
import { managedRecommendation } from "../../deciding/queries/managed-recommendation.server";
import { managedPath } from "../../ui/group-crumbs";
import type { Route } from "./+types/publish";

const page = (params: { place: string; group: string; code: string }) =>
	`${managedPath(params.place, params.group)}/empfehlungen/${params.code}`;

/** After a sign-in midway this address is opened by GET: back to the vote with its button. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(page(params)));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { recommendation } = await managedRecommendation(world, params);
	const outcome = await publish(world, { id: recommendation.id });
	return onward(
		outcome.done ? `/empfehlung/${recommendation.code}` : `${page(params)}?grund=${outcome.refusals[0]?.code}`,
	);
});
