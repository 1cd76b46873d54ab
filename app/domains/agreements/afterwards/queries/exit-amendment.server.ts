import { fromStored } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import type { DraftRead } from "../../drafting/queries/draft.server";
import { mayLead } from "../../policy.server";
import type { Found } from "../../queries/find-agreement.server";
import { firstYearWithout, leftBehind } from "../exit-draft";

/**
 * Who has left when an exit takes effect: its party, and those that left before, for one amendment leaves nobody in that is
 * gone. Asks nobody: the caller has asked.
 * @returns the organisations in the order of their exits, and the first year without all of them
 * @throws NotFound when there is no such exit, or nobody has noted yet that it arrived
 */
export async function exitsUntil(
	db: View["db"],
	agreementId: string,
	noticeId: string,
): Promise<{ organisationIds: string[]; from: number }> {
	const rows = await db.agreementNotice.findMany({
		where: { agreementId, kind: "exit", receivedOn: { not: null } },
		orderBy: [{ effectiveOn: "asc" }, { id: "asc" }],
		take: 200,
		select: { id: true, organisationId: true, effectiveOn: true },
	});
	const exit = rows.find(({ id }) => id === noticeId);
	if (!exit) throw new NotFound();
	const gone = rows.filter(({ effectiveOn }) => effectiveOn <= exit.effectiveOn);
	return {
		organisationIds: [...new Set(gone.map(({ organisationId }) => organisationId))],
		from: firstYearWithout(fromStored(exit.effectiveOn).toString()),
	};
}

/**
 * What the lead can do about a simulated exit; null for others, and while no such exit has been declared and arrived.
 * @param asked party of the draft and the first year without it
 */
export async function exitToAmend(
	view: View,
	agreement: Found,
	draft: DraftRead,
	asked: { party: string; from: number },
): Promise<{
	noticeId: string;
	amendment: { code: string; number: string } | null;
	/** Others who go with it. */
	also: string[];
	/** What somebody has to take over, and who could. */
	behind: string[];
	takers: { value: string; label: string }[];
} | null> {
	const goesOn = agreement.stateNow === "concluded" || agreement.stateNow === "in-force";
	if (!goesOn || !mayLead(view.actor, agreement)) return null;
	const leaving = draft.parties.find(({ id }) => id === asked.party)?.organisation;
	if (!leaving) return null;
	const notice = await view.db.agreementNotice.findFirst({
		where: { agreementId: agreement.id, organisationId: leaving.id, kind: "exit", receivedOn: { not: null } },
		orderBy: [{ effectiveOn: "asc" }, { id: "asc" }],
		select: { id: true },
	});
	if (!notice) return null;
	const { organisationIds, from } = await exitsUntil(view.db, agreement.id, notice.id);
	if (from !== asked.from) return null;
	const open = await view.db.agreementAmendment.findFirst({
		where: { amendedId: agreement.id, abandonedAt: null },
		orderBy: { number: "desc" },
		select: { agreement: { select: { code: true, number: true } } },
	});
	const gone = draft.parties.filter(({ organisation }) => organisationIds.includes(organisation.id));
	return {
		noticeId: notice.id,
		amendment: open?.agreement ?? null,
		also: gone.flatMap(({ organisation: { id, name } }) => (id === leaving.id ? [] : [name])),
		behind: [...new Set(gone.flatMap(({ id }) => leftBehind(draft, id, from)))],
		takers: draft.parties.flatMap(({ organisation: { id, name } }) =>
			organisationIds.includes(id) ? [] : [{ value: id, label: name }],
		),
	};
}
