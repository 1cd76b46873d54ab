import { createHash } from "node:crypto";
import { contentOf } from "~/domains/files/index.server";
import type { ActWorld } from "~/platform/act.server";
import { newId } from "~/platform/tokens.server";
import type { Particulars } from "../../particulars/particulars";

type Annexes = Particulars["annexes"];

/** The title of an annex whose file is not (any more) what was checked when it came in, or null when all are. */
export async function brokenAnnex(annexes: Annexes): Promise<string | null> {
	for (const { title, fileId, sha256 } of annexes) {
		const bytes = await contentOf(fileId).catch(() => null);
		if (!bytes || createHash("sha256").update(bytes).digest("hex") !== sha256) return title;
	}
	return null;
}

/** Gives a version its annexes, inside the act that freezes it; their titles and fingerprints stand in its content as well. */
export async function keepAnnexes(world: ActWorld, versionId: string, annexes: Annexes): Promise<void> {
	await world.db.agreementVersionAnnex.createMany({
		data: annexes.map(({ id, title, fileId, name, sha256 }, index) => ({
			id: newId(world.now),
			versionId,
			annexId: id,
			position: index + 1,
			title,
			fileId,
			name,
			sha256,
		})),
	});
}
