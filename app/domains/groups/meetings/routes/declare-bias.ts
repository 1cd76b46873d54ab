import { z } from "zod";
import { conduct, onward } from "~/platform/http/conduct.server";
import { readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { meetingPage } from "../queries/meeting-page.server";
import { declareBias, withdrawBias } from "../running/commands/bias.server";
import type { Route } from "./+types/declare-bias";

const page = (params: { place: string; group: string; meeting: string }) =>
	`/o/${params.place}/arbeitskreise/${params.group}/sitzungen/${params.meeting}`;

/** After a sign-in midway this address is opened by GET: back to the meeting. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(page(params)));

/** A member says of themselves that they are biased in an item, or takes it back. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, z.object({ act: z.enum(["declare", "withdraw"]).default("declare") }));
	const meeting = await meetingPage(world, { ...params, meeting: givenId(params.meeting) });
	if (world.actor.kind === "guest") throw new SignInNeeded();
	const item = meeting.agenda.find(({ id }) => id === givenId(params.item));
	if (!meeting.ownSeat || !item) throw new NotFound();
	const input = { itemId: item.id, membershipId: meeting.ownSeat };
	await (form.valid && form.value.act === "withdraw" ? withdrawBias : declareBias)(world, input);
	return onward(`${page(params)}#tagesordnung`);
});
