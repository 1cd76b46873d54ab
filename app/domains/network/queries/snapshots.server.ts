import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { dayText } from "../days.server";
import { readFrozen } from "../snapshot";
import { readersPlace } from "./place-of-network.server";

const listSize = 200;

/** The snapshots of a place, the latest first. @throws NotFound; Forbidden or SignInNeeded */
export async function snapshots(view: View, slug: string) {
	const place = await readersPlace(view, slug);
	const rows = await view.db.networkSnapshot.findMany({
		where: { ownerId: place.ownerId },
		select: { id: true, name: true, asOf: true, createdAt: true },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		take: listSize,
	});
	return {
		place,
		snapshots: rows.map(({ asOf, ...row }) => ({ ...row, asOf: dayText(asOf) })),
	};
}

/** One snapshot as it was frozen. @throws NotFound; Forbidden or SignInNeeded */
export async function snapshot(view: View, at: { place: string; snapshot: string }) {
	const place = await readersPlace(view, at.place);
	const row = await view.db.networkSnapshot.findFirst({ where: { id: givenId(at.snapshot), ownerId: place.ownerId } });
	if (!row) throw new NotFound();
	const { id, name, asOf, createdAt, filter } = row;
	return { place, snapshot: { id, name, createdAt, filter, asOf: dayText(asOf) }, ties: readFrozen(row.frozen) };
}
