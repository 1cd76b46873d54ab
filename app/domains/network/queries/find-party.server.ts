import type { ActWorld } from "~/platform/act.server";
import type { NetworkParty } from "~/platform/database/generated/client";
import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { circlesOf, mayAnswerPeople, mayKeepNetwork } from "../policy.server";

/** Whether this reader may see the party at all; asked in one place for pages, acts and files. */
export function seesParty({ actor }: Pick<View, "actor">, party: NetworkParty): boolean {
	if (party.mergedIntoId !== null || party.displayName === "") return false;
	const objecting = party.objectedAt !== null && party.objectionAnsweredAt === null;
	if (objecting && !mayAnswerPeople(actor, party)) return false;
	return circlesOf(actor, party.ownerId).includes(party.visibility);
}

/** A party of this owner. @throws NotFound when it is not there, merged into another, forgotten, or not for this reader */
export async function findParty(view: View, ownerId: string, id: string): Promise<NetworkParty> {
	const party = await view.db.networkParty.findFirst({ where: { id: givenId(id), ownerId } });
	if (!party || !seesParty(view, party)) throw new NotFound();
	return party;
}

/**
 * The same for an act that changes it: the row is locked until the act is over.
 * @throws NotFound; Forbidden or SignInNeeded for those who do not keep this network
 */
export async function keptParty(world: ActWorld, id: string): Promise<NetworkParty> {
	await world.db.$queryRaw`SELECT 1 FROM network_party WHERE id = ${givenId(id)}::uuid FOR UPDATE`;
	const party = await world.db.networkParty.findUnique({ where: { id } });
	if (!party) throw new NotFound();
	demand(mayKeepNetwork, world.actor, party);
	if (!seesParty(world, party)) throw new NotFound();
	return party;
}
