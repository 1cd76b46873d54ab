import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { checkTexts, type TextRefusal } from "../../drafting/text-check";
import { mayLead, maySpeakIn } from "../../policy.server";
import { type Found, holdAgreement } from "../../queries/find-agreement.server";

type Where = { code: string; block: string; organisationId: string };

/** Holds an agreement that lies before its parties, for one of them. @throws NotFound for a block or party of another */
async function holdForTalk(world: ActWorld, { code, block, organisationId }: Where) {
	const agreement = await holdAgreement(world, code);
	if (!agreement.partyIds.includes(organisationId)) throw new NotFound();
	demand(maySpeakIn, world.actor, { ...agreement, organisationId });
	if (agreement.state !== "presented") return refused("not-presented");
	const clause = await world.db.agreementBlock.findUnique({
		where: { agreementId_key: { agreementId: agreement.id, key: block } },
		select: { revision: true },
	});
	if (!clause) throw new NotFound();
	return done({ agreement, revision: clause.revision });
}

function record(world: ActWorld, what: string, { ownerId, id }: Found, facts: Record<string, string | number>): void {
	world.record({ type: `agreements.clause.${what}`, subject: { kind: "agreement", id }, ownerId, facts });
}

/**
 * A party says something about a clause.
 * @returns refused with "not-presented" unless the draft lies before the parties, or with the position of a forbidden character
 */
export const commentClause = command(
	"agreements.comment-clause",
	async (
		world,
		input: Where & { text: string },
	): Promise<Outcome<{ commentId: string }, "not-presented" | TextRefusal>> => {
		const held = await holdForTalk(world, input);
		if (!held.done) return held;
		const texts = checkTexts({ text: input.text });
		if (!texts.done) return texts;
		const { block, organisationId } = input;
		const { agreement } = held.value;
		const commentId = newId(world.now);
		await world.db.agreementClauseComment.create({
			data: {
				id: commentId,
				agreementId: agreement.id,
				block,
				organisationId,
				authorId: personIdOf(world.actor),
				text: texts.value.text,
				at: world.now,
			},
		});
		record(world, "commented", agreement, { block, organisation: organisationId, comment: commentId });
		return done({ commentId });
	},
);

/**
 * A party agrees to a clause in the wording that it saw. A later change of the text makes the mark void by itself.
 * @param revision of the text that the page showed
 * @returns refused with "changed-meanwhile" when that is not the wording any more, or "not-presented"
 */
export const agreeToClause = command(
	"agreements.agree-to-clause",
	async (world, input: Where & { revision: number }): Promise<Outcome<null, "not-presented" | "changed-meanwhile">> => {
		const held = await holdForTalk(world, input);
		if (!held.done) return held;
		const { agreement, revision } = held.value;
		if (revision !== input.revision) return refused("changed-meanwhile");
		const { block, organisationId } = input;
		const key = { agreementId: agreement.id, block, organisationId };
		await world.db.agreementClauseMark.upsert({
			where: { agreementId_block_organisationId: key },
			create: { ...key, revision, at: world.now },
			update: { revision, at: world.now },
		});
		record(world, "agreed", agreement, { block, organisation: organisationId, revision });
		return done(null);
	},
);

/** A party takes its mark back. @returns refused with "not-presented" @throws NotFound when there is none */
export const takeMarkBack = command(
	"agreements.take-mark-back",
	async (world, input: Where): Promise<Outcome<null, "not-presented">> => {
		const held = await holdForTalk(world, input);
		if (!held.done) return held;
		const { agreement } = held.value;
		const { block, organisationId } = input;
		const { count } = await world.db.agreementClauseMark.deleteMany({
			where: { agreementId: agreement.id, block, organisationId },
		});
		if (count === 0) throw new NotFound();
		record(world, "mark-taken-back", agreement, { block, organisation: organisationId });
		return done(null);
	},
);

/**
 * Settles a comment: by the party that wrote it, or by the lead, who answers by changing the text.
 * @throws NotFound when it is not open (any more)
 */
export const settleComment = command(
	"agreements.settle-comment",
	async (world, input: { code: string; commentId: string }): Promise<Outcome<null>> => {
		const agreement = await holdAgreement(world, input.code);
		const comment = await world.db.agreementClauseComment.findFirst({
			where: { id: input.commentId, agreementId: agreement.id, settledAt: null },
		});
		if (!comment) throw new NotFound();
		const { organisationId, block } = comment;
		if (!mayLead(world.actor, agreement)) {
			demand(maySpeakIn, world.actor, { ...agreement, organisationId });
		}
		await world.db.agreementClauseComment.update({ where: { id: comment.id }, data: { settledAt: world.now } });
		record(world, "settled", agreement, { block, organisation: organisationId, comment: comment.id });
		return done(null);
	},
);
