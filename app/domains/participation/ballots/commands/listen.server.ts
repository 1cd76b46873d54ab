import type { ActWorld } from "~/platform/act.server";

/** Puts whoever wants to be told the result on a list that leads to no ballot; once, however often they ask. */
export async function listenForResult(
	world: ActWorld,
	boxId: string,
	who: { personId: string } | { email: string },
): Promise<void> {
	await world.db.ballotListener.createMany({
		data: [
			"personId" in who
				? { boxId, locale: world.locale, personId: who.personId }
				: { boxId, locale: world.locale, email: who.email },
		],
		skipDuplicates: true,
	});
}
