import { conduct, onward } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import type { World } from "~/platform/world.server";
import { publishContribution } from "../commands/moderate.server";
import { moderatedContribution } from "../queries/moderation-queue.server";
import type { Route } from "./+types/publish";

const queue = (place: string) => `/o/${place}/verwaltung/moderation`;

/** After a sign-in midway this address is opened by GET: back to the queue with its buttons. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(queue(params.place)));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await moderatedContribution(world, { place: params.place, id: givenId(params.contribution) });
	const outcome = await publishContribution(world, { id });
	return onward(outcome.done ? queue(params.place) : `${queue(params.place)}?entschieden`);
});
