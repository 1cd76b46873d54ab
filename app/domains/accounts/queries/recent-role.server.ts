import type { Role } from "~/platform/actor";
import type { View } from "~/platform/world.server";
import { grantsOf } from "../grants.server";

const dayLength = 24 * 60 * 60 * 1000;

/**
 * Whether somebody has one of these roles at an organisation, or had one so many days ago: for what is kept a while after
 * somebody has left, because they may come back. By posts, deputies and authorisations as well as by their own roles.
 */
export async function hadRoleWithin(
	{ db, now }: Pick<View, "db" | "now">,
	{
		personId,
		organisationId,
		wanted,
		days,
	}: { personId: string; organisationId: string; wanted: readonly Role[]; days: number },
): Promise<boolean> {
	for (const at of [now, new Date(now.getTime() - days * dayLength)]) {
		const grants = await grantsOf({ db, now: at }, personId);
		const has = grants.some(
			({ role, scope }) => wanted.includes(role) && scope.kind === "organisation" && scope.id === organisationId,
		);
		if (has) return true;
	}
	return false;
}
