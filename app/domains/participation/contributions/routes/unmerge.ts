import { conduct, onward } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import type { World } from "~/platform/world.server";
import { unmergeContribution } from "../commands/merge.server";
import { arrangingPage } from "../queries/arranging-page.server";
import type { Route } from "./+types/unmerge";

/** After a sign-in midway this address is opened by GET: on to the page with its button. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { id } = await arrangingPage(world, { place: params.place, id: givenId(params.contribution) });
	return onward(`/o/${params.place}/verwaltung/moderation/${id}/zusammenfuehren`);
});

/** Undoes a merge; when that was done already, the page shows it. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await arrangingPage(world, { place: params.place, id: givenId(params.contribution) });
	await unmergeContribution(world, { id });
	return onward(`/b/${code}`);
});
