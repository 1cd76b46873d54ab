import { type ActWorld, command } from "~/platform/act.server";
import { kept } from "~/platform/database/kept.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { type BenchKind, fitsIntoBench, type MemberFunction } from "../../group";
import { mayManageGroups } from "../../policy.server";
import { groupById } from "../../queries/find-group.server";
import { knownPeople } from "../queries/known-people.server";

type NewSeat = {
	groupId: string;
	/** Substitutes sit with the seat they stand in for; for them the bench is not asked. */
	benchKind: BenchKind | null;
	holder: { personId: string } | { givenName: string; familyName: string };
	function: MemberFunction;
	substituteForId: string | null;
	nameIsPublic: boolean;
	validFrom: Date;
	validUntil: Date | null;
};

type SeatRefused =
	| "bench-missing"
	| "bench-full"
	| "seat-missing"
	| "period-empty"
	| "group-not-then"
	| "meeting-held-later"
	| "person-unknown"
	| "already-member"
	| "chair-taken";

/**
 * Gives somebody a seat, or makes them a substitute of one, for a period. Of two at once for the last seat one passes.
 * @returns ids of membership and person; refused when the bench is full, the group has a chair already, the person sits
 * in the group, or the period reaches back to a meeting that was held
 * @throws NotFound for a group that is not there; Forbidden or SignInNeeded
 */
export const addSeat = command(
	"groups.add-seat",
	async (
		world: ActWorld,
		input: NewSeat,
	): Promise<Outcome<{ membershipId: string; personId: string }, SeatRefused>> => {
		const { groupId, substituteForId, nameIsPublic, validFrom, validUntil } = input;
		const group = await lockedGroup(world, groupId);
		const isSubstitute = input.function === "substitute";
		if (validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
		if (validFrom < group.validFrom || (group.validUntil && validFrom >= group.validUntil)) {
			return refused("group-not-then", { field: "firstDay" });
		}
		if (await heldSince(world, groupId, validFrom)) return refused("meeting-held-later", { field: "firstDay" });
		const memberships = await world.db.groupMembership.findMany({ where: { groupId } });
		const seat = memberships.find(({ id, function: held }) => id === substituteForId && held !== "substitute");
		if (isSubstitute && !seat) return refused("seat-missing", { field: "substituteForId" });
		const benchKind = isSubstitute ? seat?.benchKind : input.benchKind;
		const bench = group.benches.find(({ kind }) => kind === benchKind);
		if (!bench) return refused("bench-missing", { field: "benchKind" });
		if (!isSubstitute && !fitsIntoBench(bench, memberships, { validFrom, validUntil })) {
			return refused("bench-full", { field: "benchKind", values: { most: bench.maxSeats } });
		}
		const personId = await holderOf(world, group, input.holder);
		if (!personId) return refused("person-unknown", { field: "person" });
		const id = newId(world.now);
		const data = { id, groupId, benchKind: bench.kind, personId, function: input.function, nameIsPublic };
		const written = await kept(
			world.db.groupMembership.create({
				data: { ...data, substituteForId: isSubstitute ? substituteForId : null, validFrom, validUntil },
			}),
			{
				group_membership_person_once: { code: "already-member" as const, field: "person" },
				group_membership_one_chair: { code: "chair-taken" as const, field: "function" },
			},
		);
		if (!written.done) return written;
		world.record({
			type: "groups.seat.began",
			subject: { kind: "group", id: groupId },
			ownerId: group.organisationId,
			facts: {
				membership: id,
				person: personId,
				bench: bench.kind,
				function: input.function,
				from: dayText(validFrom),
			},
		});
		return done({ membershipId: id, personId });
	},
);

type EndRefused = "period-empty" | "ends-earlier" | "meeting-held-later";

/**
 * Ends a membership: it no longer counts from the given day on; its substitutes end with it.
 * @throws NotFound for a membership that is not in that group; Forbidden or SignInNeeded
 */
export const endSeat = command(
	"groups.end-seat",
	async (
		world: ActWorld,
		{ groupId, membershipId, endsOn }: { groupId: string; membershipId: string; endsOn: Date },
	): Promise<Outcome<null, EndRefused>> => {
		const group = await lockedGroup(world, groupId);
		const membership = await world.db.groupMembership.findFirst({ where: { id: membershipId, groupId } });
		if (!membership) throw new NotFound();
		if (endsOn <= membership.validFrom) return refused("period-empty", { field: "lastDay" });
		if (membership.validUntil && endsOn > membership.validUntil) return refused("ends-earlier", { field: "lastDay" });
		if (await heldSince(world, groupId, endsOn)) return refused("meeting-held-later", { field: "lastDay" });
		const later = { OR: [{ validUntil: null }, { validUntil: { gt: endsOn } }] };
		await world.db.groupMembership.update({ where: { id: membershipId }, data: { validUntil: endsOn } });
		// who would have begun to stand in only afterwards never does
		await world.db.groupMembership.deleteMany({
			where: { substituteForId: membershipId, validFrom: { gte: endsOn } },
		});
		await world.db.groupMembership.updateMany({
			where: { substituteForId: membershipId, ...later },
			data: { validUntil: endsOn },
		});
		world.record({
			type: "groups.seat.ended",
			subject: { kind: "group", id: groupId },
			ownerId: group.organisationId,
			facts: { membership: membershipId, endsOn: dayText(endsOn) },
		});
		return done(null);
	},
);

async function lockedGroup(world: ActWorld, groupId: string) {
	await world.db.$queryRaw`SELECT id FROM working_group WHERE id = ${groupId}::uuid FOR UPDATE`;
	const group = await groupById(world, groupId);
	demand(mayManageGroups, world.actor, group);
	return group;
}

/** Who was entitled at a meeting that was held never changes afterwards. */
async function heldSince(world: ActWorld, groupId: string, day: Date): Promise<boolean> {
	return (await world.db.meeting.count({ where: { groupId, begunAt: { not: null }, day: { gte: day } } })) > 0;
}

async function holderOf(
	world: ActWorld,
	group: { id: string; organisationId: string },
	holder: NewSeat["holder"],
): Promise<string | null> {
	if ("personId" in holder) {
		// only people known here can be chosen, so that nobody is found out by their id
		const known = world.actor.kind === "house" ? null : await knownPeople(world, group);
		if (known && !known.some(({ id }) => id === holder.personId)) return null;
		const [row] = await world.db.$queryRaw<{ id: string }[]>`
			SELECT id FROM person WHERE id = ${holder.personId}::uuid AND erased_at IS NULL FOR SHARE`;
		return row?.id ?? null;
	}
	const { givenName, familyName } = holder;
	const id = newId(world.now);
	await world.db.person.create({ data: { id, givenName, familyName, displayName: `${givenName} ${familyName}` } });
	return id;
}

function dayText(day: Date): string {
	return day.toISOString().slice(0, 10);
}
