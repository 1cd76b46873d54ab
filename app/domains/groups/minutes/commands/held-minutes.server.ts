import type { ActWorld } from "~/platform/act.server";
import { demand } from "~/platform/policy";
import { mayWriteMinutes } from "../policy.server";
import { minutesById } from "../queries/find-minutes.server";

/** Minutes, locked until the act ends, whoever asks; the caller asks the policy. @throws NotFound */
export async function lockedMinutes(world: ActWorld, id: string) {
	await world.db.$queryRaw`SELECT FROM minutes WHERE id = ${id}::uuid FOR UPDATE`;
	const found = await minutesById(world, id);
	return {
		...found,
		recorded: { subject: { kind: "minutes", id }, ownerId: found.group.organisationId },
	};
}

/** The same for those who write them. @throws NotFound, Forbidden, SignInNeeded */
export async function minutesToWrite(world: ActWorld, id: string) {
	const found = await lockedMinutes(world, id);
	demand(mayWriteMinutes, world.actor, found.given);
	return found;
}
