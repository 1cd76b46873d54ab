import { personIdOf } from "~/platform/actor";
import { houseAddress } from "~/platform/address.server";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayManageGroups } from "../../policy.server";
import { runGroup } from "../../queries/managed-groups.server";
import { memberName, personSelection } from "../../queries/names.server";

const path = (group: { slug: string; organisation: { space: { slug: string } | null } }) =>
	`/o/${group.organisation.space?.slug ?? ""}/arbeitskreise/${group.slug}`;

const groupSelection = {
	id: true,
	slug: true,
	name: true,
	organisation: { select: { space: { select: { slug: true } } } },
} as const;

/** Seats that were accepted with this reader's confirmed mail address and have no account. None for guests. */
export async function seatsToJoin(view: View): Promise<{ membershipId: string; group: string }[]> {
	const personId = personIdOf(view.actor);
	const account = personId && (await view.db.account.findUnique({ where: { personId }, select: { email: true } }));
	if (!account) return [];
	const rows = await view.db.seatApplication.findMany({
		where: { email: account.email, state: "seated", membership: { person: { account: { is: null } } } },
		select: { membershipId: true, call: { select: { group: { select: { name: true } } } } },
		orderBy: { id: "asc" },
		take: 20,
	});
	return rows.flatMap(({ membershipId, call }) => (membershipId ? [{ membershipId, group: call.group.name }] : []));
}

/** The page on which a seat is joined. @throws SignInNeeded for guests */
export async function joinPage(view: View) {
	if (!personIdOf(view.actor)) throw new SignInNeeded("session");
	return { seats: await seatsToJoin(view) };
}

/** Where the member's own page of a group is. */
export async function ownPagePath(view: Pick<View, "db">, groupId: string): Promise<string> {
	const group = await view.db.workingGroup.findUniqueOrThrow({ where: { id: groupId }, select: groupSelection });
	return `${path(group)}/mein`;
}

/** What the page of an application says of the seat's account: none yet, to be joined now, or joined. */
export type SeatAccount = "none" | "other-address" | "to-join" | "joined";

export async function accountOfSeat(view: View, membershipId: string): Promise<SeatAccount> {
	const [seat, mine] = await Promise.all([
		view.db.groupMembership.findUnique({
			where: { id: membershipId },
			select: { person: { select: { account: { select: { id: true } } } } },
		}),
		seatsToJoin(view),
	]);
	if (seat?.person.account) return "joined";
	if (!personIdOf(view.actor)) return "none";
	return mine.some((one) => one.membershipId === membershipId) ? "to-join" : "other-address";
}

/** The seat for which a letter is written. @throws NotFound, Forbidden, SignInNeeded */
export async function letterPage(view: View, at: { place: string; group: string; seat: string }) {
	const group = await runGroup(view, at);
	demand(mayManageGroups, view.actor, group);
	const seat = await view.db.groupMembership.findFirst({
		where: { id: at.seat, groupId: group.id },
		include: { person: { select: { ...personSelection, account: { select: { id: true } } } }, joinCode: true },
	});
	if (!seat) throw new NotFound();
	return {
		id: seat.id,
		groupId: group.id,
		place: group.place,
		slug: group.slug,
		name: memberName(view, seat, true) ?? "",
		group: group.name,
		joined: seat.person.account !== null,
		written: seat.joinCode?.createdAt ?? null,
		door: houseAddress("/konto/sitz"),
	};
}
