import { manifest } from "~/domains/groups/manifest.server";
import { type Actor, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { type GroupMade, substitute, workingGroup } from "~tests/factories/groups";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "./database";

export type MeetingHouse = {
	db: PrismaClient;
	mayen: Awaited<ReturnType<typeof place>>;
	/** Two seats of politics, one of the citizens. */
	group: GroupMade;
	/** The membership that stands in for the second seat. */
	standIn: string;
	/** Runs the groups of the place; the same of another place. */
	manager: Actor;
	stranger: Actor;
	/** On the first seat, with an account and an address. */
	member: Extract<Actor, { kind: "person" }>;
	world(actor?: Actor, at?: Date): World;
};

/** What a test of meetings needs: a database and a working group with people to invite. Call it once, in `beforeAll`. */
export async function meetingHouse(now: Date): Promise<MeetingHouse> {
	const { db } = await freshDatabase();
	const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
	introduce([manifest]);
	const mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	const [managerId = "", strangerId = "", memberId = ""] = await Promise.all(
		["Petra", "Knut", "Vera"].map((displayName) => human(db, now, displayName)),
	);
	const manager = personWith(["participation-manager"], mayen.organisationId, { personId: managerId });
	const stranger = personWith(["participation-manager"], koblenz.organisationId, { personId: strangerId });
	const member = { ...personWith([], mayen.organisationId, { personId: memberId }), grants: [] };
	const group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		benches: [
			{ kind: "politics", minSeats: 1, maxSeats: 9 },
			{ kind: "citizens", minSeats: 1, maxSeats: 9 },
		],
		members: [
			{ bench: "politics", person: { personId: memberId } },
			{ bench: "politics", person: { givenName: "Rat", familyName: "Eins" } },
			{ bench: "citizens", person: { givenName: "Berta", familyName: "Bürgerin" } },
		],
	});
	const standIn = await substitute(world(), {
		groupId: group.id,
		seatId: group.members[1]?.membershipId ?? "",
		person: { givenName: "Stella", familyName: "Vertretung" },
	});
	await db.account.create({
		data: { id: newId(now), personId: memberId, email: "vera@example.org", emailConfirmedAt: now, createdAt: now },
	});
	return { db, mayen, group, standIn, manager, stranger, member, world };
}
