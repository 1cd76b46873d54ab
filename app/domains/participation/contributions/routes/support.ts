import { conduct, onward } from "~/platform/http/conduct.server";
import { readForm } from "~/platform/http/forms.server";
import type { World } from "~/platform/world.server";
import { support, withdrawSupport } from "../commands/support.server";
import { supportForm } from "../forms";
import { contributionPage } from "../queries/contribution-page.server";
import type { Route } from "./+types/support";

/** After a sign-in midway this address is opened by GET: on to the contribution with its button. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(`/b/${params.code}`));

/** Makes true what the button says; what is true already stays. Whether it counted is seen on the page. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await contributionPage(world, params.code);
	const form = await readForm(request, supportForm);
	// What says neither yes nor no changes nothing.
	if (form.valid) await (form.value.supported === "yes" ? support : withdrawSupport)(world, { id });
	return onward(`/b/${params.code}`);
});
