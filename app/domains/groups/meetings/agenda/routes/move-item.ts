import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import type { World } from "~/platform/world.server";
import { managedMeeting } from "../../../queries/managed-groups.server";
import { managedPath } from "../../../ui/group-crumbs";
import { moveForm } from "../../forms";
import { moveAgendaItem } from "../commands/move-item.server";
import type { Route } from "./+types/move-item";

const page = (params: { place: string; group: string; meeting: string }) =>
	`${managedPath(params.place, params.group)}/sitzungen/${params.meeting}`;

/** After a sign-in midway this address is opened by GET: back to the meeting. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(page(params)));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await managedMeeting(world, { ...params, meeting: givenId(params.meeting) });
	const form = await readForm(request, moveForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await moveAgendaItem(world, {
		meetingId: id,
		itemId: givenId(params.item),
		direction: form.value.direction,
	});
	return onward(outcome.done ? `${page(params)}#tagesordnung` : `${page(params)}?ging-nicht`);
});
