import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, Forbidden, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayRunGroup } from "../../../policy.server";
import { mayWorkAtTables } from "../policy.server";
import { tableFor } from "../queries/find-table.server";

async function noteFor(world: ActWorld, noteId: string) {
	await world.db.$queryRaw`SELECT id FROM workshop_note WHERE id = ${noteId}::uuid FOR UPDATE`;
	const note = await world.db.workshopNote.findFirst({ where: { id: noteId, removedAt: null } });
	if (!note) throw new NotFound();
	const table = await tableFor(world, note.tableId);
	demand(mayWorkAtTables, world.actor, table.group);
	return { note, table };
}

/**
 * Writes a note at a table. Every note is a row of its own: several people write at once and nobody overwrites another.
 * @throws NotFound for a table that is not there; Forbidden or SignInNeeded
 */
export const addNote = command(
	"groups.add-workshop-note",
	async (
		world: ActWorld,
		{ tableId, text }: { tableId: string; text: string },
	): Promise<Outcome<{ noteId: string }, "note-missing" | "meeting-cancelled">> => {
		const table = await tableFor(world, tableId);
		demand(mayWorkAtTables, world.actor, table.group);
		if (table.meeting.cancelledAt) return refused("meeting-cancelled");
		const words = text.trim();
		if (words === "") return refused("note-missing", { field: "text" });
		const noteId = newId(world.now);
		await world.db.workshopNote.create({
			data: { id: noteId, tableId, text: words, authorId: personIdOf(world.actor), createdAt: world.now },
		});
		world.record({
			type: "groups.workshop-note.added",
			subject: { kind: "workshop-table", id: tableId },
			ownerId: table.group.organisationId,
			facts: { note: noteId },
		});
		return done({ noteId });
	},
);

/**
 * Changes one's own note; who runs the group may change every one. `seen` is the text that was read: if somebody has changed
 * it since, nothing is overwritten.
 * @throws NotFound for a note that is not there; Forbidden or SignInNeeded
 */
export const changeNote = command(
	"groups.change-workshop-note",
	async (
		world: ActWorld,
		{ noteId, text, seen }: { noteId: string; text: string; seen: string },
	): Promise<Outcome<null, "note-missing" | "note-changed">> => {
		const { note, table } = await noteFor(world, noteId);
		demandOwn(world, note, table);
		const words = text.trim();
		if (words === "") return refused("note-missing", { field: "text" });
		if (note.text !== seen.trim()) return refused("note-changed", { field: "text" });
		await world.db.workshopNote.update({ where: { id: noteId }, data: { text: words, changedAt: world.now } });
		world.record({
			type: "groups.workshop-note.changed",
			subject: { kind: "workshop-table", id: note.tableId },
			ownerId: table.group.organisationId,
			facts: { note: noteId },
		});
		return done(null);
	},
);

function demandOwn(
	world: ActWorld,
	note: { authorId: string | null },
	{ group }: Awaited<ReturnType<typeof tableFor>>,
) {
	const own = note.authorId !== null && note.authorId === personIdOf(world.actor);
	if (!own) demand(mayRunGroup, world.actor, group);
}

/**
 * Gives a note one of one's points, or takes it back. Nobody gives more than the workshop has for each, also not by two taps
 * at once.
 * @throws NotFound for a note that is not there; Forbidden or SignInNeeded
 */
export const toggleDot = command(
	"groups.toggle-workshop-dot",
	async (world: ActWorld, { noteId }: { noteId: string }): Promise<Outcome<{ given: boolean }, "dots-spent">> => {
		const { note, table } = await noteFor(world, noteId);
		const personId = personIdOf(world.actor);
		if (!personId) throw new Forbidden();
		// one person's points are counted one tap after the other
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${table.meeting.id}${personId}`}, 0))`;
		const { count } = await world.db.workshopDot.deleteMany({ where: { noteId, personId } });
		if (count === 0) {
			const spent = await world.db.workshopDot.count({
				where: { personId, note: { removedAt: null, table: { meetingId: table.meeting.id } } },
			});
			if (spent >= table.meeting.dotsEach) return refused("dots-spent", { values: { most: table.meeting.dotsEach } });
			await world.db.workshopDot.create({ data: { noteId, personId, givenAt: world.now } });
		}
		world.record({
			type: "groups.workshop-dot.toggled",
			subject: { kind: "workshop-table", id: note.tableId },
			ownerId: table.group.organisationId,
			facts: { note: noteId, given: count === 0 },
		});
		return done({ given: count === 0 });
	},
);

type Judged = { noteId: string; isResult?: boolean; paperDots?: number; removed?: boolean };

/**
 * What the host or the chair says of a note: a result for the plenary, how many points stuck to it on paper, or that it goes.
 * @throws NotFound for a note that is not there; Forbidden or SignInNeeded
 */
export const judgeNote = command(
	"groups.judge-workshop-note",
	async (world: ActWorld, { noteId, isResult, paperDots, removed }: Judged): Promise<Outcome<null>> => {
		const { note, table } = await noteFor(world, noteId);
		if (removed) demandOwn(world, note, table);
		else demand(mayRunGroup, world.actor, table.group);
		await world.db.workshopNote.update({
			where: { id: noteId },
			data: { isResult, paperDots, removedAt: removed ? world.now : undefined },
		});
		world.record({
			type: removed ? "groups.workshop-note.removed" : "groups.workshop-note.judged",
			subject: { kind: "workshop-table", id: note.tableId },
			ownerId: table.group.organisationId,
			facts: { note: noteId, result: isResult ?? note.isResult, paperDots: paperDots ?? note.paperDots },
		});
		return done(null);
	},
);
