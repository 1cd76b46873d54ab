import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayManageBox } from "../policy.server";
import { type BoxAddress, boxAt, boxHead } from "./find-box.server";

/** What the pages say that are the same for everything one can vote on. @throws NotFound */
export async function boxPage(view: View, at: BoxAddress) {
	const box = await boxAt(view, at);
	return { ...boxHead(box, at.place), isSignedIn: view.actor.kind === "person" };
}

/** The same for those who set it up. @throws NotFound, Forbidden */
export async function managedBoxPage(view: View, at: BoxAddress) {
	const box = await boxAt(view, at);
	demand(mayManageBox, view.actor, box.process);
	return boxHead(box, at.place);
}

/** Whether a receipt belongs to a ballot of this box, written as it is in addresses; null when not. */
export async function receiptIn(view: Pick<View, "db">, boxId: string, typed: string): Promise<string | null> {
	const receipt = typed.toUpperCase().replace(/[\s-]/g, "");
	const found = await view.db.castBallot.findFirst({ where: { receipt, boxId }, select: { receipt: true } });
	return found?.receipt ?? null;
}
