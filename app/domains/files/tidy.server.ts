import { z } from "zod";
import { readSetting, writeSetting } from "~/platform/settings.server";
import type { View } from "~/platform/world.server";
import { storage } from "./storage.server";

const day = 24 * 60 * 60_000;

/** So long a file that was taken away can be brought back by the operator. */
const removedKept = 30 * day;

/** A file without a row belongs to an act that was refused, or to one that is still under way; after this it is the former. */
const unclaimedKept = day;

const setting = "unclaimed-files";
const firstSeen = z.record(z.string(), z.iso.datetime());

/** Deletes the bytes and the row of what was taken away more than thirty days ago. Returns how many. */
export async function deleteRemoved({ db, now }: View): Promise<number> {
	const rows = await db.file.findMany({
		where: { removedAt: { lt: new Date(now.getTime() - removedKept) } },
		orderBy: { removedAt: "asc" },
		take: 1000,
		select: { id: true },
	});
	for (const { id } of rows) {
		// The bytes first: a row without bytes is found again, bytes without a row only by the search below.
		await storage().remove(id);
		await db.file.deleteMany({ where: { id } });
	}
	return rows.length;
}

/**
 * Deletes stored files that no row has named for a day by the house's clock. When each was first seen unclaimed is
 * remembered, because the time on the disk changes with a restored backup.
 */
export async function deleteUnclaimed({ db, now }: View): Promise<number> {
	const before = (await readSetting(db, setting, firstSeen)) ?? {};
	const unclaimed: Record<string, string> = {};
	let deleted = 0;
	for await (const ids of inPortions(storage().ids(), 500)) {
		const rows = await db.file.findMany({ where: { id: { in: ids } }, select: { id: true } });
		const claimed = new Set(rows.map(({ id }) => id));
		for (const id of ids) {
			if (claimed.has(id)) continue;
			const since = before[id] ?? now.toISOString();
			if (now.getTime() - new Date(since).getTime() < unclaimedKept) unclaimed[id] = since;
			else {
				await storage().remove(id);
				deleted += 1;
			}
		}
	}
	await writeSetting(db, setting, unclaimed);
	return deleted + (await storage().removeUnfinished(new Date(now.getTime() - unclaimedKept)));
}

async function* inPortions(ids: AsyncIterable<string>, size: number): AsyncGenerator<string[]> {
	let portion: string[] = [];
	for await (const id of ids) {
		portion.push(id);
		if (portion.length < size) continue;
		yield portion;
		portion = [];
	}
	if (portion.length > 0) yield portion;
}
