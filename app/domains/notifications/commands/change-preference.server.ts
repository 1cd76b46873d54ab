import { command } from "~/platform/act.server";
import { done } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import type { Rhythm, Rhythms } from "../digest.server";
import { isRecipient } from "../policy.server";
import { personOfToken } from "../unsubscribe-token.server";

/** Sets how often a person gets messages of each topic; what collected under "never" and was not read comes with the next letter. */
export const changePreference = command(
	"notifications.change-preference",
	async (world, { personId, news, discussion, work }: { personId: string } & Rhythms) => {
		demand(isRecipient, world.actor, { personId });
		const chosen = { digest: news, discussion, work };
		await world.db.notificationPreference.upsert({
			where: { personId },
			create: { personId, ...chosen },
			update: chosen,
		});
		world.record({
			type: "notifications.preference.changed",
			subject: { kind: "person", id: personId },
			ownerId: null,
			facts: { digest: news, discussion, work },
		});
		return done(null);
	},
);

/** One click means no collected mail of any topic. */
const nothing = { digest: "never", discussion: "never", work: "never" } as const satisfies Record<string, Rhythm>;

const switchOff = command("notifications.unsubscribe", async (world, { personId }: { personId: string }) => {
	await world.db.notificationPreference.upsert({
		where: { personId },
		create: { personId, ...nothing },
		update: nothing,
	});
	world.record({
		type: "notifications.preference.changed",
		subject: { kind: "person", id: personId },
		ownerId: null,
		facts: { ...nothing, by: "unsubscribe-link" },
	});
	return done(null);
});

/**
 * Ends the digests of the person whose token this is; whoever holds the mail may do that, and nothing else with it.
 * @returns false when the token is not ours or its person is gone; true also when the digests had already ended
 */
export async function unsubscribe(world: World, token: string): Promise<boolean> {
	const personId = await unsubscriber(world, token);
	if (!personId) return false;
	const ended = await world.db.notificationPreference.count({ where: { personId, ...nothing } });
	if (ended === 0) await switchOff(world, { personId });
	return true;
}

/** Whose digests this token would end, or null. */
export async function unsubscriber(world: World, token: string): Promise<string | null> {
	const personId = personOfToken(token);
	if (!personId) return null;
	const person = await world.db.person.findUnique({ where: { id: personId, erasedAt: null }, select: { id: true } });
	return person?.id ?? null;
}
