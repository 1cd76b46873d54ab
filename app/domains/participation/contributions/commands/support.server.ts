import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { addressHash } from "../address-hash.server";
import { canBeSupported, mayRead } from "../policy.server";
import { refusedByBan } from "../queries/ban.server";
import { contributionById } from "../queries/find-contribution.server";

type SupportRefusal = "support-closed" | "already-supported" | "not-supported" | "banned";

async function toSupport(world: ActWorld, id: string) {
	if (world.actor.kind !== "person") throw new SignInNeeded();
	const contribution = await contributionById(world, id);
	if (mayRead(world.actor, contribution) === "nothing") throw new NotFound();
	return { contribution, personId: world.actor.personId };
}

/** One support per person and idea: the key of the row is the person. Only while the phase has it switched on. */
export const support = command(
	"participation.support",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, SupportRefusal>> => {
		const { contribution, personId } = await toSupport(world, id);
		if (!canBeSupported(contribution.process, contribution, world.now)) return refused("support-closed");
		const banned = await refusedByBan(world, { organisationId: contribution.organisationId });
		if (banned) return banned;
		if (await supportedAsGuest(world, id, personId)) return refused("already-supported");
		const { count } = await world.db.support.createMany({
			data: [{ contributionId: id, personId, at: world.now }],
			skipDuplicates: true,
		});
		if (count === 0) return refused("already-supported");
		world.record({
			type: "participation.contribution.supported",
			subject: { kind: "contribution", id },
			ownerId: contribution.organisationId,
		});
		return done(null);
	},
);

/** Whether this person supported it before without the account, with the same address. */
async function supportedAsGuest(world: ActWorld, contributionId: string, personId: string): Promise<boolean> {
	const account = await world.db.account.findUnique({ where: { personId }, select: { email: true } });
	if (!account) return false;
	const row = await world.db.guestSupport.findUnique({
		where: { contributionId_addressHash: { contributionId, addressHash: addressHash(account.email) } },
	});
	return row !== null;
}

/** Takes the own support back, as long as supporting is possible. */
export const withdrawSupport = command(
	"participation.withdraw-support",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, SupportRefusal>> => {
		const { contribution, personId } = await toSupport(world, id);
		if (!canBeSupported(contribution.process, contribution, world.now)) return refused("support-closed");
		const { count } = await world.db.support.deleteMany({ where: { contributionId: id, personId } });
		if (count === 0) return refused("not-supported");
		world.record({
			type: "participation.contribution.support-withdrawn",
			subject: { kind: "contribution", id },
			ownerId: contribution.organisationId,
		});
		return done(null);
	},
);
