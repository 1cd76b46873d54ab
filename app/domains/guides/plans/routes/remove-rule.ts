import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { givenId } from "../../given.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { removeRule } from "../commands/plan-rules.server";
import type { Route } from "./+types/remove-rule";

/** Who comes here by the address alone is led to the plan. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) =>
	onward(`/o/${params.place}/verwaltung/lotsen/${givenId(params.plan)}`),
);

/** The plan's page says by itself when it was approved meanwhile: there is then no such button any more. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	const planId = givenId(params.plan);
	await removeRule(world, { ownerId, planId, ruleId: givenId(params.rule) });
	return onward(`/o/${slug}/verwaltung/lotsen/${planId}`);
});
