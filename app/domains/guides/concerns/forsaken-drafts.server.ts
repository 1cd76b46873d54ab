import { hadRoleWithin } from "~/domains/accounts/index.server";
import { daysFrom, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { guideRoles } from "../policy.server";

/** So many days after its author stopped being a guide, an unsent answer goes; they may come back in between. */
const days = 30;

/**
 * Deletes unsent answers that nobody can finish any more, because their author works there no longer.
 * @returns how many
 */
export async function deleteForsakenDrafts(view: View): Promise<number> {
	const { db, now } = view;
	const old = { savedAt: { lt: daysFrom(today(now), -days) } };
	const drafts = await db.concernDraft.findMany({
		where: old,
		select: { personId: true, concern: { select: { ownerId: true } } },
		orderBy: [{ personId: "asc" }, { concernId: "asc" }],
		take: 1000,
	});
	const pairs = new Map(
		drafts.map(({ personId, concern: { ownerId } }) => [`${personId} ${ownerId}`, { personId, ownerId }]),
	);
	let count = 0;
	for (const { personId, ownerId } of pairs.values()) {
		if (await hadRoleWithin(view, { personId, organisationId: ownerId, wanted: guideRoles, days })) continue;
		count += (await db.concernDraft.deleteMany({ where: { ...old, personId, concern: { ownerId } } })).count;
	}
	return count;
}
