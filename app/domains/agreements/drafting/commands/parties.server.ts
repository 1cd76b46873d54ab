import type { ActWorld } from "~/platform/act.server";
import { NotFound } from "~/platform/outcome";

/** Makes sure that these are parties of this agreement. @throws NotFound for one of another */
export async function demandParties(
	{ db }: Pick<ActWorld, "db">,
	agreementId: string,
	ids: readonly string[],
): Promise<void> {
	const wanted = [...new Set(ids)];
	const there = await db.agreementParty.count({ where: { agreementId, id: { in: wanted } } });
	if (there !== wanted.length) throw new NotFound();
}
