import { hadRoleWithin } from "~/domains/accounts/index.server";
import { daysFrom, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { keeperRoles } from "./policy.server";

/** So many days after its author lost the network, a personal note goes; they may come back in between. */
const days = 30;

/**
 * Deletes personal notes that nobody can read any more, because their author works there no longer (Art. 5 (1) c and e GDPR).
 * @returns how many
 */
export async function deleteForsakenNotes(view: View): Promise<number> {
	const { db, now } = view;
	const personal = { personal: true, createdAt: { lt: daysFrom(today(now), -days) } };
	const pairs = await db.networkNote.groupBy({
		by: ["authorId", "ownerId"],
		where: { ...personal, authorId: { not: null } },
		orderBy: [{ authorId: "asc" }, { ownerId: "asc" }],
	});
	let count = 0;
	for (const { authorId, ownerId } of pairs) {
		if (!authorId) continue;
		const of = { personId: authorId, organisationId: ownerId, wanted: keeperRoles, days };
		if (await hadRoleWithin(view, of)) continue;
		count += (await db.networkNote.deleteMany({ where: { ...personal, authorId, ownerId } })).count;
	}
	return count;
}
