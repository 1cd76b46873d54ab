import type { ActWorld } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import type { StoredFile } from "~/platform/storage/receive.server";

export type Attachment = {
	/** The owning organisation of the object, in whose chain it is recorded. */
	ownerId: string;
	subject: { kind: string; id: string };
	stored: StoredFile;
	/** "Was ist zu sehen?" for pictures. */
	description?: string;
};

/**
 * Gives a stored file its place at an object. Called inside the act of the object's own domain, which has asked its own
 * policy; until then nobody can open the file, and without it the file is removed after a day.
 * @returns the file's id, as in `/datei/:id`
 */
export async function attach(
	world: ActWorld,
	{ ownerId, subject, stored, description = "" }: Attachment,
): Promise<string> {
	const { id, field: _field, ...facts } = stored;
	await world.db.file.create({
		data: {
			id,
			ownerId,
			subjectKind: subject.kind,
			subjectId: subject.id,
			...facts,
			description,
			uploadedById: personIdOf(world.actor),
			uploadedAt: world.now,
		},
	});
	world.record({
		type: "files.file.attached",
		subject,
		ownerId,
		facts: { file: id, sha256: stored.sha256, bytes: stored.bytes, mediaType: stored.mediaType },
	});
	return id;
}
