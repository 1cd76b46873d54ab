import { dayOf, fromStored, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import type { Found } from "../../queries/find-agreement.server";
import { overFrom } from "./obligations.server";

export type AfterSummary = {
	/** The amendment that takes its place, and from when. */
	successor: { code: string; number: string; from: string } | null;
	/** What it amends itself. */
	amends: { code: string; number: string } | null;
	/** For the parties of a concluded one. */
	inside: {
		overdue: number;
		open: number;
		handover: "none" | "waits" | "overdue" | "confirmed";
		amendments: number;
		notices: number;
	} | null;
};

/** What the page of an agreement says about the time after the signature. The caller has asked who may read it. */
export async function afterSummary(view: View, agreement: Found, inside: boolean): Promise<AfterSummary> {
	const row = await view.db.agreement.findUniqueOrThrow({
		where: { id: agreement.id },
		select: {
			endsOn: true,
			pilotEnd: true,
			handover: { select: { confirmedAt: true } },
			amendment: { select: { amended: { select: { code: true, number: true } } } },
			_count: { select: { amendedBy: { where: { abandonedAt: null } }, notices: true } },
		},
	});
	const { successor } = agreement;
	const base = {
		successor: successor && { code: successor.code, number: successor.number, from: successor.from },
		amends: row.amendment?.amended ?? null,
	};
	if (!inside || agreement.state !== "concluded") return { ...base, inside: null };
	const over = overFrom(agreement, row.endsOn);
	const owed = { doneOn: null, waivedOn: null, obligation: { agreementId: agreement.id } };
	const day = today(view.now);
	const until = over !== null && over < dayOf(view.now).toString() ? new Date(`${over}T00:00:00Z`) : day;
	const [overdue, open] = await Promise.all([
		view.db.agreementObligationDate.count({ where: { ...owed, dueOn: { lt: until } } }),
		view.db.agreementObligationDate.count({ where: owed }),
	]);
	const late = row.pilotEnd !== null && fromStored(row.pilotEnd).toString() < dayOf(view.now).toString();
	return {
		...base,
		inside: {
			overdue,
			open,
			handover: row.handover?.confirmedAt
				? "confirmed"
				: late && agreement.stateNow === "in-force"
					? "overdue"
					: row.handover
						? "waits"
						: "none",
			amendments: row._count.amendedBy,
			notices: row._count.notices,
		},
	};
}
