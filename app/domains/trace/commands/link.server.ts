import type { ActWorld } from "~/platform/act.server";
import { newId } from "~/platform/tokens.server";
import type { Relation } from "../relation";
import { keyOf, type Node } from "../walk";

/**
 * Ties two objects together; a second time changes nothing. Called inside the act of the later domain, whose own event
 * tells what happened; this writes no event.
 * @param from the earlier object, `to` the later one (see `relations`)
 */
export async function link(
	world: ActWorld,
	{ from, relation, to }: { from: Node; relation: Relation; to: Node },
): Promise<void> {
	await linkAll(world, [{ from, relation, to }]);
}

/** The same for many at once, in one statement. */
export async function linkAll(
	world: ActWorld,
	links: readonly { from: Node; relation: Relation; to: Node }[],
): Promise<void> {
	await world.db.traceLink.createMany({
		data: links.map(({ from, relation, to }) => {
			if (keyOf(from) === keyOf(to)) throw new Error(`${keyOf(from)} cannot be linked to itself`);
			const ends = { fromKind: from.kind, fromId: from.id, relation, toKind: to.kind, toId: to.id };
			return { id: newId(world.now), ...ends, createdAt: world.now };
		}),
		skipDuplicates: true,
	});
}

/** Unties two objects again, when the act that tied them is undone; without such a link nothing changes. */
export async function unlink(
	world: ActWorld,
	{ from, relation, to }: { from: Node; relation: Relation; to: Node },
): Promise<void> {
	await world.db.traceLink.deleteMany({
		where: { fromKind: from.kind, fromId: from.id, relation, toKind: to.kind, toId: to.id },
	});
}
