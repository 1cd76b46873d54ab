import type { View } from "~/platform/world.server";
import { isNewcomer } from "../contribution";

/** Whether links of this author wait for a moderator: guests, and accounts of less than a week. */
export async function isNewHere(view: Pick<View, "db" | "now">, authorId: string | null): Promise<boolean> {
	const account =
		authorId && (await view.db.account.findUnique({ where: { personId: authorId }, select: { createdAt: true } }));
	return isNewcomer(account ? account.createdAt : null, view.now);
}
