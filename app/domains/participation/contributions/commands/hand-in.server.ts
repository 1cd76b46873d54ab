import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { isOpenFor } from "../../processes/index.server";
import { mayHappen, stateOf, switchFor, waitsForModerator } from "../contribution";
import { hasLink } from "../letters.server";
import { refusedByBan } from "../queries/ban.server";
import { type FoundContribution, type OwnKey, ownContribution } from "../queries/find-contribution.server";
import { isNewHere } from "../queries/newcomer.server";

export type HandInRefusal = "closed" | "already-handed-in" | "guests-not-welcome" | "not-yours" | "banned";

/** Who hands it in: a person with an account, or a guest whose address was confirmed. */
type HandedInBy =
	| { authorId: string; authorName: string | null; guestEmail: null }
	| { authorId: null; guestEmail: string; statusHash: string };

/**
 * Hands a stored draft in: it gets the next number of its process, without gaps and without doubles, because the
 * process's row is locked until the act is committed. Used by all ways of handing in.
 */
export async function handInNow(
	world: ActWorld,
	contribution: FoundContribution,
	by: HandedInBy,
): Promise<Outcome<{ id: string; code: string; number: number }, HandInRefusal>> {
	const { process, id } = contribution;
	if (!mayHappen(stateOf(contribution), "hand-in")) return refused("already-handed-in");
	if (!isOpenFor(process, switchFor(contribution.kind), world.now)) return refused("closed");
	if (by.authorId === null && !process.guestsWelcome) return refused("guests-not-welcome");
	const banned = await refusedByBan(world, { organisationId: process.organisationId, email: by.guestEmail });
	if (banned) return banned;
	const [row] = await world.db.$queryRaw<{ number: number }[]>`
		UPDATE process SET next_number = next_number + 1 WHERE id = ${process.id}::uuid RETURNING next_number - 1 AS number`;
	if (!row) throw new Error(`process ${process.id} has gone`);
	const waits = waitsForModerator({
		moderation: process.moderation,
		isNewcomer: await isNewHere(world, by.authorId),
		hasLink: hasLink(contribution.body),
		unproven: contribution.unproven && by.authorId !== null,
	});
	const { count } = await world.db.contribution.updateMany({
		where: { id, submittedAt: null, withdrawnAt: null },
		data: {
			...by,
			number: row.number,
			submittedAt: world.now,
			updatedAt: world.now,
			publishedAt: waits ? null : world.now,
		},
	});
	if (count === 0) return refused("already-handed-in");
	const subject = { kind: "contribution", id };
	const ownerId = process.organisationId;
	await link(world, { from: subject, relation: "part-of", to: { kind: "process", id: process.id } });
	world.record({
		type: "participation.contribution.handed-in",
		subject,
		ownerId,
		facts: {
			process: process.id,
			number: row.number,
			channel: contribution.channel,
			guest: by.authorId === null,
			waits,
		},
	});
	if (!waits) {
		world.record({
			type: "participation.contribution.published",
			subject,
			ownerId,
			facts: { process: process.id, number: row.number, by: "process" },
		});
	}
	return done({ id, code: contribution.code, number: row.number });
}

/**
 * Hands the own draft in as the person who is signed in, under the display name or without a name.
 * Refused when the phase is closed (the draft stays) and when it was handed in already.
 */
export const handIn = command(
	"participation.hand-in",
	async (world: ActWorld, { key, withName }: { key: OwnKey; withName: boolean }) => {
		if (world.actor.kind !== "person") throw new SignInNeeded();
		const contribution = await ownContribution(world, key);
		if (contribution.authorId !== null && contribution.authorId !== world.actor.personId) return refused("not-yours");
		return handInNow(world, contribution, {
			authorId: world.actor.personId,
			authorName: withName ? world.actor.displayName : null,
			guestEmail: null,
		});
	},
);
