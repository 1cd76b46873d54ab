import { personIdOf } from "~/platform/actor";
import { dayOf, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { speaksFor, wordsOnBehalf } from "../../on-behalf/queries/speaking.server";
import { mayLead } from "../../policy.server";
import { findInside } from "../../queries/find-agreement.server";
import { takersOf } from "./takers.server";

/** The hand-over of operation as its page shows it. @throws NotFound for whoever is of no party */
export async function handoverPage(view: View, code: string) {
	const agreement = await findInside(view, code);
	const [row, handover, takers] = await Promise.all([
		view.db.agreement.findUniqueOrThrow({
			where: { id: agreement.id },
			select: {
				pilotEnd: true,
				duties: { where: { phase: "operation" }, orderBy: { id: "asc" }, select: { task: true } },
			},
		}),
		view.db.agreementHandover.findUnique({
			where: { agreementId: agreement.id },
			include: { taker: { select: { name: true, registerType: true } } },
		}),
		takersOf(view.db, agreement.id),
	]);
	const pilotEnd = row.pilotEnd && fromStored(row.pilotEnd).toString();
	const confirmedAt = handover?.confirmedAt ?? null;
	const goesOn = agreement.stateNow === "in-force";
	const how = handover && (await speaksFor(view, agreement, [handover.takerId])).get(handover.takerId);
	return {
		byDecision: how === "by-decision",
		words: await wordsOnBehalf(view, agreement, "handover"),
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		pilotEnd,
		overdue: goesOn && confirmedAt === null && pilotEnd !== null && dayOf(view.now).toString() > pilotEnd,
		takers,
		/** What the contract says goes over: the first draft of the list. */
		proposed: row.duties.map(({ task }) => task),
		handover: handover && {
			takerId: handover.takerId,
			taker: contractName(handover.taker),
			day: fromStored(handover.day).toString(),
			items: handover.items,
			note: handover.note,
			confirmedOn: confirmedAt && dayOf(confirmedAt).toString(),
		},
		may: {
			prepare: goesOn && confirmedAt === null && takers.length > 0 && mayLead(view.actor, agreement),
			confirm:
				goesOn &&
				handover !== null &&
				confirmedAt === null &&
				(how === "own" || how === "by-decision") &&
				personIdOf(view.actor) !== handover.preparedById,
		},
	};
}

/**
 * The confirmed hand-over of what an agreement is for, for the domain of that purpose; like the gate it asks no policy and
 * tells no names. @returns null while nothing has been confirmed
 */
export async function handedOver(
	view: Pick<View, "db">,
	purpose: { kind: string; id: string },
): Promise<{ agreementId: string; day: Date } | null> {
	const row = await view.db.agreementHandover.findFirst({
		where: { confirmedAt: { not: null }, agreement: { purposeKind: purpose.kind, purposeId: purpose.id } },
		orderBy: { day: "desc" },
		select: { agreementId: true, day: true },
	});
	return row && { agreementId: row.agreementId, day: row.day };
}
