import { deliver } from "~/domains/notifications/index.server";
import type { Facts } from "~/platform/audit.server";
import { manifests, type Notice, type RecordedEvent } from "~/platform/manifest.server";
import type { World } from "~/platform/world.server";
import { reindex } from "./search.server";

/**
 * What the house does after an act was committed: whom to tell, what can be found.
 * At least once; every effect is keyed by the event, so a second time changes nothing.
 */
export async function handleEvent(world: World, eventId: string): Promise<void> {
	const row = await world.db.auditEvent.findUnique({ where: { id: eventId } });
	if (!row) return;
	const event: RecordedEvent = {
		id: row.id,
		type: row.type,
		ownerId: row.ownerId,
		at: row.at,
		subject: { kind: row.subjectKind, id: row.subjectId },
		facts: row.facts as Facts,
		actorPersonId: row.actorKind === "person" ? row.actorId : null,
	};
	await world.db.$transaction(async (db) => {
		const entry = await db.$queryRaw<{ handled_at: Date | null }[]>`
			SELECT handled_at FROM outbox WHERE event_id = ${eventId}::uuid FOR UPDATE`;
		if (!entry[0] || entry[0].handled_at) return;
		const notices: Notice[] = [];
		for (const manifest of manifests()) {
			notices.push(...((await manifest.notices?.[event.type]?.(db, event)) ?? []));
			for (const target of manifest.reindex?.(event) ?? []) await reindex(db, target);
		}
		await deliver({ ...world, db }, event, notices);
		await db.outboxEntry.update({ where: { eventId }, data: { handledAt: world.now } });
	});
}

/** Events whose job was lost are handled all the same: those that wait for more than a minute. */
export async function handleForgottenEvents(world: World): Promise<number> {
	const waiting = await world.db.outboxEntry.findMany({
		where: { handledAt: null, createdAt: { lt: new Date(world.now.getTime() - 60_000) } },
		orderBy: { createdAt: "asc" },
		take: 200,
	});
	for (const { eventId } of waiting) await handleEvent(world, eventId);
	return waiting.length;
}
