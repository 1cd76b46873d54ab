import { attach } from "~/domains/files/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import { mayRecordResolutions } from "../policy.server";
import { lockedResolution } from "../queries/find-resolution.server";

const most = 20;

/** Keeps a copy of the paper or the minutes: file, SHA-256 and day stay readable when the council's system forgets them. */
export const keepCopy = command(
	"council.keep-copy",
	async (
		world: ActWorld,
		{ id, files }: { id: string; files: readonly StoredFile[] },
	): Promise<Outcome<null, "file-missing" | "too-many-copies">> => {
		const found = await lockedResolution(world, id);
		demand(mayRecordResolutions, world.actor, found);
		if (files.length === 0) return refused("file-missing", { field: "copy" });
		const subject = { kind: "resolution", id };
		const kept = await world.db.file.count({ where: { subjectKind: subject.kind, subjectId: id, removedAt: null } });
		if (kept + files.length > most) return refused("too-many-copies", { field: "copy", values: { most } });
		for (const stored of files) await attach(world, { ownerId: found.organisationId, subject, stored });
		return done(null);
	},
);
