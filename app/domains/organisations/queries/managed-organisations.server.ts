import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { bodyInForce } from "../acting.server";
import { mayAuthorise, mayEndAuthority } from "../policy.server";
import { bodiesBelow } from "./bodies.server";
import { type Authority, agentsOf, organisationName, principalsOf } from "./organisations.server";
import { managedPlace } from "./place-start.server";

/** What belongs to a place's organisation, and who acts for whom, for its administrators. */
export async function managedOrganisations(view: View, slug: string) {
	const place = await managedPlace(view, slug);
	const { organisationId } = place;
	const day = today(view.now);
	const [bodies, agents, principals] = await Promise.all([
		bodiesBelow(view, organisationId),
		agentsOf(view, organisationId, day),
		principalsOf(view, organisationId, day),
	]);
	const mayEnd = (agentId: string, principalId: string) => mayEndAuthority(view.actor, { agentId, principalId });
	return {
		place,
		below: bodies.filter(({ depth }) => depth > 0),
		agents: agents.map((row) => ({ ...row, mayEnd: mayEnd(row.organisationId, organisationId) })),
		principals: principals.map((row) => ({ ...row, mayEnd: mayEnd(organisationId, row.organisationId) })),
		mayAuthorise: mayAuthorise(view.actor, { organisationId }),
	};
}

/** One living authority of a place's organisation, on either side. @throws NotFound when it is none of it */
export async function managedAuthority(view: View, slug: string, actingForId: string) {
	const { place, agents, principals } = await managedOrganisations(view, slug);
	const given = agents.find((row) => row.actingForId === actingForId);
	const got = principals.find((row) => row.actingForId === actingForId);
	const authority: (Authority & { mayEnd: boolean }) | undefined = given ?? got;
	if (!authority?.mayEnd) throw new NotFound();
	const own = await organisationName(view, place.organisationId);
	const [agent, principal] = given ? [authority.name, own] : [own, authority.name];
	return { place, until: authority.until, agent, principal };
}

/** Organisations that bear exactly this name, full or short; upper and lower case alike. At most 20. */
export async function organisationsNamed({ db, now }: View, name: string) {
	const equal = { equals: name, mode: "insensitive" as const };
	const rows = await db.organisation.findMany({
		where: { AND: [{ OR: [{ name: equal }, { shortName: equal }] }, bodyInForce(today(now))] },
		select: { id: true, name: true, kind: true, registerType: true, parent: { select: { shortName: true } } },
		orderBy: [{ kind: "asc" }, { name: "asc" }, { id: "asc" }],
		take: 20,
	});
	return rows.map(({ parent, ...row }) => ({ ...row, below: parent?.shortName ?? null }));
}
