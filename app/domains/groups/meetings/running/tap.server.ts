import { z } from "zod";
import { NotFound, type Outcome } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { parseTimeOn } from "../../moment.server";
import { declareBias, withdrawBias } from "./commands/bias.server";
import {
	arrive,
	beginMeeting,
	endMeeting,
	leave,
	moveItem,
	promisedAreThere,
	removeSpan,
} from "./commands/run-meeting.server";
import { visitorArrives, visitorLeaves } from "./commands/visitors.server";
import type { tapForm } from "./forms";

const id = z.uuid();

function idOf(text: string | undefined): string {
	const read = id.safeParse(text);
	if (!read.success) throw new NotFound();
	return read.data;
}

/**
 * Does what was tapped on the page of a running meeting.
 * @returns the outcome of the act
 * @throws NotFound for a tap that no page of ours offers
 */
export async function tapped(
	world: World,
	meeting: { id: string; startsAt: Date },
	form: z.output<typeof tapForm>,
): Promise<Outcome<unknown>> {
	const [act, first, second] = form.act.split(":");
	const meetingId = meeting.id;
	const at = form.um ? parseTimeOn(meeting.startsAt, form.um) : null;
	switch (act) {
		case "begin":
			return beginMeeting(world, { meetingId });
		case "end":
			return endMeeting(world, { meetingId });
		case "promised":
			return promisedAreThere(world, { meetingId });
		case "arrive":
			return arrive(world, {
				meetingId,
				membershipId: idOf(first),
				substituteId: second ? idOf(second) : null,
				at,
			});
		case "leave":
			return leave(world, { meetingId, membershipId: idOf(first), at });
		case "remove":
			return removeSpan(world, { meetingId, spanId: idOf(first) });
		case "guest": {
			const visitor = first ? { invitationId: idOf(first) } : { name: form.name };
			return visitorArrives(world, { meetingId, visitor, capacity: form.reporting ? "reporting" : "guest" });
		}
		case "guest-leaves":
			return visitorLeaves(world, { meetingId, invitationId: idOf(first) });
		case "call":
			return moveItem(world, { meetingId, itemId: idOf(first), to: "called" });
		case "done":
			return moveItem(world, { meetingId, itemId: idOf(first), to: "done" });
		case "postpone":
			return moveItem(world, { meetingId, itemId: idOf(first), to: "postponed" });
		case "bias":
			return declareBias(world, { itemId: idOf(first), membershipId: idOf(form.membershipId) });
		case "bias-back":
			return withdrawBias(world, { itemId: idOf(first), membershipId: idOf(second) });
		default:
			throw new NotFound();
	}
}
