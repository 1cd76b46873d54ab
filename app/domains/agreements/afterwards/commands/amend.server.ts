import { link } from "~/domains/trace/index.server";
import { command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayLead } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { type AmendmentKind, amendmentNumber } from "../amendment";
import { copyDraft } from "./copy-draft.server";

/**
 * Begins an amendment (or a cancellation by all) of a concluded agreement: a draft with everything that is in force, to be
 * changed, presented, frozen and signed by everybody who is bound. Until its first day the old one stays as it is.
 * @returns the code of the new draft; refused with "step-not-now" (not concluded, or over), "amendment-there",
 * "reason-missing" or what may not stand in a contract
 */
export const beginAmendment = command(
	"agreements.begin-amendment",
	async (
		world,
		input: { code: string; kind: AmendmentKind; reason: string },
	): Promise<
		Outcome<{ id: string; code: string }, "step-not-now" | "amendment-there" | "reason-missing" | TextRefusal>
	> => {
		const agreement = await holdAgreement(world, input.code);
		demand(mayLead, world.actor, agreement);
		if (agreement.stateNow !== "concluded" && agreement.stateNow !== "in-force") return refused("step-not-now");
		const reason = checkText(input.reason);
		if (!reason.done) return { done: false, refusals: reason.refusals.map((one) => ({ ...one, field: "reason" })) };
		if (reason.value === "") return refused("reason-missing", { field: "reason" });
		const before = await world.db.agreementAmendment.findMany({
			where: { amendedId: agreement.id },
			select: { abandonedAt: true },
		});
		if (before.some(({ abandonedAt }) => abandonedAt === null)) return refused("amendment-there");
		const version = await world.db.agreementVersion.findFirstOrThrow({
			where: { agreementId: agreement.id, round: { state: "completed" } },
			orderBy: { number: "desc" },
			select: { id: true },
		});
		const count = before.length + 1;
		const id = newId(world.now);
		const code = newCode();
		await copyDraft(world, agreement.id, id, {
			code,
			number: amendmentNumber(agreement.number, count),
			state: "draft",
			effective_on: null,
			in_force_from: null,
			concluded_at: null,
			force_told_at: null,
			end_told_at: null,
			revision: 1,
			changes: 0,
			created_at: world.now.toISOString(),
		});
		await world.db.agreementAmendment.create({
			data: {
				agreementId: id,
				amendedId: agreement.id,
				amendedVersionId: version.id,
				kind: input.kind,
				number: count,
				reason: reason.value,
			},
		});
		const subject = { kind: "agreement", id };
		if (agreement.purpose) await link(world, { from: agreement.purpose, relation: "agreed-in", to: subject });
		await link(world, { from: { kind: "agreement", id: agreement.id }, relation: "replaced-by", to: subject });
		world.record({
			type: "agreements.amendment.begun",
			subject,
			ownerId: agreement.ownerId,
			facts: { amends: agreement.id, version: version.id, kind: input.kind },
		});
		return done({ id, code });
	},
);

/** Gives up an amendment that was not frozen; another one may then be begun. @returns refused with "step-not-now" */
export const abandonAmendment = command(
	"agreements.abandon-amendment",
	async (world, { code }: { code: string }): Promise<Outcome<{ amendedCode: string }, "step-not-now">> => {
		const agreement = await holdAgreement(world, code);
		demand(mayLead, world.actor, agreement);
		const amendment = await world.db.agreementAmendment.findUnique({
			where: { agreementId: agreement.id },
			select: { abandonedAt: true, amended: { select: { code: true } } },
		});
		const open = agreement.state === "draft" || agreement.state === "presented";
		if (!amendment || amendment.abandonedAt || !open) return refused("step-not-now");
		await world.db.agreementAmendment.update({
			where: { agreementId: agreement.id },
			data: { abandonedAt: world.now },
		});
		world.record({
			type: "agreements.amendment.abandoned",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
		});
		return done({ amendedCode: amendment.amended.code });
	},
);
