import type { ActWorld } from "~/platform/act.server";
import { newId } from "~/platform/tokens.server";
import { beginPlanning } from "./set-up.server";

/**
 * Begins a plan like that of another process, inside the act that makes it: the office, the way of statements and the list of
 * authorities. Name, area, days, documents and statements are of their plan and stay where they are.
 */
export async function copyPlanning(world: ActWorld, { from, to }: { from: string; to: string }): Promise<boolean> {
	const plan = await world.db.planning.findUnique({
		where: { processId: from },
		include: { authorities: { where: { removedAt: null }, orderBy: { name: "asc" } } },
	});
	if (!plan) return false;
	const { kind, way, systemAddress, office, officeEmail, officeAddress, authorities } = plan;
	await beginPlanning(world, to);
	await world.db.planning.update({
		where: { processId: to },
		data: { kind, way, systemAddress, office, officeEmail, officeAddress },
	});
	await world.db.planningAuthority.createMany({
		data: authorities.map(({ name, email }) => ({ id: newId(world.now), processId: to, name, email })),
	});
	return true;
}
