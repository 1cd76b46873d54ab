import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, Forbidden, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { attach } from "../../../files/index.server";
import { mayAddFiles, mayRunGroup } from "../../policy.server";
import { groupById } from "../../queries/find-group.server";

type Refused = "keep-in-the-past" | "not-in-this-state";

async function writeVersion(
	world: ActWorld,
	{
		id,
		ownerId,
		number,
		stored,
		note,
	}: { id: string; ownerId: string; number: number; stored: StoredFile; note: string },
): Promise<void> {
	const fileId = await attach(world, { ownerId, subject: { kind: "group-file", id }, stored });
	const { name, mediaType, bytes, sha256 } = stored;
	await world.db.groupFileVersion.create({
		data: {
			groupFileId: id,
			number,
			fileId,
			name,
			mediaType,
			bytes,
			sha256,
			note,
			at: world.now,
			byId: personIdOf(world.actor),
		},
	});
}

/**
 * Adds a file to a group's papers: closed by every member, public by those who run the group.
 * @param input.keepUntil first day on which it is kept no more, or null for as long as the group is kept
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const addGroupFile = command(
	"groups.add-file",
	async (
		world: ActWorld,
		input: { groupId: string; title: string; isPublic: boolean; keepUntil: Date | null; stored: StoredFile },
	): Promise<Outcome<{ id: string }, Refused>> => {
		const { groupId, title, isPublic, keepUntil, stored } = input;
		const group = await groupById(world, groupId);
		demand(isPublic ? mayRunGroup : mayAddFiles, world.actor, group);
		if (group.state === "archived") return refused("not-in-this-state");
		if (keepUntil && keepUntil <= today(world.now)) return refused("keep-in-the-past", { field: "keepUntil" });
		const id = newId(world.now);
		await world.db.groupFile.create({ data: { id, groupId, title, isPublic, keepUntil, createdAt: world.now } });
		await writeVersion(world, { id, ownerId: group.organisationId, number: 1, stored, note: "" });
		world.record({
			type: "groups.file.added",
			subject: { kind: "group-file", id },
			ownerId: group.organisationId,
			facts: { group: groupId, isPublic, sha256: stored.sha256 },
		});
		return done({ id });
	},
);

/** A file with its group, its row locked. @throws NotFound */
async function lockedFile(world: ActWorld, id: string) {
	await world.db.$queryRaw`SELECT id FROM group_file WHERE id = ${id}::uuid FOR UPDATE`;
	const file = await world.db.groupFile.findUnique({ where: { id, removedAt: null } });
	if (!file) throw new NotFound();
	return { file, group: await groupById(world, file.groupId) };
}

/** Puts a new version beside the earlier ones, which stay readable. @throws NotFound, Forbidden, SignInNeeded */
export const addFileVersion = command(
	"groups.add-file-version",
	async (
		world: ActWorld,
		{ id, stored, note }: { id: string; stored: StoredFile; note: string },
	): Promise<Outcome<{ number: number }, "not-in-this-state">> => {
		const { file, group } = await lockedFile(world, id);
		demand(file.isPublic ? mayRunGroup : mayAddFiles, world.actor, group);
		if (group.state === "archived") return refused("not-in-this-state");
		const number = (await world.db.groupFileVersion.count({ where: { groupFileId: id } })) + 1;
		await writeVersion(world, { id, ownerId: group.organisationId, number, stored, note });
		world.record({
			type: "groups.file.changed",
			subject: { kind: "group-file", id },
			ownerId: group.organisationId,
			facts: { number, sha256: stored.sha256 },
		});
		return done({ number });
	},
);

/** Makes a file public or closed. @throws NotFound, Forbidden, SignInNeeded */
export const showFile = command(
	"groups.show-file",
	async (world: ActWorld, { id, isPublic }: { id: string; isPublic: boolean }): Promise<Outcome<null, never>> => {
		const { group } = await lockedFile(world, id);
		demand(mayRunGroup, world.actor, group);
		await world.db.groupFile.update({ where: { id }, data: { isPublic } });
		world.record({
			type: isPublic ? "groups.file.opened" : "groups.file.closed",
			subject: { kind: "group-file", id },
			ownerId: group.organisationId,
			facts: {},
		});
		return done(null);
	},
);

async function remove(world: ActWorld, id: string, ownerId: string, because: "by-hand" | "kept-long-enough") {
	const versions = await world.db.groupFileVersion.findMany({ where: { groupFileId: id }, select: { fileId: true } });
	await world.db.file.updateMany({
		where: { id: { in: versions.map(({ fileId }) => fileId) }, removedAt: null },
		data: { removedAt: world.now },
	});
	await world.db.groupFile.update({ where: { id }, data: { removedAt: world.now } });
	world.record({
		type: "groups.file.removed",
		subject: { kind: "group-file", id },
		ownerId,
		facts: { because, versions: versions.length },
	});
}

/** Takes a file away with all its versions. @throws NotFound, Forbidden, SignInNeeded */
export const removeGroupFile = command(
	"groups.remove-file",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, never>> => {
		const { group } = await lockedFile(world, id);
		demand(mayRunGroup, world.actor, group);
		await remove(world, id, group.organisationId, "by-hand");
		return done(null);
	},
);

const removeOld = command("groups.remove-old-file", async (world: ActWorld, { id }: { id: string }) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const { file, group } = await lockedFile(world, id);
	if (!file.keepUntil || file.keepUntil > today(world.now)) return refused("nothing-due");
	await remove(world, id, group.organisationId, "kept-long-enough");
	return done(null);
});

/** Takes away files whose time is over. @returns how many */
export async function removeOldFiles(world: World): Promise<number> {
	const due = await world.db.groupFile.findMany({
		where: { removedAt: null, keepUntil: { lte: today(world.now) } },
		select: { id: true },
		orderBy: { id: "asc" },
	});
	let removed = 0;
	for (const { id } of due) if ((await removeOld(world, { id })).done) removed += 1;
	return removed;
}
