import { type ActWorld, command } from "~/platform/act.server";
import { inForce, today } from "~/platform/calendar.server";
import { done, type Outcome } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import { administering } from "../acting.server";
import type { FoundedKind } from "../founded-kinds";

/**
 * Founds an organisation below another one, after a step-up: an office inside it, or an association, company or agency beside its tree.
 * It has no administrator of its own yet, so the founder acts for it on the stated basis, until that is ended.
 * @throws NotFound when the organisation above is not there; Forbidden or SignInNeeded
 */
export const foundOrganisation = command(
	"organisations.found",
	async (
		world,
		input: {
			parentId: string;
			kind: FoundedKind;
			name: string;
			shortName: string;
			/** Why the organisation above may act for it, e.g. its statutes or the consent of its board. */
			legalBasis: string;
		},
	): Promise<Outcome<{ organisationId: string }>> => {
		const { parentId, kind, name, shortName, legalBasis } = input;
		const recorded = await administering(world, parentId);
		demandStepUp(world);
		const day = today(world.now);
		const id = newId(world.now);
		await world.db.organisation.create({
			data: { id, parentId, kind, name, shortName, validFrom: day, source: "Eintrag im Haus", sourceDate: day },
		});
		const agents = [parentId, ...(recorded.onBehalfOfId ? await lentAuthority(world, parentId) : [])];
		await world.db.actingFor.createMany({
			data: agents.map((agentId) => ({
				id: newId(world.now),
				agentId,
				principalId: id,
				legalBasis,
				validFrom: day,
			})),
		});
		const subject = { kind: "organisation", id };
		world.record({ type: "organisations.founded", subject, ...recorded, facts: { kind, above: parentId, agents } });
		return done({ organisationId: id });
	},
);

/** The founder's own organisations through which they act for this one; otherwise they could not go on with their work. */
async function lentAuthority({ db, actor, now }: ActWorld, principalId: string): Promise<string[]> {
	if (actor.kind !== "person") return [];
	const own = actor.grants.flatMap(({ role, scope, onBehalfOfId }) =>
		role === "organisation-admin" && scope.kind === "organisation" && onBehalfOfId === null ? [scope.id] : [],
	);
	const day = today(now);
	const rows = await db.actingFor.findMany({
		where: {
			principalId,
			agentId: { in: own },
			...inForce(day),
		},
		select: { agentId: true },
		distinct: ["agentId"],
		take: 20,
		orderBy: { agentId: "asc" },
	});
	return rows.map(({ agentId }) => agentId);
}
