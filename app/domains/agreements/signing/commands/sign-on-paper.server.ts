import { attach, judgePaper, type PaperFindings, type PaperRefusal } from "~/domains/files/index.server";
import { command } from "~/platform/act.server";
import { type Actor, personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, Forbidden, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { demandStepUp } from "~/platform/step-up";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { isEnough } from "../../form-rules/form-rule";
import { mayHandlePaper } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { isOver, type TimeRefusal, timeRefusal } from "./may-sign.server";
import { concludeIfComplete, openRound } from "./open-round.server";

function demandPersonId(actor: Actor): string {
	const personId = personIdOf(actor);
	if (personId === null) throw new Forbidden();
	return personId;
}

type BringRefusal =
	| "round-over"
	| "scan-waits"
	| "already-signed"
	| "scan-date"
	| "electronic-form-needed"
	| TimeRefusal;

/**
 * Brings in the scan of a paper that a party signed by hand. It counts only after a second person has checked it.
 * @returns refused with "round-over", "scan-waits" (one waits for its check), "already-signed", "scan-date",
 * "electronic-form-needed" (paper is no way here), "round-lapsed", "party-complete" or "not-your-turn"
 */
export const bringInScan = command(
	"agreements.bring-in-scan",
	async (
		world,
		input: { code: string; organisationId: string; signedOn: Date; stored: StoredFile },
	): Promise<Outcome<{ scanId: string }, BringRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		const { organisationId } = input;
		demand(mayHandlePaper, world.actor, { ownerId: agreement.ownerId, organisationId });
		const uploadedById = demandPersonId(world.actor);
		const version = await openRound(world, agreement);
		if (!version) return refused("round-over");
		if (!version.slots.some((slot) => slot.organisationId === organisationId)) throw new NotFound();
		if (input.signedOn > today(world.now)) return refused("scan-date", { field: "signedOn" });
		if (version.papers.includes(organisationId)) return refused("already-signed");
		const own = version.slots.filter((slot) => slot.organisationId === organisationId);
		if (!own.every(({ form }) => isEnough("paper", form))) return refused("electronic-form-needed");
		const time = timeRefusal(version, organisationId, world.now);
		if (!time.done) return time;
		const waiting = await world.db.agreementScan.count({
			where: { versionId: version.id, organisationId, check: null },
		});
		if (waiting > 0) return refused("scan-waits");
		const scanId = newId(world.now);
		await world.db.agreementScan.create({
			data: {
				id: scanId,
				versionId: version.id,
				organisationId,
				fileId: input.stored.id,
				signedOn: input.signedOn,
				uploadedById,
				uploadedAt: world.now,
			},
		});
		await attach(world, {
			ownerId: agreement.ownerId,
			subject: { kind: "agreement-scan", id: scanId },
			stored: input.stored,
		});
		world.record({
			type: "agreements.scan.brought-in",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { version: version.id, scan: scanId, organisation: organisationId, sha256: input.stored.sha256 },
		});
		return done({ scanId });
	},
);

type CheckRefusal =
	| "round-over"
	| "round-lapsed"
	| "second-person-needed"
	| "already-checked"
	| PaperRefusal
	| TextRefusal;

/**
 * The second pair of eyes: somebody else than who brought the scan in reads the code off the paper, looks at the signatures
 * and says where the original lies; after a step-up. A rejected scan makes room for another one.
 * @returns whether the agreement is concluded now
 */
export const checkScan = command(
	"agreements.check-scan",
	async (
		world,
		input: PaperFindings & { code: string; scanId: string },
	): Promise<Outcome<{ concluded: boolean }, CheckRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		const version = await openRound(world, agreement);
		const scan = await world.db.agreementScan.findFirst({
			where: { id: input.scanId, version: { agreementId: agreement.id } },
			include: { check: true },
		});
		if (!scan) throw new NotFound();
		demand(mayHandlePaper, world.actor, { ownerId: agreement.ownerId, organisationId: scan.organisationId });
		const checkedById = demandPersonId(world.actor);
		if (!version || scan.versionId !== version.id) return refused("round-over");
		if (scan.check) return refused("already-checked");
		if (isOver(version, world.now)) return refused("round-lapsed");
		if (scan.uploadedById === checkedById) return refused("second-person-needed");
		demandStepUp(world);
		const [place, reason] = [checkText(input.originalPlace), checkText(input.reason)];
		if (!place.done) return place;
		if (!reason.done) return reason;
		const { accepted } = input;
		const found = { ...input, originalPlace: place.value, reason: reason.value };
		const judged = judgePaper(found, version.verificationCode);
		if (!judged.done) return judged;
		await world.db.agreementScanCheck.create({
			data: {
				scanId: scan.id,
				versionId: version.id,
				organisationId: scan.organisationId,
				uploadedById: scan.uploadedById,
				checkedById,
				checkedAt: world.now,
				accepted,
				originalPlace: place.value,
				reason: reason.value,
			},
		});
		world.record({
			type: accepted ? "agreements.scan.accepted" : "agreements.scan.rejected",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { version: version.id, scan: scan.id, organisation: scan.organisationId },
		});
		return done({ concluded: await concludeIfComplete(world, agreement) });
	},
);
