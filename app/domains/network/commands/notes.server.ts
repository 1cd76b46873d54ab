import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay, today } from "~/platform/calendar.server";
import { manifests, resolveSubjects } from "~/platform/manifest.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { readableNotes, recordedFor } from "../policy.server";
import { keptParty } from "../queries/find-party.server";
import type { NoteReaders, Visibility } from "../vocabulary";
import { endOfKeeping } from "./keep-party.server";

/** Days are `YYYY-MM-DD`. */
export type NoteInput = {
	partyId: string;
	happenedOn: string;
	text: string;
	/** AUTHOR: nobody but who writes it. */
	visibility: Visibility | NoteReaders;
	keepUntil: string;
};

/**
 * Writes down what was talked about with a contact, for colleagues or for oneself. Public notes are refused: a note is never
 * everybody's.
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const addNote = command(
	"network.add-note",
	async (
		world: ActWorld,
		{ partyId, text, visibility, ...days }: NoteInput,
	): Promise<Outcome<{ id: string }, "day-wrong" | "keep-until-wrong" | "too-wide">> => {
		const party = await keptParty(world, partyId);
		if (visibility === "PUBLIC") return refused("too-wide", { field: "visibility" });
		const happenedOn = parseDay(days.happenedOn);
		if (!happenedOn || happenedOn > today(world.now)) return refused("day-wrong", { field: "happenedOn" });
		const keepUntil = endOfKeeping(days.keepUntil, world.now);
		if (!keepUntil) return refused("keep-until-wrong", { field: "keepUntil" });
		const id = newId(world.now);
		const { ownerId } = party;
		await world.db.networkNote.create({
			data: {
				id,
				ownerId,
				partyId,
				happenedOn,
				text,
				visibility: visibility === "AUTHOR" ? "CIRCLE" : visibility,
				personal: visibility === "AUTHOR",
				keepUntil,
				authorId: personIdOf(world.actor),
				createdAt: world.now,
			},
		});
		world.record({
			type: "network.note.added",
			subject: { kind: "network-party", id: partyId },
			...recordedFor(world.actor, ownerId),
			facts: { note: id },
		});
		return done({ id });
	},
);

/** Takes a note away. @throws NotFound when it is not there for the actor; Forbidden or SignInNeeded */
export const removeNote = command("network.remove-note", async (world: ActWorld, { id }: { id: string }) => {
	const note = await world.db.networkNote.findUnique({ where: { id } });
	if (!note) throw new NotFound();
	const party = await keptParty(world, note.partyId);
	const readable = { id, ...readableNotes(world.actor, party.ownerId) };
	if ((await world.db.networkNote.count({ where: readable })) === 0) throw new NotFound();
	await world.db.networkNote.delete({ where: { id } });
	world.record({
		type: "network.note.removed",
		subject: { kind: "network-party", id: party.id },
		...recordedFor(world.actor, party.ownerId),
		facts: { note: id },
	});
	return done({ partyId: party.id });
});

/**
 * Notes that something of this house has to do with the party: a concern, a measure, a process, by its short code.
 * @returns its kind; refuses with "code-unknown" what is not there for the actor, "already-mentioned" the second time
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const mention = command(
	"network.mention",
	async (
		world: ActWorld,
		{ partyId, code }: { partyId: string; code: string },
	): Promise<Outcome<{ kind: string }, "code-unknown" | "already-mentioned">> => {
		const party = await keptParty(world, partyId);
		const found = await byCode(world, code);
		if (!found) return refused("code-unknown", { field: "reference" });
		const { count } = await world.db.networkMention.createMany({
			data: [
				{
					...{ id: newId(world.now), ownerId: party.ownerId, partyId, subjectKind: found.kind, subjectId: found.id },
					...{ authorId: personIdOf(world.actor), createdAt: world.now },
				},
			],
			skipDuplicates: true,
		});
		if (count === 0) return refused("already-mentioned", { field: "reference" });
		world.record({
			type: "network.mention.added",
			subject: { kind: "network-party", id: partyId },
			...recordedFor(world.actor, party.ownerId),
			facts: { kind: found.kind, about: found.id },
		});
		return done({ kind: found.kind });
	},
);

/** What has this code, asked of every domain under its own policy. */
async function byCode(world: ActWorld, code: string): Promise<{ kind: string; id: string } | null> {
	for (const { subjects = {} } of manifests()) {
		for (const [kind, subject] of Object.entries(subjects)) {
			const id = await subject.findByCode?.(world, code.trim());
			if (id && (await resolveSubjects(world, [{ kind, id }])).size > 0) return { kind, id };
		}
	}
	return null;
}

/** Takes such a note away. @throws NotFound; Forbidden or SignInNeeded */
export const unmention = command("network.unmention", async (world: ActWorld, { id }: { id: string }) => {
	const row = await world.db.networkMention.findUnique({ where: { id } });
	if (!row) throw new NotFound();
	const party = await keptParty(world, row.partyId);
	await world.db.networkMention.delete({ where: { id } });
	world.record({
		type: "network.mention.removed",
		subject: { kind: "network-party", id: party.id },
		...recordedFor(world.actor, party.ownerId),
		facts: { kind: row.subjectKind, about: row.subjectId },
	});
	return done({ partyId: party.id });
});
