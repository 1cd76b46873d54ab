import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { checkTexts, type TextRefusal } from "../../drafting/text-check";
import { mayActFor } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import type { NoticeKind } from "../ending";

/**
 * Writes a notice down for a party, to be declared by that party's own people: what who acts for it may do where the party
 * can speak itself. It binds nobody; what was prepared before is replaced.
 * @param lastDay last day on which the agreement shall still count
 * @returns refused with "step-not-now", "notice-there", "reason-missing", "date-invalid" or what may not stand in a text
 */
export const prepareNotice = command(
	"agreements.prepare-notice",
	async (
		world,
		input: {
			code: string;
			organisationId: string;
			kind: NoticeKind;
			lastDay: string;
			reason: string;
			consequence: string;
		},
	): Promise<Outcome<null, "step-not-now" | "notice-there" | "reason-missing" | "date-invalid" | TextRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		const { organisationId, kind } = input;
		demand(mayActFor, world.actor, { ...agreement, organisationId });
		if (!agreement.partyIds.includes(organisationId)) throw new NotFound();
		if (agreement.stateNow !== "concluded" && agreement.stateNow !== "in-force") return refused("step-not-now");
		const there = { agreementId: agreement.id, OR: [{ kind: "termination" }, { organisationId }] };
		if ((await world.db.agreementNotice.count({ where: there })) > 0) return refused("notice-there");
		const texts = checkTexts({ reason: input.reason, consequence: input.consequence });
		if (!texts.done) return texts;
		if (texts.value.reason === "") return refused("reason-missing", { field: "reason" });
		const lastDay = parseDay(input.lastDay);
		if (!lastDay) return refused("date-invalid", { field: "lastDay" });
		const data = { kind, lastDay, ...texts.value, preparedById: personIdOf(world.actor), preparedAt: world.now };
		await world.db.agreementNoticePrepared.upsert({
			where: { agreementId_organisationId: { agreementId: agreement.id, organisationId } },
			create: { agreementId: agreement.id, organisationId, ...data },
			update: data,
		});
		world.record({
			type: "agreements.notice.prepared",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			onBehalfOfId: organisationId,
			facts: { kind, organisation: organisationId, lastDay: input.lastDay },
		});
		return done(null);
	},
);
