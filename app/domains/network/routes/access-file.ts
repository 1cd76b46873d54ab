import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { accessFile } from "../people/pages.server";
import { recordAccess } from "../people/rights.server";
import type { Route } from "./+types/access-file";

/** After a sign-in midway this address is opened by GET: back to the person. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) =>
	onward(`/o/${params.place}/verwaltung/netzwerk/akteur/${params.party}`),
);

/** Everything about one person as one file (Art. 15 GDPR); a form asks for it, because that it was made is recorded. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id, text } = await accessFile(world, params);
	await recordAccess(world, { id });
	return new Response(text, {
		headers: {
			"Content-Type": "application/json; charset=utf-8",
			"Content-Disposition": `attachment; filename="auskunft-${id.slice(-8)}.json"`,
			"Cache-Control": "private, no-store",
		},
	});
});
