import { conduct, onward } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import type { World } from "~/platform/world.server";
import { managedMeeting } from "../../queries/managed-groups.server";
import { managedPath } from "../../ui/group-crumbs";
import { inviteToMeeting } from "../commands/meetings.server";
import type { Route } from "./+types/invite";

const page = (params: { place: string; group: string; meeting: string }) =>
	`${managedPath(params.place, params.group)}/sitzungen/${params.meeting}`;

/** After a sign-in midway this address is opened by GET: back to the meeting with its button. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(page(params)));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await managedMeeting(world, { ...params, meeting: givenId(params.meeting) });
	const outcome = await inviteToMeeting(world, { meetingId: id });
	return onward(outcome.done ? page(params) : `${page(params)}?ging-nicht`);
});
