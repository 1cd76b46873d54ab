import type { Actor } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import type { WordAct } from "../on-behalf";

/** The houses through which somebody acts for an organisation today (§ 68 GemO and the like), by their id. */
export async function agentsFor({ db, actor, now }: View, organisationId: string): Promise<string[]> {
	const rows = await db.actingFor.findMany({
		where: { principalId: organisationId, agentId: { in: ownOrganisations(actor) }, ...inForce(today(now)) },
		orderBy: { agentId: "asc" },
		select: { agentId: true },
	});
	return rows.map(({ agentId }) => agentId);
}

function ownOrganisations(actor: Actor): string[] {
	if (actor.kind !== "person") return [];
	return actor.grants.flatMap(({ scope, onBehalfOfId }) =>
		scope.kind === "organisation" && onBehalfOfId === null ? [scope.id] : [],
	);
}

/**
 * The parties for which a house has spoken in an act: for itself, and in whose name it gave a word.
 * @param sides the parties that have spoken in the act themselves
 */
export async function spokenBy(
	{ db }: Pick<View, "db">,
	{
		agentIds,
		act,
		subjectId,
		sides,
	}: { agentIds: readonly string[]; act: WordAct; subjectId: string; sides: readonly string[] },
): Promise<string[]> {
	const rows = await db.agreementWordOnBehalf.findMany({
		where: { act, subjectId, agentId: { in: [...agentIds] } },
		select: { organisationId: true },
	});
	return [...sides.filter((id) => agentIds.includes(id)), ...rows.map(({ organisationId }) => organisationId)];
}
