import { seatsSql } from "~/domains/organisations/index.server";
import { type Grant, type Role, roles, type Scope, staffRoles } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";

type GrantRow = {
	role: string;
	scope_kind: string;
	scope_id: string | null;
	post_id: string | null;
	deputy: boolean;
	on_behalf_of_id: string | null;
};

/** Signing is the principal's own (the Ortsbürgermeister signs), and membership is nobody else's. */
const notOnBehalf: Role[] = ["signatory", "member"];

/** Of somebody without an account nobody waits that they stand in. */
const hasAccount = Prisma.sql`EXISTS (SELECT FROM account WHERE account.person_id = h.person_id)`;

/**
 * The roles that count for a person today: their own, those of the posts they hold, those of the posts they stand in for,
 * and each of these at an organisation again for every principal that it acts for.
 * A standing deputy counts while nobody who holds the post is there, one for a period in that period (`seatsSql`). SQL,
 * because it is asked at every request of a signed-in person.
 */
export async function grantsOf(view: Pick<View, "db" | "now">, personId: string): Promise<Grant[]> {
	const day = today(view.now);
	const rows = await view.db.$queryRaw<GrantRow[]>`
		WITH RECURSIVE ${seatsSql({ personId, day, now: view.now, able: hasAccount })}, granted AS (
			SELECT g.role, g.scope_kind, g.scope_id, NULL::uuid AS post_id, false AS deputy, g.valid_from, g.valid_until
			FROM role_grant g WHERE g.person_id = ${personId}::uuid
			UNION ALL
			SELECT g.role, g.scope_kind, g.scope_id, g.post_id, seat.deputy, g.valid_from, g.valid_until
			FROM role_grant g JOIN seat ON seat.post_id = g.post_id
		), counting AS (
			SELECT * FROM granted
			WHERE valid_from <= ${day}::date AND (valid_until IS NULL OR valid_until > ${day}::date)
		)
		SELECT role, scope_kind, scope_id, post_id, deputy, NULL::uuid AS on_behalf_of_id FROM counting
		UNION
		SELECT c.role, c.scope_kind, a.principal_id, c.post_id, c.deputy, a.principal_id
		FROM counting c JOIN acting_for a ON a.agent_id = c.scope_id
		WHERE c.scope_kind = 'organisation' AND NOT c.role = ANY (${notOnBehalf}::text[])
		  AND a.valid_from <= ${day}::date AND (a.valid_until IS NULL OR a.valid_until > ${day}::date)
		ORDER BY role, scope_kind, scope_id, post_id`;
	return rows.flatMap((row) => {
		const scope = scopeOf(row.scope_kind, row.scope_id);
		const role = roleNamed(row.role);
		if (!scope || !role) return [];
		return [{ role, scope, postId: row.post_id, onBehalfOfId: row.on_behalf_of_id, deputy: row.deputy }];
	});
}

/** The role of that name, or null when no such role is known (any more). */
export function roleNamed(name: string): Role | null {
	return roles.find((role) => role === name) ?? null;
}

/** Scope as it is stored, or null when it makes no sense. */
export function scopeOf(kind: string, id: string | null): Scope | null {
	if (kind === "platform") return { kind };
	if (id === null) return null;
	if (kind === "organisation" || kind === "process" || kind === "group" || kind === "agreement") return { kind, id };
	return null;
}

/** Whether these grants ask for a second factor. */
export function needsSecondFactor(grants: readonly Grant[]): boolean {
	return grants.some((grant) => staffRoles.includes(grant.role));
}
