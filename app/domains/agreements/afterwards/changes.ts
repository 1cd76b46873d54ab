import type { AgreementContent, DutyPhase } from "../content";
import type { Standing } from "../costs/coverage";
import type { PartyRole } from "../drafting/readiness";
import type { NoticePeriod } from "../notice-period/notice-period";

/** Of an agreement as its page shows it: what is compared. */
export type Compared = {
	dates: AgreementContent["dates"];
	parties: readonly { name: string; role: PartyRole; signatories: readonly string[] }[];
	blocks: readonly { key: string; heading: string; text: string }[];
	duties: readonly { task: string; phase: DutyPhase; responsible: string; helpers: readonly string[] }[];
	milestones: readonly { title: string; day: string; phase: DutyPhase }[];
	items: readonly {
		label: string;
		parties: readonly string[];
		years: readonly { year: number; cents: string; shares: readonly string[] }[];
	}[];
	cover: readonly { year: number; label: string; cents: string; standing: Standing | null; bearer: string }[];
	commitments: readonly {
		party: string;
		from: string;
		until: string;
		basis: string;
		adjustment: string;
		yearly?: string;
	}[];
	noticePeriod: NoticePeriod | null;
};

/** An amount that differs; null where one of the two has none. `party` null: the whole item. In cents as text. */
export type ChangedAmount = {
	label: string;
	year: number;
	party: string | null;
	before: string | null;
	after: string | null;
};

type Lists<Entry> = { added: Entry[]; removed: Entry[] };

export type Changes = {
	dates: { key: keyof Compared["dates"]; before: string | null; after: string | null }[];
	parties: Lists<Compared["parties"][number]>;
	blocks: { key: string; heading: string; before: string; after: string }[];
	duties: Lists<Compared["duties"][number]>;
	milestones: Lists<Compared["milestones"][number]>;
	amounts: ChangedAmount[];
	cover: Lists<Compared["cover"][number]>;
	commitments: Lists<Compared["commitments"][number]>;
	noticePeriod: Lists<NoticePeriod>;
};

/**
 * What one of two lists has and the other has not; the order of entries does not count.
 * @param facts what makes an entry what it is: ids and the order in which a frozen version spells its keys do not
 */
function listsOf<Entry>(
	before: readonly Entry[],
	after: readonly Entry[],
	facts: (entry: Entry) => readonly unknown[],
): Lists<Entry> {
	const spelled = (entry: Entry) => JSON.stringify(facts(entry));
	const [old, fresh] = [before, after].map((entries) => new Set(entries.map(spelled)));
	return {
		added: after.filter((entry) => !old?.has(spelled(entry))),
		removed: before.filter((entry) => !fresh?.has(spelled(entry))),
	};
}

type Amount = { label: string; year: number; party: string | null; cents: string };

function amountsOf({ items }: Compared): Map<string, Amount> {
	const amounts = items.flatMap(({ label, parties, years }) =>
		years.flatMap(({ year, cents, shares }): Amount[] => [
			{ label, year, party: null, cents },
			...shares.map((share, index) => ({ label, year, party: parties[index] ?? "", cents: share })),
		]),
	);
	return new Map(amounts.map((amount) => [JSON.stringify([amount.label, amount.year, amount.party]), amount]));
}

/**
 * What is different between two states of an agreement: clause by clause, amount by amount. Cost items are the same when
 * their names are.
 */
export function changesBetween(before: Compared, after: Compared): Changes {
	const [old, fresh] = [amountsOf(before), amountsOf(after)];
	const amounts = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key): ChangedAmount[] => {
		const [was, is] = [old.get(key), fresh.get(key)];
		const named = is ?? was;
		if (!named || was?.cents === is?.cents) return [];
		return [
			{
				label: named.label,
				year: named.year,
				party: named.party,
				before: was?.cents ?? null,
				after: is?.cents ?? null,
			},
		];
	});
	const keys = Object.keys(after.dates) as (keyof Compared["dates"])[];
	const dateOf = (shown: Compared, key: keyof Compared["dates"]) => shown.dates[key]?.toString() ?? null;
	const blockKeys = [...new Set([...before.blocks, ...after.blocks].map(({ key }) => key))];
	return {
		dates: keys
			.map((key) => ({ key, before: dateOf(before, key), after: dateOf(after, key) }))
			.filter((date) => date.before !== date.after),
		parties: listsOf(before.parties, after.parties, ({ name, role, signatories }) => [name, role, signatories]),
		blocks: blockKeys.flatMap((key) => {
			const [was, is] = [before, after].map(({ blocks }) => blocks.find((block) => block.key === key));
			const [old, now] = [was?.text ?? "", is?.text ?? ""];
			return old === now ? [] : [{ key, heading: is?.heading ?? was?.heading ?? key, before: old, after: now }];
		}),
		duties: listsOf(before.duties, after.duties, ({ task, phase, responsible, helpers }) => [
			task,
			phase,
			responsible,
			helpers,
		]),
		milestones: listsOf(before.milestones, after.milestones, ({ title, day, phase }) => [title, day, phase]),
		amounts: amounts.sort((one, other) => one.label.localeCompare(other.label, "de") || one.year - other.year),
		cover: listsOf(before.cover, after.cover, ({ year, label, cents, standing, bearer }) => [
			year,
			label,
			cents,
			standing,
			bearer,
		]),
		commitments: listsOf(before.commitments, after.commitments, ({ party, from, until, basis, adjustment, yearly }) => [
			party,
			from,
			until,
			basis,
			adjustment,
			yearly ?? null,
		]),
		noticePeriod: listsOf(
			before.noticePeriod ? [before.noticePeriod] : [],
			after.noticePeriod ? [after.noticePeriod] : [],
			({ months, towards, firstEnd, form }) => [months, towards, firstEnd, form],
		),
	};
}
