import { attach } from "~/domains/files/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import { addAgendaItem, lockedMeeting } from "../../commands/meetings.server";
import { mayWorkAtTables } from "../policy.server";
import { tableFor } from "../queries/find-table.server";

/**
 * Sets up a table of a workshop with its topic and host.
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const addTable = command(
	"groups.add-workshop-table",
	async (
		world: ActWorld,
		{ meetingId, topic, host }: { meetingId: string; topic: string; host: string },
	): Promise<Outcome<{ tableId: string; number: number }, "no-workshop" | "meeting-cancelled">> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.format !== "workshop") return refused("no-workshop");
		if (meeting.cancelledAt) return refused("meeting-cancelled");
		const last = await world.db.workshopTable.aggregate({ where: { meetingId }, _max: { number: true } });
		const number = (last._max.number ?? 0) + 1;
		const tableId = newId(world.now);
		await world.db.workshopTable.create({
			data: { id: tableId, meetingId, number, topic, host, createdAt: world.now },
		});
		world.record({
			type: "groups.workshop-table.added",
			subject: { kind: "workshop-table", id: tableId },
			ownerId: group.organisationId,
			facts: { meeting: meetingId, number },
		});
		return done({ tableId, number });
	},
);

/**
 * Keeps a photo of a table's paper wall; what it shows is said in words.
 * @throws NotFound for a table that is not there; Forbidden or SignInNeeded
 */
export const addTablePhoto = command(
	"groups.add-workshop-photo",
	async (
		world: ActWorld,
		{ tableId, description, file }: { tableId: string; description: string; file: StoredFile | undefined },
	): Promise<Outcome<{ fileId: string }, "photo-missing">> => {
		const table = await tableFor(world, tableId);
		demand(mayWorkAtTables, world.actor, table.group);
		if (!file) return refused("photo-missing", { field: "photo" });
		const fileId = await attach(world, {
			ownerId: table.group.organisationId,
			subject: { kind: "workshop-table", id: tableId },
			stored: file,
			description,
		});
		return done({ fileId });
	},
);

/**
 * Makes a result of a table an item on the agenda of a meeting that has not been held yet: the same one or a later one.
 * @throws NotFound for a note that is not there; Forbidden or SignInNeeded
 */
export const noteToAgenda = command(
	"groups.workshop-note-to-agenda",
	async (
		world: ActWorld,
		{ noteId, isPublic }: { noteId: string; isPublic: boolean },
	): Promise<Outcome<{ meetingId: string; agendaItemId: string }, "no-next-meeting" | "not-taken-up">> => {
		const note = await world.db.workshopNote.findFirst({
			where: { id: noteId, removedAt: null },
			include: { table: { include: { meeting: true } } },
		});
		if (!note) throw new NotFound();
		const { meeting } = note.table;
		const next = await world.db.meeting.findFirst({
			where: {
				groupId: meeting.groupId,
				heldAt: null,
				cancelledAt: null,
				format: { not: "circular" },
				OR: [{ id: meeting.id }, { startsAt: { gt: world.now } }],
			},
			orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		});
		if (!next) return refused("no-next-meeting");
		// titles of items are short; the whole note stays readable at its table
		const text = note.text.replace(/\s+/g, " ").trim();
		const title = text.length > 120 ? `${text.slice(0, 119)}…` : text.padEnd(3, ".");
		const added = await addAgendaItem(world, { meetingId: next.id, title, isPublic, takenUpId: null });
		if (!added.done) return refused("no-next-meeting");
		return done({ meetingId: next.id, agendaItemId: added.value.agendaItemId });
	},
);
