import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { dayLookedAt } from "../days.server";
import { readFilter, writeFilter } from "../filter";
import { mayKeepNetwork, recordedFor } from "../policy.server";
import { tiesFor } from "../queries/ties.server";
import { frozenOf } from "../snapshot";

/** Ties that a snapshot holds at most. */
const most = 5000;

/**
 * Freezes the network as the actor sees it by this filter, on the filter's day or today. Facts for the narrowest circle are left
 * out: a snapshot is read by everybody who works for the owner.
 * @param filter as it stands in the address
 * @returns its id; refuses an empty one and one of more than 5,000 ties
 * @throws Forbidden or SignInNeeded
 */
export const freeze = command(
	"network.freeze",
	async (
		world: ActWorld,
		{ ownerId, name, filter: address }: { ownerId: string; name: string; filter: string },
	): Promise<Outcome<{ id: string }, "nothing-to-freeze" | "too-many">> => {
		demand(mayKeepNetwork, world.actor, { ownerId });
		const filter = readFilter(new URLSearchParams(address));
		const day = dayLookedAt(filter.day, world.now);
		const seen = await tiesFor(world, ownerId, filter, most + 1);
		if (seen.length > most) return refused("too-many");
		const ids = seen.flatMap(({ id }) => (id ? [id] : []));
		const narrow = await world.db.networkTie.findMany({
			where: {
				id: { in: ids },
				OR: [{ visibility: "CIRCLE" }, { from: { visibility: "CIRCLE" } }, { to: { visibility: "CIRCLE" } }],
			},
			select: { id: true },
		});
		const left = new Set(narrow.map(({ id }) => id));
		const ties = seen.filter(({ id }) => id === null || !left.has(id));
		if (ties.length === 0) return refused("nothing-to-freeze");
		const id = newId(world.now);
		await world.db.networkSnapshot.create({
			data: {
				...{ id, ownerId, name, asOf: day.stored, filter: writeFilter({ ...filter, day: day.text }) },
				...{ frozen: frozenOf(ties), authorId: personIdOf(world.actor), createdAt: world.now },
			},
		});
		world.record({
			type: "network.snapshot.frozen",
			subject: { kind: "network-snapshot", id },
			...recordedFor(world.actor, ownerId),
			facts: { day: day.text, ties: ties.length, left: left.size },
		});
		return done({ id });
	},
);
