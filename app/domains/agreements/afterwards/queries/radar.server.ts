import { dayOf, daysFrom, fromStored, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { contractsPlace, noticeBy } from "../../existing/queries/contracts.server";
import { knownWord } from "../../stored-word";
import { dateState } from "../obligation";
import { type RadarEntry, type RadarSpan, radarSpans, renewalDecisions, spanOf } from "../radar";
import { lastingFields, lastingOf, stillCounts } from "./lasting.server";

/** Far more than a county has; what is left out is told. */
const most = 2_000;

const dayOrNull = (date: Date | null | undefined) => (date ? fromStored(date).toString() : null);
const lastOf = (endsOn: Date | null) => endsOn && fromStored(daysFrom(endsOn, -1)).toString();

/**
 * What ends, what has to be decided and what is owed by when, over all agreements in which an organisation is a party and
 * its existing contracts. For those who work there. Four statements, whatever the number.
 */
export async function radarPage(view: View, slug: string) {
	const place = await contractsPlace(view, slug);
	const { organisationId } = place;
	const day = today(view.now);
	const [agreements, contracts, decisions] = await Promise.all([
		view.db.agreement.findMany({
			where: {
				state: "concluded",
				inForceFrom: { not: null },
				parties: { some: { organisationId } },
				...stillCounts(day),
			},
			orderBy: { id: "asc" },
			take: most,
			select: {
				id: true,
				code: true,
				title: true,
				number: true,
				pilotEnd: true,
				endsOn: true,
				handover: { select: { confirmedAt: true } },
				commitments: { orderBy: { untilDay: "desc" }, take: 1, select: { untilDay: true } },
				obligations: {
					where: { organisationId },
					select: {
						title: true,
						dates: {
							where: { doneOn: null, waivedOn: null },
							orderBy: { dueOn: "asc" },
							take: 1,
							select: { dueOn: true },
						},
					},
				},
				...lastingFields,
			},
		}),
		view.db.existingContract.findMany({
			where: { ownerId: organisationId, endsOn: { not: null } },
			orderBy: { id: "asc" },
			take: most,
			select: { id: true, title: true, fileNumber: true, endsOn: true, noticeMonths: true },
		}),
		view.db.agreementRenewal.findMany({ where: { organisationId }, take: most }),
	]);
	const now = dayOf(view.now).toString();
	const decisionOn = (subjectId: string, endsOn: string) => {
		const found = decisions.find((one) => one.subjectId === subjectId && fromStored(one.endsOn).toString() === endsOn);
		return found ? knownWord(renewalDecisions, found.decision) : null;
	};
	const entries: RadarEntry[] = [];
	for (const one of agreements) {
		const { supersededFrom, terminatedFrom } = lastingOf(one);
		const over =
			[supersededFrom, terminatedFrom, dayOrNull(one.endsOn)].filter((end) => end !== null).sort()[0] ?? null;
		const subject = {
			kind: "agreement" as const,
			id: one.id,
			title: one.title,
			number: one.number,
			href: `/vereinbarungen/${one.code}`,
		};
		const add = (kind: RadarEntry["kind"], at: string | null, rest: Partial<RadarEntry> = {}) => {
			if (at !== null) entries.push({ kind, day: at, subject, what: null, decision: null, endsOn: null, ...rest });
		};
		if (over) {
			const last = fromStored(daysFrom(new Date(`${over}T00:00:00Z`), -1)).toString();
			add("end", last, { endsOn: over, decision: decisionOn(one.id, over) });
		}
		if (!one.handover?.confirmedAt) add("pilot", dayOrNull(one.pilotEnd));
		add("commitment", dayOrNull(one.commitments[0]?.untilDay));
		for (const { title, dates } of one.obligations) {
			const due = dayOrNull(dates[0]?.dueOn);
			if (due && dateState({ dueOn: due, doneOn: null }, now, over) !== "void") add("obligation", due, { what: title });
		}
	}
	for (const { id, title, fileNumber, endsOn, noticeMonths } of contracts) {
		const href = `/o/${place.slug}/verwaltung/vereinbarungen/bestand/${id}`;
		const subject = { kind: "existing-contract" as const, id, title, number: fileNumber, href };
		const end = dayOrNull(endsOn);
		const last = lastOf(endsOn);
		if (!end || !last) continue;
		const decision = decisionOn(id, end);
		entries.push({ kind: "end", day: last, subject, what: null, decision, endsOn: end });
		const notice = noticeBy(endsOn, noticeMonths);
		if (notice && decision === null) {
			entries.push({ kind: "notice", day: notice, subject, what: null, decision, endsOn: end });
		}
	}
	const spans: Record<RadarSpan, RadarEntry[]> = { overdue: [], quarter: [], year: [], later: [] };
	for (const entry of entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
		const span = spanOf(entry, now);
		if (span) spans[span].push(entry);
	}
	return {
		place: { slug: place.slug, name: place.name },
		organisationId,
		spans: radarSpans.map((span) => ({ span, entries: spans[span] })),
		cut: agreements.length === most || contracts.length === most,
	};
}
