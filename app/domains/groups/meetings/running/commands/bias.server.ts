import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { seatsOn } from "../../../group";
import { mayRunGroup } from "../../../policy.server";
import { groupById } from "../../../queries/find-group.server";

type BiasRefused = "not-a-seat" | "voted-on" | "meeting-cancelled" | "already-declared" | "not-declared";

async function itemFor(world: ActWorld, { itemId, membershipId }: { itemId: string; membershipId: string }) {
	const found = await world.db.agendaItem.findUnique({ where: { id: itemId }, select: { meetingId: true } });
	if (!found) throw new NotFound();
	// the same lock as opening a vote, so that a vote and a declaration at once come one after the other
	await world.db.$queryRaw`SELECT id FROM meeting WHERE id = ${found.meetingId}::uuid FOR UPDATE`;
	const item = await world.db.agendaItem.findUnique({
		where: { id: itemId },
		include: { meeting: true, recommendations: { where: { cancelledAt: null }, select: { id: true } } },
	});
	const membership = await world.db.groupMembership.findUnique({ where: { id: membershipId } });
	if (!item || !membership || membership.groupId !== item.meeting.groupId) throw new NotFound();
	const group = await groupById(world, item.meeting.groupId);
	const personId = personIdOf(world.actor);
	const own = personId !== null && membership.personId === personId;
	if (!own) demand(mayRunGroup, world.actor, group);
	const open = { item, membership, group, writtenById: own ? null : personId };
	const closed: BiasRefused | null = item.meeting.cancelledAt
		? "meeting-cancelled"
		: item.recommendations.length > 0
			? "voted-on"
			: null;
	return { ...open, closed };
}

/**
 * Declares that a member is biased in an item (Befangenheit): the seat leaves the item's electorate, and it is minuted. The
 * member says so, or who runs the meeting writes it down; until a vote is opened on it.
 * @throws NotFound for an item or seat that is not there; Forbidden or SignInNeeded
 */
export const declareBias = command(
	"groups.declare-bias",
	async (world: ActWorld, input: { itemId: string; membershipId: string }): Promise<Outcome<null, BiasRefused>> => {
		const { item, membership, group, writtenById, closed } = await itemFor(world, input);
		if (closed) return refused(closed);
		if (seatsOn([membership], item.meeting.day).length === 0) return refused("not-a-seat", { field: "membershipId" });
		const { count } = await world.db.declaredBias.createMany({
			data: [{ agendaItemId: item.id, membershipId: membership.id, declaredAt: world.now, writtenById }],
			skipDuplicates: true,
		});
		if (count === 0) return refused("already-declared");
		world.record({
			type: "groups.bias.declared",
			subject: { kind: "meeting", id: item.meetingId },
			ownerId: group.organisationId,
			facts: { item: item.id, membership: membership.id },
		});
		return done(null);
	},
);

/**
 * Takes a declaration back, until a vote is opened on the item.
 * @throws NotFound for an item or seat that is not there; Forbidden or SignInNeeded
 */
export const withdrawBias = command(
	"groups.withdraw-bias",
	async (world: ActWorld, input: { itemId: string; membershipId: string }): Promise<Outcome<null, BiasRefused>> => {
		const { item, membership, group, closed } = await itemFor(world, input);
		if (closed) return refused(closed);
		const { count } = await world.db.declaredBias.deleteMany({
			where: { agendaItemId: item.id, membershipId: membership.id },
		});
		if (count === 0) return refused("not-declared");
		world.record({
			type: "groups.bias.withdrawn",
			subject: { kind: "meeting", id: item.meetingId },
			ownerId: group.organisationId,
			facts: { item: item.id, membership: membership.id },
		});
		return done(null);
	},
);
