// Loaded in a process of its own that is killed at work (killed-signing.test.ts).
import { sealVersion } from "~/domains/agreements/sealing/commands/seal.server";
import { freeze } from "~/domains/agreements/signing/commands/freeze.server";
import type { Actor } from "~/platform/actor";
import { connect, database } from "~/platform/database/client.server";

type Given = { url: string; now: string; actor: Actor };

function worldOf({ url, now, actor }: Given) {
	connect(url);
	return { db: database(), actor, now: new Date(now), locale: "de" } as const;
}

export async function seal({ versionId, ...given }: Given & { versionId: string }): Promise<void> {
	await sealVersion(worldOf(given), versionId);
}

export async function freezeDraft({
	code,
	changes,
	...given
}: Given & { code: string; changes: number }): Promise<void> {
	await freeze(worldOf(given), { code, changes, origin: "http://localhost:3000" });
}
