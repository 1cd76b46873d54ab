import type { NetworkParty } from "~/platform/database/generated/client";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { houseTypes } from "../relation-type";
import { readFrozen, withoutPerson } from "../snapshot";

const mandates = houseTypes.filter(({ mandate }) => mandate).map(({ key }) => key);

/** What is left of an own key: enough to see that this entry was forgotten, when a table brings it again. */
export function forgottenKey(ownKey: string): string {
	return `forgotten:${hashToken(ownKey)}`;
}

/**
 * Forgets a person, with the entries that were merged into theirs: addresses, notes, marks and ties go; out of snapshots goes the
 * name. Mandates and public offices are the public's record and stay with the name; without any, nothing is left but an empty row.
 * The caller has asked who may, and records it.
 * @returns whether the name stays
 */
export async function forget(view: Pick<View, "db" | "now">, party: NetworkParty): Promise<boolean> {
	const { db, now } = view;
	const gone = await withMerged(view, party.id);
	const theirs = { OR: [{ fromId: { in: gone } }, { toId: { in: gone } }] };
	const official = { OR: [{ type: { in: mandates } }, { basis: "PUBLIC_OFFICE" as const }] };
	await db.networkKeyPerson.deleteMany({
		where: { OR: [{ partyId: { in: gone } }, { tie: { ...theirs, NOT: official } }] },
	});
	await db.networkTie.updateMany({ where: { onBehalfOfId: { in: gone } }, data: { onBehalfOfId: null } });
	await db.networkTie.updateMany({ where: { substituteForId: { in: gone } }, data: { substituteForId: null } });
	await db.networkTie.deleteMany({ where: { ...theirs, NOT: official } });
	await db.networkNote.deleteMany({ where: { partyId: { in: gone } } });
	await db.networkMention.deleteMany({ where: { partyId: { in: gone } } });
	await db.networkPartyTopic.deleteMany({ where: { partyId: { in: gone } } });
	await db.networkPartyArea.deleteMany({ where: { partyId: { in: gone } } });
	await db.networkDistinct.deleteMany({ where: { OR: [{ firstId: { in: gone } }, { secondId: { in: gone } }] } });
	await db.networkMerge.updateMany({
		where: { OR: [{ survivorId: { in: gone } }, { mergedId: { in: gone } }] },
		data: { undo: {} },
	});
	const staysNamed = (await db.networkTie.count({ where: { OR: [{ fromId: party.id }, { toId: party.id }] } })) > 0;
	const rows = await db.networkParty.findMany({ where: { id: { in: gone } }, select: { id: true, ownKey: true } });
	for (const { id, ownKey } of rows) {
		const named = staysNamed && id === party.id;
		await db.networkParty.update({
			where: { id },
			data: {
				...(named
					? {}
					: { displayName: "", givenName: null, familyName: null, source: "–", purpose: "–", oparlId: null }),
				...{ personId: null, email: null, phone: null, website: null, mission: "", offers: "", seeks: "" },
				...{ keeperPostId: null, objection: null, objectionAnswer: null, erasedAt: now },
				...(named ? { basis: "PUBLIC_OFFICE" as const } : {}),
				ownKey: ownKey && forgottenKey(ownKey),
				revision: { increment: 1 },
			},
		});
	}
	await db.onePurposeLink.updateMany({
		where: { subjectKind: "network-party", subjectId: { in: gone }, revokedAt: null },
		data: { revokedAt: now },
	});
	await takeOutOfSnapshots(view, party.ownerId, gone);
	return staysNamed;
}

/** The entry and everything that was merged into it, at any depth. */
async function withMerged({ db }: Pick<View, "db">, id: string): Promise<string[]> {
	const rows = await db.$queryRaw<{ id: string }[]>`
		WITH RECURSIVE gone AS (
			SELECT ${id}::uuid AS id
			UNION SELECT p.id FROM network_party p JOIN gone ON p.merged_into_id = gone.id
		) SELECT id::text FROM gone`;
	return rows.map((row) => row.id);
}

async function takeOutOfSnapshots({ db }: Pick<View, "db">, ownerId: string, partyIds: string[]): Promise<void> {
	const rows = await db.networkSnapshot.findMany({ where: { ownerId }, select: { id: true, frozen: true } });
	for (const { id, frozen } of rows) {
		let ties = readFrozen(frozen);
		let changed = false;
		for (const partyId of partyIds) {
			const without = withoutPerson(ties, partyId);
			if (!without) continue;
			ties = without;
			changed = true;
		}
		if (changed) await db.networkSnapshot.update({ where: { id }, data: { frozen: ties } });
	}
}
