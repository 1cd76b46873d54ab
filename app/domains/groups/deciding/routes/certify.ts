import { conduct, onward } from "~/platform/http/conduct.server";
import { readForm } from "~/platform/http/forms.server";
import type { World } from "~/platform/world.server";
import { managedPath } from "../../ui/group-crumbs";
import { certify } from "../commands/votes.server";
import { certifyForm } from "../forms";
import { managedRecommendation } from "../queries/managed-recommendation.server";
import type { Route } from "./+types/certify";

const page = (params: { place: string; group: string; code: string }) =>
	`${managedPath(params.place, params.group)}/empfehlungen/${params.code}`;

/** After a sign-in midway this address is opened by GET: back to the vote with its button. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(page(params)));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { recommendation } = await managedRecommendation(world, params);
	const form = await readForm(request, certifyForm);
	if (!form.valid) return onward(`${page(params)}?grund=votes-changed`);
	const recordedAt = new Date(form.value.recordedAt);
	const outcome = await certify(world, { id: recommendation.id, recordedAt });
	return onward(outcome.done ? page(params) : `${page(params)}?grund=${outcome.refusals[0]?.code}`);
});
