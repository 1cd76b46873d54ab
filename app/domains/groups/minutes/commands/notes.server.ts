import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { minutesToWrite } from "./held-minutes.server";

type NoteInput = {
	minutesId: string;
	/** Null: a new one, under the item. */
	noteId: string | null;
	agendaItemId: string;
	text: string;
	/** The seat of who said it, where that is to be kept. */
	speakerId: string | null;
	isPublic: boolean;
};

/**
 * Writes what was said under an agenda item, until the minutes are final; an empty text takes an earlier note away. What was
 * circulated stays readable in its version. Counts, wording and results stand in no note and cannot be reached from here.
 * @throws NotFound for minutes, an item or a note that are not there; Forbidden or SignInNeeded
 */
export const saveNote = command(
	"groups.save-minutes-note",
	async (world: ActWorld, input: NoteInput): Promise<Outcome<null, "final" | "note-missing" | "not-a-member">> => {
		const { minutes, group, state, recorded } = await minutesToWrite(world, input.minutesId);
		if (state === "final") return refused("final");
		const { noteId, agendaItemId, speakerId, isPublic } = input;
		const item = await world.db.agendaItem.findFirst({ where: { id: agendaItemId, meetingId: minutes.meetingId } });
		if (!item) throw new NotFound();
		const text = input.text.trim();
		if (text === "" && !noteId) return refused("note-missing", { field: "text" });
		if (speakerId) {
			const member = await world.db.groupMembership.count({ where: { id: speakerId, groupId: group.id } });
			if (member === 0) return refused("not-a-member", { field: "speakerId" });
		}
		// of a closed item nothing stands in the public version
		const data = { text, speakerId, isPublic: isPublic && item.isPublic };
		if (noteId) {
			const where = { id: noteId, minutesId: minutes.id, agendaItemId };
			const { count } =
				text === ""
					? await world.db.minutesNote.deleteMany({ where })
					: await world.db.minutesNote.updateMany({ where, data });
			if (count === 0) throw new NotFound();
		} else {
			const position = 1 + (await world.db.minutesNote.count({ where: { minutesId: minutes.id, agendaItemId } }));
			await world.db.minutesNote.create({
				data: { id: newId(world.now), minutesId: minutes.id, agendaItemId, position, ...data },
			});
		}
		world.record({ type: "groups.minutes.noted", ...recorded, facts: { item: agendaItemId, removed: text === "" } });
		return done(null);
	},
);
