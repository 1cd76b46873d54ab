import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { isRecipient } from "../policy.server";

/**
 * Marks one message, or all, as read. Not an act with an event: when somebody reads is nobody's business (README).
 * @param id the message; null for all of this person
 */
export async function markRead(world: World, { personId, id }: { personId: string; id: string | null }): Promise<void> {
	demand(isRecipient, world.actor, { personId });
	await world.db.notification.updateMany({
		where: { personId, readAt: null, ...(id === null ? {} : { id }) },
		data: { readAt: world.now },
	});
}
