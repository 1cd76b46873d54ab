import { eventsOf } from "~/platform/audit.server";
import type { View } from "~/platform/world.server";
import { headsOf, type Trail, type TrailEvent } from "./checking/pruefen.mjs";

/** Far more than an agreement ever sees; a trail that is longer is refused rather than cut. */
const longest = 20_000;

/**
 * Every event of an agreement, as it stands in the chain of its owner, and the head of their own sub-sequence: event by event
 * the SHA-256 of the head before and the hash of the event. It is computed and never stored, so it cannot drift.
 */
export async function trailOf(
	db: View["db"],
	agreement: { id: string; ownerId: string },
): Promise<{ events: TrailEvent[]; heads: string[] }> {
	const subject = { kind: "agreement", id: agreement.id };
	const events = await eventsOf(db, { ownerId: agreement.ownerId, subject, longest });
	return { events, heads: headsOf(events) };
}

/**
 * Holds what sealed protocols say of the chain against the chain as it stands: events that are gone or others since.
 * @returns the numbers of the agreements whose chain does not lead to the head that was sealed
 */
export async function brokenSealedHeads(db: View["db"]): Promise<{ checked: number; broken: string[] }> {
	const protocols = await db.agreementSealedDocument.findMany({
		where: { kind: "protocol" },
		orderBy: { sealedAt: "asc" },
		select: {
			chainEvents: true,
			chainHead: true,
			version: { select: { agreement: { select: { id: true, ownerId: true, number: true } } } },
		},
	});
	const broken: string[] = [];
	for (const { chainEvents, chainHead, version } of protocols) {
		const { heads } = await trailOf(db, version.agreement);
		if (heads[chainEvents - 1] !== chainHead) broken.push(version.agreement.number);
	}
	return { checked: protocols.length, broken };
}

/** The trail of an agreement for those who want to check it elsewhere: hashes, ids and times, no names and no texts. */
export async function exportTrail(
	db: View["db"],
	agreement: { id: string; ownerId: string; number: string },
): Promise<Trail> {
	const [{ events, heads }, versions] = await Promise.all([
		trailOf(db, agreement),
		db.agreementVersion.findMany({
			where: { agreementId: agreement.id },
			orderBy: { number: "asc" },
			take: 1000,
			include: { sealed: { orderBy: { kind: "asc" } } },
		}),
	]);
	return {
		format: "gemeinwerk-pruefspur/1",
		agreement: { id: agreement.id, number: agreement.number },
		versions: versions.map(({ id, number, sha256, pdfSha256, sealed }) => ({
			id,
			number,
			sha256,
			pdfSha256,
			pdfBytes: sealed.find(({ kind }) => kind === "agreement")?.bytesBefore ?? 0,
			sealed: sealed.map(({ kind, sha256, level, certificateSha256 }) => ({ kind, sha256, level, certificateSha256 })),
		})),
		events,
		head: heads.at(-1) ?? "0".repeat(64),
	};
}
