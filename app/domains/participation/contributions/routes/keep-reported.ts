import { conduct, onward } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import type { World } from "~/platform/world.server";
import { keepReported } from "../commands/report.server";
import { moderatedComment } from "../queries/moderated-comment.server";
import { moderatedContribution } from "../queries/moderation-queue.server";
import type { Route } from "./+types/keep-reported";

const queue = (place: string) => `/o/${place}/verwaltung/moderation`;

/** After a sign-in midway this address is opened by GET: back to the queue with its buttons. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(queue(params.place)));

/** What was reported stays as it is. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { place, ...ids }: { place: string; contribution?: string; comment?: string } = params;
	const outcome = ids.comment
		? await keepReported(world, await ofComment(world, place, ids.comment))
		: await keepReported(world, await ofContribution(world, place, ids.contribution ?? ""));
	return onward(`${queue(place)}${outcome.done ? "" : "?entschieden"}`);
});

async function ofComment(world: World, place: string, id: string) {
	const comment = await moderatedComment(world, { place, id: givenId(id) });
	return { contributionId: comment.contributionId, commentId: comment.id };
}

async function ofContribution(world: World, place: string, id: string) {
	const contribution = await moderatedContribution(world, { place, id: givenId(id) });
	return { contributionId: contribution.id, commentId: null };
}
