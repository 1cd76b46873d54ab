import { countHolders } from "~/domains/participation/index.server";
import type { View } from "~/platform/world.server";

const dayLength = 24 * 60 * 60_000;

/**
 * Four eyes with one pair only: whether who wrote a template may publish it without a second person.
 * @param madeAt when it was changed last
 * @returns `from`: when a day is over; null where a second person is there
 */
export async function publishesAlone(
	view: Pick<View, "db" | "now">,
	ownerId: string,
	madeAt: Date,
): Promise<{ may: boolean; from: Date | null }> {
	if ((await countHolders(view, ownerId, ["staff", "organisation-admin"])) >= 2) return { may: false, from: null };
	const from = new Date(madeAt.getTime() + dayLength);
	return { may: view.now >= from, from };
}
