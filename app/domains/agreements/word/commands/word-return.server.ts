import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { holdForEditing } from "../../drafting/commands/editing.server";
import { demandParties } from "../../drafting/commands/parties.server";
import { checkTexts, type TextRefusal } from "../../drafting/text-check";
import { mayLead } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { mayStep } from "../../state";
import type { ReturnedClause } from "../match-clauses";

/** Keeps what was read from a partner's Word file, for deciding clause by clause. The draft does not change by it. */
export const keepWordReturn = command(
	"agreements.keep-word-return",
	async (
		world,
		input: { code: string; partyId: string | null; name: string; sha256: string; clauses: ReturnedClause[] },
	): Promise<Outcome<{ returnId: string }, "not-editable">> => {
		const agreement = await holdAgreement(world, input.code);
		demand(mayLead, world.actor, agreement);
		if (!mayStep(agreement.state, "edit")) return refused("not-editable");
		if (input.partyId !== null) await demandParties(world, agreement.id, [input.partyId]);
		const returnId = newId(world.now);
		const { partyId, name, sha256, clauses } = input;
		await world.db.agreementWordReturn.create({
			data: { id: returnId, agreementId: agreement.id, partyId, name, sha256, receivedAt: world.now },
		});
		await world.db.agreementWordClause.createMany({
			data: clauses.map((clause, index) => ({ id: newId(world.now), returnId, position: index + 1, ...clause })),
		});
		world.record({
			type: "agreements.word.received",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { return: returnId, sha256, clauses: clauses.length },
		});
		return done({ returnId });
	},
);

type Where = { code: string; returnId: string; clauseId: string };

/** A clause that nobody has decided about yet. @throws NotFound otherwise */
async function undecided({ db }: ActWorld, agreementId: string, { returnId, clauseId }: Where) {
	const clause = await db.agreementWordClause.findFirst({
		where: { id: clauseId, returnId, decision: null, return: { agreementId } },
	});
	if (!clause) throw new NotFound();
	return clause;
}

/**
 * Takes a partner's wording over into the draft. What belongs to no clause of ours is added at the end of the named one.
 * @param block where it goes; that of the clause itself if it has one
 * @param revision of our clause as the page showed it
 * @returns refused with "changed-meanwhile", or with the position of what may not stand in a contract
 */
export const takeWordClause = command(
	"agreements.take-word-clause",
	async (
		world,
		input: Where & { block: string; revision: number },
	): Promise<Outcome<null, "not-editable" | "changed-meanwhile" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, `block:${input.block}`);
		if (!held.done) return held;
		const agreementId = held.value.id;
		const clause = await undecided(world, agreementId, input);
		if (clause.block !== null && clause.block !== input.block) throw new NotFound();
		const ours = await world.db.agreementBlock.findUnique({
			where: { agreementId_key: { agreementId, key: input.block } },
		});
		if (!ours) throw new NotFound();
		const added = [ours.text, clause.heading, clause.text].filter((part) => part !== "").join("\n\n");
		const texts = checkTexts({
			heading: clause.block === null ? ours.heading : clause.heading,
			text: clause.block === null ? added : clause.text,
		});
		if (!texts.done) return texts;
		const { count } = await world.db.agreementBlock.updateMany({
			where: { agreementId, key: input.block, revision: input.revision },
			data: {
				text: texts.value.text,
				heading: texts.value.heading || ours.heading,
				revision: { increment: 1 },
			},
		});
		if (count === 0) return refused("changed-meanwhile");
		await world.db.agreementWordClause.update({
			where: { id: clause.id },
			data: { decision: "taken", decidedAt: world.now },
		});
		return done(null);
	},
);

/** Leaves our wording as it is. */
export const declineWordClause = command(
	"agreements.decline-word-clause",
	async (world, input: Where): Promise<Outcome<null>> => {
		const agreement = await holdAgreement(world, input.code);
		demand(mayLead, world.actor, agreement);
		const clause = await undecided(world, agreement.id, input);
		await world.db.agreementWordClause.update({
			where: { id: clause.id },
			data: { decision: "declined", decidedAt: world.now },
		});
		world.record({
			type: "agreements.word.declined",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { return: input.returnId, clause: clause.id, block: clause.block ?? "" },
		});
		return done(null);
	},
);
