import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { houseAddress } from "./address.server";
import { dayOf, fromStored, today } from "./calendar.server";
import { env } from "./env.server";
import { formatFor, textFor } from "./i18n";
import { messages } from "./mail/messages";
import { queueMail } from "./mail/queue.server";
import type { View, World } from "./world.server";

/** Where one chain stood: its owner, the number of its newest event, and that one's hash. */
const chainsShape = z.array(z.object({ ownerId: z.uuid(), position: z.string().regex(/^\d+$/), head: z.string() }));
type Chains = z.infer<typeof chainsShape>;

function digestOf(chains: Chains): string {
	const text = canonicalize(chains);
	if (text === undefined) throw new Error("an anchor without canonical form");
	return createHash("sha256").update(text).digest("hex");
}

/**
 * Notes once a day where every audit chain stands, and mails the digest of that to AUDIT_ANCHOR_MAIL: what leaves the house
 * cannot be rewritten with the database. For a sweep. @returns 1 when today's anchor was made now
 */
export async function anchorChains(world: World): Promise<number> {
	const day = today(world.now);
	if ((await world.db.auditAnchor.count({ where: { day } })) > 0) return 0;
	return world.db.$transaction(async (db) => {
		const rows = await db.auditChain.findMany({ orderBy: { ownerId: "asc" } });
		const chains = rows.map(({ ownerId, position, head }) => ({ ownerId, position: position.toString(), head }));
		const events = rows.reduce((sum, { position }) => sum + position, 0n);
		const digest = digestOf(chains);
		const { count } = await db.auditAnchor.createMany({
			data: [{ day, at: world.now, events, chains, digest }],
			skipDuplicates: true,
		});
		if (count === 0) return 0;
		for (const to of env().AUDIT_ANCHOR_MAIL ?? []) {
			const t = textFor("de", messages);
			const shown = formatFor("de").date(dayOf(world.now).toString());
			await queueMail(
				{ ...world, db },
				{
					key: `audit-anchor:${dayOf(world.now)}:${to}`,
					to,
					letter: {
						locale: "de",
						subject: t("anchor.subject", { day: shown }),
						blocks: [
							t("anchor.text", { day: shown, events: events.toString() }),
							digest,
							t("anchor.use", { digest }),
							{ button: { href: houseAddress("/pruefen/kettenkopf"), label: t("anchor.button") } },
						],
						because: t("anchor.because"),
						sender: { name: "Gemeinwerk" },
					},
				},
			);
		}
		return 1;
	});
}

/** The anchors of the last days, newest first; for everybody. Days as `YYYY-MM-DD`. */
export async function latestAnchors(view: View): Promise<{ day: string; events: number; digest: string }[]> {
	const rows = await view.db.auditAnchor.findMany({
		orderBy: { day: "desc" },
		take: 60,
		select: { day: true, events: true, digest: true },
	});
	return rows.map(({ day, events, digest }) => ({ day: fromStored(day).toString(), events: Number(events), digest }));
}

export type BrokenAnchor = { day: string; reason: "digest" | "missing" | "changed" };

/**
 * Holds every anchor against the chains: its digest, and for each chain the event that was the newest then. An event that is
 * gone, or has another hash, was removed or rewritten after that day.
 * @param given digests that somebody has kept outside, e.g. from a mail; each must be one of ours
 * @returns the anchors that do not hold, and the given digests that are none
 */
export async function brokenAnchors(
	db: View["db"],
	given: readonly string[] = [],
): Promise<{ anchors: number; broken: BrokenAnchor[]; unknown: string[] }> {
	const broken: BrokenAnchor[] = [];
	const rows = await db.auditAnchor.findMany({ orderBy: { day: "asc" } });
	for (const row of rows) {
		const day = fromStored(row.day).toString();
		const chains = chainsShape.safeParse(row.chains);
		if (!chains.success || digestOf(chains.data) !== row.digest) {
			broken.push({ day, reason: "digest" });
			continue;
		}
		const there = chains.data.filter(({ position }) => position !== "0");
		const events = await db.auditEvent.findMany({
			where: { OR: there.map(({ ownerId, position }) => ({ ownerId, position: BigInt(position) })) },
			select: { ownerId: true, hash: true },
		});
		const hashes = new Map(events.map(({ ownerId, hash }) => [ownerId, hash]));
		if (there.some(({ ownerId }) => !hashes.has(ownerId))) broken.push({ day, reason: "missing" });
		else if (there.some(({ ownerId, head }) => hashes.get(ownerId) !== head)) broken.push({ day, reason: "changed" });
	}
	const digests = new Set(rows.map(({ digest }) => digest));
	return { anchors: rows.length, broken, unknown: given.filter((digest) => !digests.has(digest)) };
}
