import { staffRoles } from "~/platform/actor";
import type { View } from "~/platform/world.server";

/** A Verbandsgemeinde acts for some dozens at most. */
const most = 100;

/** An open place where this reader works. `own` is false where the reader's organisation only acts for it. */
export type Workplace = { slug: string; name: string; own: boolean };

/** The open places this reader works for, in any role that decides for others; own ones first, then by name. */
export async function workplacesOf({ db, actor, now }: View): Promise<Workplace[]> {
	if (actor.kind !== "person") return [];
	const own = new Map<string, boolean>();
	for (const { role, scope, onBehalfOfId } of actor.grants) {
		if (scope.kind !== "organisation" || !staffRoles.includes(role)) continue;
		own.set(scope.id, own.get(scope.id) || onBehalfOfId === null);
	}
	if (own.size === 0) return [];
	const spaces = await db.space.findMany({
		where: { organisationId: { in: [...own.keys()] }, openedAt: { lte: now } },
		orderBy: [{ name: "asc" }, { slug: "asc" }],
		select: { slug: true, name: true, organisationId: true },
		take: most,
	});
	return spaces
		.map(({ slug, name, organisationId }) => ({ slug, name, own: own.get(organisationId) === true }))
		.sort((a, b) => Number(b.own) - Number(a.own));
}
