import { command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, Forbidden, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayLead, signsAs } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { after } from "../../state";
import { isOver } from "./may-sign.server";
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
	): Promise<Outcome<null, "round-over" | "round-lapsed" | "reason-missing" | "already-signed" | TextRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		const { actor } = world;
		if (actor.kind === "guest") throw new SignInNeeded("session");
		const version = await openRound(world, agreement);
		if (!version) return refused("round-over");
		const mine = version.slots.filter((slot) => signsAs(actor, slot, agreement) !== null);
		if (mine.length === 0) throw new Forbidden();
		if (isOver(version, world.now)) return refused("round-lapsed");
		const slot = mine.find(({ click, qualified, waits }) => !click && !qualified && !waits);
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
 * The lead party takes the version back, as long as nobody has signed: no confirmation, no paper and
 * no qualified signature was brought in.
 * @returns refused with "round-over" or "signed-already"
 */
export const withdrawVersion = command(
	"agreements.withdraw",
	async (world, { code }: { code: string }): Promise<Outcome<null, "round-over" | "signed-already">> => {
		const agreement = await holdAgreement(world, code);
		demand(mayLead, world.actor, agreement);
		const version = await openRound(world, agreement);
		if (!version) return refused("round-over");
		const where = { versionId: version.id };
		const papers =
			(await world.db.agreementScan.count({ where })) + (await world.db.agreementQualifiedSignature.count({ where }));
		if (papers > 0 || version.slots.some(({ click }) => click !== null)) return refused("signed-already");
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

/**
 * Ends the rounds whose last day is over, once each, also when late; the drafts lie before the partners again. For a sweep.
 * @returns how many
 */
export async function lapseRounds(world: World): Promise<number> {
	const rounds = await world.db.agreementRound.findMany({
		where: { state: "open", deadline: { lt: today(world.now) } },
		select: { version: { select: { agreement: { select: { code: true } } } } },
		take: 200,
	});
	let lapsed = 0;
	for (const { version } of rounds) lapsed += (await lapse(world, version.agreement)).done ? 1 : 0;
	return lapsed;
}

const lapse = command(
	"agreements.lapse",
	async (world, { code }: { code: string }): Promise<Outcome<null, "round-over">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const agreement = await holdAgreement(world, code);
		const version = await openRound(world, agreement);
		if (!version || !isOver(version, world.now)) return refused("round-over");
		await world.db.agreementRound.update({
			where: { versionId: version.id, state: "open" },
			data: { state: "lapsed", closedAt: world.now },
		});
		await world.db.agreement.update({ where: { id: agreement.id }, data: { state: after(agreement.state, "lapse") } });
		world.record({
			type: "agreements.version.lapsed",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { version: version.id, deadline: version.deadline },
		});
		return done(null);
	},
);
