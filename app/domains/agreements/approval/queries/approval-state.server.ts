import { dayOf, fromStored } from "~/platform/calendar.server";
import { isHoliday } from "~/platform/holidays";
import type { View } from "~/platform/world.server";
import type { AgreementContent } from "../../content";
import { knownWord } from "../../stored-word";
import { type ApprovalPlan, type ApprovalState, approvalOn, approvalSteps, type Steps } from "../approval";

export type ApprovalShown = ApprovalState & { plan: ApprovalPlan; steps: Steps };

/**
 * Where the concluded version of an agreement stands with its approval; null where none is needed. Asks nobody.
 * @returns the version as well, whose steps these are
 */
export async function approvalState(
	view: Pick<View, "db" | "now">,
	agreement: { id: string; ownerId: string },
): Promise<(ApprovalShown & { versionId: string; concludedOn: string }) | null> {
	const version = await view.db.agreementVersion.findFirst({
		where: { agreementId: agreement.id, round: { state: "completed" } },
		orderBy: { number: "desc" },
		select: { id: true, content: true, round: { select: { closedAt: true } }, approvalSteps: true },
	});
	const closedAt = version?.round?.closedAt;
	if (!version || !closedAt) return null;
	// The version holds what `contentOf` wrote; the database lets nobody change it.
	const { approval: plan } = JSON.parse(version.content) as AgreementContent;
	if (!plan) return null;
	const owner = await view.db.organisation.findUniqueOrThrow({
		where: { id: agreement.ownerId },
		select: { ars: true },
	});
	const land = owner.ars?.slice(0, 2) ?? null;
	const steps: Steps = Object.fromEntries(
		version.approvalSteps.map(({ kind, day }) => [knownWord(approvalSteps, kind), fromStored(day).toString()]),
	);
	const state = approvalOn(plan, steps, dayOf(view.now).toString(), (day) => isHoliday(day, land));
	return { ...state, plan, steps, versionId: version.id, concludedOn: dayOf(closedAt).toString() };
}
