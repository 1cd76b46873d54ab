import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { reopenDraft } from "../commands/change-contribution.server";
import type { Route } from "./+types/reopen-draft";

/** After a sign-in midway this address is opened by GET: back to the list with its button. */
export const loader = conduct(async (_args: Route.LoaderArgs & { world: World }) => onward("/konto/beitraege"));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const outcome = await reopenDraft(world, { code: params.code });
	return onward(outcome.done ? `/entwurf/${outcome.value.token}` : "/konto/beitraege");
});
