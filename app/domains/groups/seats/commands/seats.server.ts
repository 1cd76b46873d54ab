import { type ActWorld, command } from "~/platform/act.server";
import { kept } from "~/platform/database/kept.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { charterOn } from "../../charter/charter";
import { lockedFor } from "../../charter/commands/lifecycle.server";
import { type BenchKind, fitsIntoBench, type MemberFunction, seatsOn } from "../../group";
import { mayManageGroups } from "../../policy.server";
import type { FoundGroup } from "../../queries/find-group.server";
import { dayText } from "../../queries/names.server";
import { heldSince } from "../held-since.server";
import { knownPeople } from "../queries/known-people.server";

type NewSeat = {
	groupId: string;
	/** Substitutes sit with the seat they stand in for; for them the bench is not asked. */
	benchKind: BenchKind | null;
	holder: { personId: string } | { givenName: string; familyName: string };
	function: MemberFunction;
	substituteForId: string | null;
	/** The board or body that sends the person; a substitute without a named seat stands in for each of its seats. */
	onBehalfOf?: string;
	nameIsPublic: boolean;
	validFrom: Date;
	validUntil: Date | null;
};

type SeatRefused =
	| "bench-missing"
	| "bench-full"
	| "seat-missing"
	| "behalf-unknown"
	| "not-in-this-state"
	| "period-empty"
	| "group-not-then"
	| "meeting-held-later"
	| "person-unknown"
	| "already-member"
	| "chair-taken";

type Seated = { membershipId: string; personId: string };

/**
 * Gives somebody a seat, or makes them a substitute of one, for a period. Of two at once for the last seat one passes.
 * @returns ids of membership and person; refused when the bench is full, the group has a chair already, the person sits
 * in the group, or the period reaches back to a meeting that was held
 * @throws NotFound for a group that is not there; Forbidden or SignInNeeded
 */
export const addSeat = command(
	"groups.add-seat",
	async (world: ActWorld, input: NewSeat): Promise<Outcome<Seated, SeatRefused>> => {
		const group = await lockedFor(world, input.groupId, mayManageGroups);
		if ("personId" in input.holder && world.actor.kind !== "house") {
			// only people known here can be chosen, so that nobody is found out by their id
			const { personId } = input.holder;
			const known = await knownPeople(world, group);
			if (!known.some(({ id }) => id === personId)) return refused("person-unknown", { field: "person" });
		}
		return writeSeat(world, group, input);
	},
);

/**
 * Writes a seat inside an act that has locked the group and asked who may: by the administration, or because a lot was
 * accepted.
 */
export async function writeSeat(
	world: ActWorld,
	group: FoundGroup,
	input: NewSeat,
): Promise<Outcome<Seated, SeatRefused>> {
	const { groupId, substituteForId, nameIsPublic, validFrom, validUntil } = input;
	const isSubstitute = input.function === "substitute";
	if (group.state === "archived") return refused("not-in-this-state");
	if (validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
	if (validFrom < group.validFrom || (group.validUntil && validFrom >= group.validUntil)) {
		return refused("group-not-then", { field: "firstDay" });
	}
	if (await heldSince(world, groupId, validFrom)) return refused("meeting-held-later", { field: "firstDay" });
	const memberships = await world.db.groupMembership.findMany({ where: { groupId } });
	const sentBy = input.onBehalfOf?.trim().replace(/\s+/g, " ") || null;
	const seats = memberships.filter(({ function: held }) => held !== "substitute");
	const seat = seats.find(({ id }) => id === substituteForId);
	const ofBody = seats.find((one) => one.onBehalfOf === sentBy && seatsOn([one], validFrom).length > 0);
	if (isSubstitute && !seat && (substituteForId || !sentBy))
		return refused("seat-missing", { field: "substituteForId" });
	if (isSubstitute && !seat && !ofBody) return refused("behalf-unknown", { field: "onBehalfOf" });
	const benchKind = isSubstitute ? (seat ?? ofBody)?.benchKind : input.benchKind;
	const cuts = cutsOf(group, { validFrom, validUntil }).map(({ from, benches }) => ({
		from,
		bench: benches.find(({ kind }) => kind === benchKind),
	}));
	const bench = cuts[0]?.bench;
	if (!bench) return refused("bench-missing", { field: "benchKind" });
	const full = cuts.find(
		(cut) => cut.bench && !fitsIntoBench(cut.bench, memberships, { validFrom: cut.from, validUntil }),
	);
	if (!isSubstitute && full?.bench) {
		return refused("bench-full", { field: "benchKind", values: { most: full.bench.maxSeats } });
	}
	const personId = await holderOf(world, input.holder);
	if (!personId) return refused("person-unknown", { field: "person" });
	const id = newId(world.now);
	const data = { id, groupId, benchKind: bench.kind, personId, function: input.function, nameIsPublic };
	const written = await kept(
		world.db.groupMembership.create({
			data: {
				...data,
				onBehalfOf: sentBy,
				substituteForId: isSubstitute ? substituteForId : null,
				validFrom,
				validUntil,
			},
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
}

/** How the charter cuts the benches within a period: the version of its first day, and each that begins within. */
function cutsOf(group: FoundGroup, period: { validFrom: Date; validUntil: Date | null }) {
	const later = group.charters.filter(
		({ validFrom }) => validFrom > period.validFrom && (!period.validUntil || validFrom < period.validUntil),
	);
	return [
		{ from: period.validFrom, benches: charterOn(group.charters, period.validFrom).benches },
		...later.map(({ validFrom, benches }) => ({ from: validFrom, benches })),
	];
}

async function holderOf(world: ActWorld, holder: NewSeat["holder"]): Promise<string | null> {
	if ("personId" in holder) {
		const [row] = await world.db.$queryRaw<{ id: string }[]>`
			SELECT id FROM person WHERE id = ${holder.personId}::uuid AND erased_at IS NULL FOR SHARE`;
		return row?.id ?? null;
	}
	const { givenName, familyName } = holder;
	const id = newId(world.now);
	await world.db.person.create({ data: { id, givenName, familyName, displayName: `${givenName} ${familyName}` } });
	return id;
}
