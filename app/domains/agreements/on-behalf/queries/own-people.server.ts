import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/**
 * Whether somebody of an organisation has an account: at one of its posts, or with a role of their own. Such a party says
 * itself who signs for it, and binds itself. Asks nobody: the caller has asked.
 */
export async function hasOwnPeople({ db, now }: Pick<View, "db" | "now">, organisationId: string): Promise<boolean> {
	const counting = inForce(today(now));
	const [held, granted] = [
		await db.postHolding.count({
			where: { ...counting, post: { organisationId }, person: { account: { isNot: null } } },
		}),
		await db.roleGrant.count({
			where: {
				...counting,
				scopeKind: "organisation",
				scopeId: organisationId,
				role: { in: ["staff", "organisation-admin", "signatory"] },
				person: { account: { isNot: null } },
			},
		}),
	];
	return held + granted > 0;
}

/** Whether a party can bind itself in this agreement: by people of its own, or by a guest who was invited to sign for it. */
export async function bindsItself(
	view: Pick<View, "db" | "now">,
	{ guests }: { guests: readonly { organisationId: string; postId: string | null }[] },
	organisationId: string,
): Promise<boolean> {
	const guest = guests.some((one) => one.organisationId === organisationId && one.postId !== null);
	return guest || (await hasOwnPeople(view, organisationId));
}
