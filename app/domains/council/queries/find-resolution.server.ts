import { isOpenSpace, placeOf } from "~/domains/organisations/index.server";
import type { ActWorld } from "~/platform/act.server";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayReadResolution, mayRecordResolutions } from "../policy.server";

const whole = {
	organisation: { select: { shortName: true, space: { select: { slug: true, name: true, openedAt: true } } } },
} satisfies Prisma.ResolutionInclude;

type Row = Prisma.ResolutionGetPayload<{ include: typeof whole }>;
export type FoundResolution = Row & { spaceIsOpen: boolean };

function given(row: Row, now: Date): FoundResolution {
	return { ...row, spaceIsOpen: isOpenSpace(row.organisation.space, now) };
}

/** A resolution by its short code, as far as this reader may see it. @throws NotFound when not there or not for them */
export async function resolutionByCode(view: View, code: string): Promise<FoundResolution> {
	const row = await view.db.resolution.findUnique({ where: { code: code.toUpperCase() }, include: whole });
	const found = row && given(row, view.now);
	if (!found || !mayReadResolution(view.actor, found, view.now)) throw new NotFound();
	return found;
}

/**
 * A resolution of this place for those who write resolutions down.
 * @throws NotFound when the place has no such resolution, Forbidden or SignInNeeded when they may not
 */
export async function managedResolution(view: View, at: { place: string; code: string }): Promise<FoundResolution> {
	const { organisationId } = await placeOf(view, at.place);
	demand(mayRecordResolutions, view.actor, { organisationId });
	const found = await resolutionByCode(view, at.code);
	if (found.organisationId !== organisationId) throw new NotFound();
	return found;
}

/** A resolution by its id, for acts; the caller asks the policy. @throws NotFound when it is not there */
export async function resolutionById(view: Pick<View, "db" | "now">, id: string): Promise<FoundResolution> {
	const row = await view.db.resolution.findUnique({ where: { id }, include: whole });
	if (!row) throw new NotFound();
	return given(row, view.now);
}

/** The same for an act that changes it: the row is locked until the act is over. @throws NotFound when it is not there */
export async function lockedResolution(world: ActWorld, id: string): Promise<FoundResolution> {
	await world.db.$queryRaw`SELECT 1 FROM resolution WHERE id = ${id}::uuid FOR UPDATE`;
	return resolutionById(world, id);
}

/** What lay before the body when it took this resolution, oldest tie first; nobody's policy is asked. */
export async function aboutOf(view: Pick<View, "db">, id: string): Promise<{ kind: string; id: string }[]> {
	const links = await view.db.traceLink.findMany({
		where: { toKind: "resolution", toId: id, relation: "put-to-council" },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		select: { fromKind: true, fromId: true },
		take: 100,
	});
	return links.map(({ fromKind, fromId }) => ({ kind: fromKind, id: fromId }));
}
