import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { limit } from "~/platform/allowance.server";
import { kept } from "~/platform/database/kept.server";
import { done, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { codeDays, joinCodeHash } from "../join-code.server";

type Joined = { groupId: string };
type Refused = "joined-already" | "already-member" | "account-gone";

const day = 24 * 60 * 60 * 1000;

function reader(world: Pick<World, "actor">): string {
	const personId = personIdOf(world.actor);
	if (!personId) throw new SignInNeeded("session");
	return personId;
}

/**
 * Joins a seat that somebody drawn holds without an account to the account of who is signed in: both have the same confirmed
 * mail address.
 * @returns the group; refused when the seat has an account, or the person sits in the group by another seat
 * @throws NotFound for a seat of another address, SignInNeeded
 */
export const joinByMail = command(
	"groups.join-seat-by-mail",
	async (world: ActWorld, { membershipId }: { membershipId: string }): Promise<Outcome<Joined, Refused>> => {
		const personId = reader(world);
		const account = await world.db.account.findUnique({ where: { personId }, select: { email: true } });
		const application = await world.db.seatApplication.findUnique({
			where: { membershipId },
			select: { email: true, personId: true },
		});
		if (application?.personId && application.personId === personId) return refused("joined-already");
		if (!account || application?.email !== account.email) throw new NotFound();
		return join(world, { membershipId, personId, by: "mail" });
	},
);

const byCode = command(
	"groups.join-seat-by-code",
	async (
		world: ActWorld,
		{ code }: { code: string },
	): Promise<Outcome<Joined, Refused | "code-wrong" | "code-old">> => {
		const personId = reader(world);
		const row = await world.db.seatJoinCode.findUnique({ where: { codeHash: joinCodeHash(code) } });
		if (!row) return refused("code-wrong", { field: "code" });
		if (world.now.getTime() - row.createdAt.getTime() > codeDays * day) return refused("code-old", { field: "code" });
		return join(world, { membershipId: row.membershipId, personId, by: "letter" });
	},
);

/**
 * Joins a seat to the account of who is signed in and types in the code of the seat's letter.
 * @returns as `joinByMail`; refused also for a wrong or old code and after too many of them @throws SignInNeeded
 */
export async function joinByCode(world: World, code: string) {
	if (!(await limit(`seat-join:${reader(world)}`, 10, 15 * 60))) {
		return refused("too-many-attempts" as const, { field: "code" });
	}
	return byCode(world, { code });
}

/**
 * The person who sat without an account becomes the person of the account, in all groups: seats, names in minutes, the
 * application. Who was there, voted and was invited hangs on the seat and stays as it is.
 */
async function join(
	world: ActWorld,
	{ membershipId, personId, by }: { membershipId: string; personId: string; by: "mail" | "letter" },
): Promise<Outcome<Joined, Refused>> {
	const { db } = world;
	// the groups before everything else, as whoever fills or ends a seat locks them
	await db.$queryRaw`
		SELECT id FROM working_group WHERE id IN (
			SELECT group_id FROM group_membership WHERE person_id = (
				SELECT person_id FROM group_membership WHERE id = ${membershipId}::uuid))
		ORDER BY id FOR UPDATE`;
	const seat = await db.groupMembership.findUnique({
		where: { id: membershipId },
		select: {
			groupId: true,
			personId: true,
			group: { select: { organisationId: true } },
			person: { select: { account: { select: { id: true } } } },
		},
	});
	if (!seat) throw new NotFound();
	if (seat.person.account) return refused("joined-already");
	const [living] = await db.$queryRaw<{ id: string }[]>`
		SELECT id FROM person WHERE id = ${personId}::uuid AND erased_at IS NULL FOR SHARE`;
	if (!living) return refused("account-gone");
	const before = seat.personId;
	const seats = await db.groupMembership.findMany({ where: { personId: before }, select: { id: true } });
	const ids = seats.map(({ id }) => id);
	const moved = await kept(db.groupMembership.updateMany({ where: { id: { in: ids } }, data: { personId } }), {
		group_membership_person_once: { code: "already-member" as const },
	});
	if (!moved.done) return moved;
	const applications = await db.seatApplication.findMany({
		where: { membershipId: { in: ids }, personId: null },
		select: { id: true, callId: true },
	});
	for (const { id, callId } of applications) {
		const twice = await db.seatApplication.count({ where: { callId, personId } });
		await db.seatApplication.update({ where: { id }, data: { email: null, ...(twice === 0 && { personId }) } });
	}
	await db.minutesName.updateMany({ where: { personId: before }, data: { personId } });
	// once they are circulated it stays who signs them
	const unsent = { circulatedAt: null };
	await db.minutes.updateMany({ where: { ...unsent, presidedById: before }, data: { presidedById: personId } });
	await db.minutes.updateMany({ where: { ...unsent, minuteTakerId: before }, data: { minuteTakerId: personId } });
	await db.seatJoinCode.deleteMany({ where: { membershipId: { in: ids } } });
	await forgetShell(world, before);
	world.record({
		type: "groups.seat.joined",
		subject: { kind: "group", id: seat.groupId },
		ownerId: seat.group.organisationId,
		facts: { membership: membershipId, seats: ids.length, from: before, person: personId, by },
	});
	return done({ groupId: seat.groupId });
}

/** The person without an account who is nobody any more: the name goes, unless somebody else still needs it. */
async function forgetShell({ db, now }: ActWorld, personId: string): Promise<void> {
	const none = { none: {} };
	await db.person.updateMany({
		where: {
			id: personId,
			...{ account: { is: null }, holdings: none, roleGrants: none, absences: none, handOvers: none },
			...{ networkParties: none, minutesPresided: none, minutesTaken: none },
		},
		data: { givenName: null, familyName: null, displayName: "verbundenes Konto", erasedAt: now },
	});
}
