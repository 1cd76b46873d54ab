import { staffRoles } from "~/platform/actor";
import type { View } from "~/platform/world.server";
import { grantsOf } from "../grants.server";

/**
 * Those of these people who can sign in and work as a post: they have an account, and a role that decides for others at the
 * post's organisation; or the post brings its own, which they get by standing in.
 */
export async function ablePeople(
	view: Pick<View, "db" | "now">,
	{ postId, organisationId, personIds }: { postId: string; organisationId: string; personIds: string[] },
): Promise<string[]> {
	const accounts = await view.db.account.findMany({
		where: { personId: { in: personIds } },
		select: { personId: true },
		take: personIds.length,
	});
	const withAccount = accounts.map(({ personId }) => personId);
	const brings = await view.db.roleGrant.count({ where: { postId } });
	if (brings > 0) return withAccount;
	const grants = await Promise.all(withAccount.map((personId) => grantsOf(view, personId)));
	return withAccount.filter((_, place) =>
		grants[place]?.some(
			({ role, scope }) => staffRoles.includes(role) && scope.kind === "organisation" && scope.id === organisationId,
		),
	);
}
