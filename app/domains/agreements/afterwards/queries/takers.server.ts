import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";

/** The parties that promised to bear the running costs after the pilot, in the order of the contract. Asks nobody. */
export async function takersOf(db: View["db"], agreementId: string): Promise<{ id: string; name: string }[]> {
	const parties = await db.agreementParty.findMany({
		where: { agreementId, commitments: { some: {} } },
		orderBy: { position: "asc" },
		select: { organisation: { select: { id: true, name: true, registerType: true } } },
	});
	return parties.map(({ organisation }) => ({ id: organisation.id, name: contractName(organisation) }));
}
