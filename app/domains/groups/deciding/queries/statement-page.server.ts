import { personIdOf } from "~/platform/actor";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { groupAt } from "../../queries/find-group.server";
import { mayVote } from "../policy.server";

/**
 * A vote, however it was taken, for a member on its voting list who wants something to stand beside the result; with the last
 * thing they wrote.
 * @throws NotFound; Forbidden for who is not on the list; SignInNeeded for guests
 */
export async function statementPage(view: View, at: { place: string; group: string; code: string }) {
	const personId = personIdOf(view.actor);
	if (!personId) throw new SignInNeeded("session");
	const group = await groupAt(view, at);
	const row = await view.db.recommendation.findFirst({
		where: { code: at.code.toUpperCase(), groupId: group.id },
		select: { id: true, code: true, title: true },
	});
	if (!row) throw new NotFound();
	const entry = await view.db.electorateEntry.findFirst({
		where: { recommendationId: row.id, biased: false, membership: { personId } },
		select: { statements: { orderBy: { writtenAt: "desc" }, take: 1 } },
	});
	demand(mayVote, view.actor, { seats: entry ? [entry] : [] });
	const [stored] = entry?.statements ?? [];
	return {
		...row,
		place: group.place,
		group: { name: group.name, slug: group.slug },
		stored: stored ? { kind: stored.kind, text: stored.text } : null,
	};
}
