import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { lockedMeeting } from "../../commands/meetings.server";
import { mayMoveItems, neighbourOf } from "../order";

/**
 * Lets an item of an agenda change places with the one before or behind it, until the meeting begins.
 * @returns its number afterwards; the first does not go up, the last not down
 * @throws NotFound for a meeting or item that is not there; Forbidden or SignInNeeded
 */
export const moveAgendaItem = command(
	"groups.move-agenda-item",
	async (
		world: ActWorld,
		{ meetingId, itemId, direction }: { meetingId: string; itemId: string; direction: "up" | "down" },
	): Promise<Outcome<{ position: number }, "meeting-begun" | "not-now">> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (!mayMoveItems(meeting)) return refused("meeting-begun");
		const items = await world.db.agendaItem.findMany({ where: { meetingId }, select: { id: true, position: true } });
		const item = items.find(({ id }) => id === itemId);
		if (!item) throw new NotFound();
		const other = neighbourOf(items, itemId, direction);
		if (!other) return refused("not-now");
		const free = Math.max(...items.map(({ position }) => position)) + 1;
		const move = (id: string, position: number) => world.db.agendaItem.update({ where: { id }, data: { position } });
		// two items never have one number, not even for a moment
		await move(item.id, free);
		await move(other.id, item.position);
		await move(item.id, other.position);
		world.record({
			type: "groups.agenda.moved",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { item: itemId, from: item.position, to: other.position },
		});
		return done({ position: other.position });
	},
);
