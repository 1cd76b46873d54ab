import { command } from "~/platform/act.server";
import { done, Forbidden, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayLead, signsAs } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { after } from "../../state";
import { openRound } from "./open-round.server";

/**
 * A signatory refuses, with a reason. The round ends, the draft lies before the partners again, all are told.
 * @returns refused with "round-over" or "reason-missing"
 * @throws Forbidden for everybody who holds no post of this version
 */
export const refuseToSign = command(
	"agreements.refuse",
	async (
		world,
		input: { code: string; reason: string },
	): Promise<Outcome<null, "round-over" | "reason-missing" | "already-signed" | TextRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		const { actor } = world;
		if (actor.kind === "guest") throw new SignInNeeded("session");
		const version = await openRound(world, agreement);
		if (!version) return refused("round-over");
		const mine = version.slots.filter((slot) => signsAs(actor, slot, agreement) !== null);
		if (mine.length === 0) throw new Forbidden();
		const slot = mine.find(({ confirmation }) => confirmation === null);
		if (!slot) return refused("already-signed");
		const reason = checkText(input.reason);
		if (!reason.done) return reason;
		if (reason.value === "") return refused("reason-missing", { field: "reason" });
		await world.db.agreementRound.update({
			where: { versionId: version.id, state: "open" },
			data: { state: "refused", closedAt: world.now, refusedBy: slot.postId, reason: reason.value },
		});
		await world.db.agreement.update({ where: { id: agreement.id }, data: { state: after(agreement.state, "refuse") } });
		world.record({
			type: "agreements.version.refused",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			postId: slot.postId,
			facts: { version: version.id, organisation: slot.organisationId },
		});
		return done(null);
	},
);

/**
 * The lead party takes the version back, as long as nobody has signed: no confirmation and no paper was brought in.
 * @returns refused with "round-over" or "signed-already"
 */
export const withdrawVersion = command(
	"agreements.withdraw",
	async (world, { code }: { code: string }): Promise<Outcome<null, "round-over" | "signed-already">> => {
		const agreement = await holdAgreement(world, code);
		demand(mayLead, world.actor, agreement);
		const version = await openRound(world, agreement);
		if (!version) return refused("round-over");
		const scans = await world.db.agreementScan.count({ where: { versionId: version.id } });
		if (scans > 0 || version.slots.some(({ confirmation }) => confirmation !== null)) return refused("signed-already");
		await world.db.agreementRound.update({
			where: { versionId: version.id, state: "open" },
			data: { state: "withdrawn", closedAt: world.now },
		});
		await world.db.agreement.update({
			where: { id: agreement.id },
			data: { state: after(agreement.state, "withdraw") },
		});
		world.record({
			type: "agreements.version.withdrawn",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { version: version.id },
		});
		return done(null);
	},
);
