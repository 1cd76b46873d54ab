import { dayOf } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { exitToAmend } from "../../afterwards/queries/exit-amendment.server";
import { readDraft } from "../../drafting/queries/draft.server";
import { findInside } from "../../queries/find-agreement.server";
import { simulateExit } from "../exit";

/**
 * What an exit of a party would mean, worked out from the cost plan as it stands (of a frozen or concluded agreement nobody
 * can change it). For the parties only. Nothing is stored; the lead is offered the amendment that follows from it.
 * @param asked party by id and first year without it; null before somebody has asked
 * @throws NotFound for others
 */
export async function exitPage(view: View, code: string, asked: { party: string; from: number } | null) {
	const agreement = await findInside(view, code);
	const draft = await readDraft(view.db, agreement.id, dayOf(view.now).toString());
	const years = [...new Set(draft.items.flatMap((item) => item.years.map(({ year }) => year)))].sort((a, b) => a - b);
	const names = new Map(draft.parties.map(({ id, organisation }) => [id, organisation.name]));
	const page = {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		years,
		parties: draft.parties.map(({ id, organisation }) => ({ value: id, label: organisation.name })),
	};
	if (!asked || !names.has(asked.party)) return { ...page, result: null };
	const { parties, gaps, remaining } = simulateExit(draft.items, [...names.keys()], {
		leaving: asked.party,
		from: asked.from,
	});
	return {
		...page,
		result: {
			amend: await exitToAmend(view, agreement, draft, asked),
			leaving: names.get(asked.party) ?? "",
			from: asked.from,
			remaining: remaining.toString(),
			gaps: gaps.map(({ year, cents }) => ({ year, cents: cents.toString() })),
			parties: parties.map(({ party, before, after, years: rows }) => ({
				name: names.get(party) ?? "",
				before: before.toString(),
				after: after.toString(),
				more: (after - before).toString(),
				years: rows.map((row) => ({ year: row.year, more: (row.after - row.before).toString() })),
			})),
		},
	};
}
