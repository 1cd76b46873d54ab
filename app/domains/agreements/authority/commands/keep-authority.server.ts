import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayLead } from "../../policy.server";
import type { AuthorityBasis } from "../authority-bases";
import { type Alternative, alternativeProblems } from "../representation";

type Whose = { keeperId: string; organisationId: string };

/** An organisation keeps its own records; who leads an agreement with another one, those of that other one as well. */
async function demandKeeper(world: ActWorld, { keeperId, organisationId }: Whose): Promise<void> {
	demand(mayLead, world.actor, { ownerId: keeperId });
	if (keeperId === organisationId) return;
	const together = await world.db.agreementParty.count({ where: { organisationId, agreement: { ownerId: keeperId } } });
	if (together === 0) throw new NotFound();
}

async function areOf(world: ActWorld, organisationId: string, postIds: readonly string[]): Promise<boolean> {
	const ids = [...new Set(postIds)];
	const posts = await world.db.post.count({ where: { id: { in: ids }, organisationId, ...inForce(today(world.now)) } });
	return posts === ids.length;
}

/**
 * Writes down how an organisation is represented from a day on; earlier rows stay. No alternative: all named posts sign.
 * @param source statutes, law, extract from the register
 * @returns refused with "post-elsewhere", "rule-impossible" or for the text
 */
export const keepRepresentation = command(
	"agreements.keep-representation",
	async (
		world,
		input: Whose & { alternatives: Alternative[]; source: string; validFrom: Date },
	): Promise<Outcome<{ id: string }, "post-elsewhere" | "rule-impossible" | TextRefusal>> => {
		await demandKeeper(world, input);
		const source = checkText(input.source);
		if (!source.done) return source;
		if (input.alternatives.some((alternative) => alternativeProblems(alternative).length > 0)) {
			return refused("rule-impossible", { field: "count" });
		}
		const posts = input.alternatives.flatMap((alternative) => alternative.posts);
		if (!(await areOf(world, input.organisationId, posts))) return refused("post-elsewhere", { field: "posts" });
		const id = newId(world.now);
		const { keeperId, organisationId, validFrom } = input;
		const alternatives = input.alternatives.map(({ count, posts, mandatory }) => ({
			count,
			posts: [...posts],
			mandatory: [...mandatory],
		}));
		await world.db.agreementRepresentation.create({
			data: {
				id,
				keeperId,
				organisationId,
				alternatives,
				source: source.value,
				validFrom,
				recordedById: personIdOf(world.actor),
				recordedAt: world.now,
			},
		});
		world.record({
			type: "agreements.representation.kept",
			subject: { kind: "organisation", id: organisationId },
			ownerId: keeperId,
			facts: { representation: id, alternatives: alternatives.length },
		});
		return done({ id });
	},
);

/**
 * Gives a post authority to sign, dated and with a limit in cents. From the first one on every post of that organisation
 * needs its own.
 * @returns refused with "post-elsewhere", "period-empty" or for the text
 */
export const giveAuthority = command(
	"agreements.give-authority",
	async (
		world,
		input: Whose & {
			postId: string;
			basis: AuthorityBasis;
			note: string;
			limitCents: bigint | null;
			validFrom: Date;
			validUntil: Date | null;
		},
	): Promise<Outcome<{ id: string }, "post-elsewhere" | "period-empty" | TextRefusal>> => {
		await demandKeeper(world, input);
		const note = checkText(input.note);
		if (!note.done) return note;
		if (input.validUntil && input.validUntil <= input.validFrom)
			return refused("period-empty", { field: "validUntil" });
		if (!(await areOf(world, input.organisationId, [input.postId])))
			return refused("post-elsewhere", { field: "postId" });
		const id = newId(world.now);
		await world.db.agreementAuthority.create({
			data: { id, ...input, note: note.value, recordedById: personIdOf(world.actor), recordedAt: world.now },
		});
		world.record({
			type: "agreements.authority.given",
			subject: { kind: "organisation", id: input.organisationId },
			ownerId: input.keeperId,
			postId: input.postId,
			facts: { authority: id, limitCents: input.limitCents?.toString() ?? null },
		});
		return done({ id });
	},
);

/**
 * Revokes an authority from this moment on; what was signed with it before stays signed.
 * @returns refused with "revoked-already" or for the reason
 */
export const revokeAuthority = command(
	"agreements.revoke-authority",
	async (
		world,
		{ keeperId, id, reason }: { keeperId: string; id: string; reason: string },
	): Promise<Outcome<null, "revoked-already" | TextRefusal>> => {
		demand(mayLead, world.actor, { ownerId: keeperId });
		const words = checkText(reason);
		if (!words.done) return words;
		const authority = await world.db.agreementAuthority.findFirst({ where: { id, keeperId } });
		if (!authority) throw new NotFound();
		const { count } = await world.db.agreementAuthority.updateMany({
			where: { id, revokedAt: null },
			data: { revokedAt: world.now, revokedReason: words.value },
		});
		if (count === 0) return refused("revoked-already");
		world.record({
			type: "agreements.authority.revoked",
			subject: { kind: "organisation", id: authority.organisationId },
			ownerId: keeperId,
			postId: authority.postId,
			facts: { authority: id },
		});
		return done(null);
	},
);
