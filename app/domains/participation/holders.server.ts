import type { Role } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/**
 * How many people of the organisation itself (with an account, by role of their own or by a post they hold today) could
 * release each other's work; those who act in its name are not counted. SQL: two ways to a role, counted once each.
 */
export async function countHolders(
	view: Pick<View, "db" | "now">,
	organisationId: string,
	roles: readonly Role[],
): Promise<number> {
	const day = today(view.now);
	const [row] = await view.db.$queryRaw<{ count: bigint }[]>`
		SELECT count(DISTINCT account.person_id) AS count
		FROM role_grant grants
		LEFT JOIN post_holding holding ON holding.post_id = grants.post_id
			AND holding.valid_from <= ${day}::date AND (holding.valid_until IS NULL OR holding.valid_until > ${day}::date)
		JOIN account ON account.person_id = coalesce(grants.person_id, holding.person_id)
		WHERE grants.scope_kind = 'organisation' AND grants.scope_id = ${organisationId}::uuid
			AND grants.role = ANY (${[...roles]}::text[])
			AND grants.valid_from <= ${day}::date AND (grants.valid_until IS NULL OR grants.valid_until > ${day}::date)`;
	return Number(row?.count ?? 0n);
}

/** The mailbox of the head of the organisation (Bürgermeisterin, Landrat), to whom a release can be sent; null without one. */
export async function headMailbox(
	view: Pick<View, "db" | "now">,
	organisationId: string,
): Promise<{ label: string; mailbox: string } | null> {
	const day = today(view.now);
	const post = await view.db.post.findFirst({
		where: {
			organisationId,
			kind: "HEAD",
			mailbox: { not: null },
			validFrom: { lte: day },
			OR: [{ validUntil: null }, { validUntil: { gt: day } }],
		},
		orderBy: { id: "asc" },
		select: { label: true, mailbox: true },
	});
	return post?.mailbox ? { label: post.label, mailbox: post.mailbox } : null;
}
