import type { ActWorld } from "~/platform/act.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayReadGroup } from "../../policy.server";
import { type FoundGroup, groupById } from "../../queries/find-group.server";
import { applicationOfToken } from "../application-token.server";

const withStrata = { strata: { orderBy: { position: "asc" } } } as const;

export type FoundCall = NonNullable<Awaited<ReturnType<typeof rowOf>>> & { group: FoundGroup };

function rowOf(view: View, where: { id: string } | { code: string }) {
	return view.db.seatCall.findUnique({ where, include: withStrata });
}

/** A call with its group, whoever asks; the caller asks the policy. @throws NotFound */
export async function callBy(view: View, where: { id: string } | { code: string }): Promise<FoundCall> {
	const row = await rowOf(view, where);
	if (!row) throw new NotFound();
	return { ...row, group: await groupById(view, row.groupId) };
}

/** A call with its row locked: applying, drawing and answering go one after the other. @throws NotFound */
export async function lockedCall(world: ActWorld, id: string): Promise<FoundCall> {
	await world.db.$queryRaw`SELECT id FROM seat_call WHERE id = ${id}::uuid FOR UPDATE`;
	return callBy(world, { id });
}

/** A call that this reader may see: those of groups that they may see. @throws NotFound */
export async function readableCall(view: View, code: string): Promise<FoundCall> {
	const call = await callBy(view, { code: code.toUpperCase() });
	if (!mayReadGroup(view.actor, call.group)) throw new NotFound();
	return call;
}

/** The application behind the link of a mail. @throws NotFound */
export async function applicationBehind(view: View, token: string) {
	const id = applicationOfToken(token);
	const row = id && (await view.db.seatApplication.findUnique({ where: { id } }));
	if (!row) throw new NotFound();
	return row;
}
