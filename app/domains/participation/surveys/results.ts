import { quantileSorted } from "d3-array";
import { shownParts, shownPeople, smallestGroup } from "../small-groups";
import type { Value, Values } from "./answering";
import { choicesOf, otherKey, type Question } from "./question";

/** A bar of a result; null where the number is withheld. */
export type Cell = { key: string; label: string; count: number | null };

/**
 * Withholds small counts; where the counts add up to a known sum (`addsUp`), others with them, so that no number comes out
 * by subtraction.
 */
export function suppress(cells: readonly { key: string; label: string; count: number }[], addsUp: boolean): Cell[] {
	const counts = cells.map(({ count }) => count);
	const shown = addsUp ? shownParts(counts) : counts.map(shownPeople);
	return cells.map(({ key, label }, index) => ({ key, label, count: shown[index] ?? null }));
}

type Figures = { median: number; lower: number; upper: number; mean: number };

/** The result of one question; nothing but how many answered when they are fewer than five. */
export type Result = {
	key: string;
	kind: Question["kind"];
	title: string;
	/** How many answered it; null when fewer than five did. */
	answered: number | null;
	/** Charts: one, and for a matrix one per row. */
	charts: { label: string | null; cells: Cell[] }[];
	figures: Figures | null;
	/** Ranking: the mean place of each, best first. */
	ranks: { key: string; label: string; place: number }[];
};

function countBy(keys: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

function figuresOf(numbers: number[]): Figures {
	const sorted = numbers.toSorted((one, two) => one - two);
	const at = (share: number) => quantileSorted(sorted, share) ?? 0;
	return {
		median: at(0.5),
		lower: at(0.25),
		upper: at(0.75),
		mean: sorted.reduce((sum, number) => sum + number, 0) / sorted.length,
	};
}

/** Means over places of those ranked; who is not ranked shares the places that are left. */
function meanPlaces(question: Question, lists: readonly string[][]) {
	const total = question.options.length;
	return question.options
		.map(({ key, label }) => {
			const places = lists.map((list) => {
				const index = list.indexOf(key);
				return index >= 0 ? index + 1 : (list.length + 1 + total) / 2;
			});
			return { key, label, place: places.reduce((sum, place) => sum + place, 0) / places.length };
		})
		.sort((one, two) => one.place - two.place);
}

/** The result of a question from everything that was handed in, fit for publication. */
export function resultOf(question: Question, all: readonly Values[], otherLabel: string): Result {
	const values = all.flatMap((one): Value[] => {
		const value = one[question.key];
		return value ? [value] : [];
	});
	const { key, kind, title } = question;
	const empty: Result = { key, kind, title, answered: null, charts: [], figures: null, ranks: [] };
	if (values.length < smallestGroup) return empty;
	const result = { ...empty, answered: values.length };
	const numbers = values.flatMap((value) => ("number" in value ? [value.number] : []));
	switch (kind) {
		case "single":
		case "multiple": {
			const counts = countBy(values.flatMap((value) => ("choices" in value ? value.choices : [])));
			const options = [...question.options, ...(question.other ? [{ key: otherKey, label: otherLabel }] : [])];
			const cells = options.map((option) => ({ ...option, count: counts.get(option.key) ?? 0 }));
			return { ...result, charts: [{ label: null, cells: suppress(cells, kind === "single") }] };
		}
		case "scale": {
			const counts = countBy(numbers.map(String));
			const cells = choicesOf(question).map((step) => ({ ...step, count: counts.get(step.key) ?? 0 }));
			const shown = suppress(cells, true);
			// mean and median of few steps would give withheld numbers away
			const whole = shown.every(({ count }) => count !== null);
			return { ...result, charts: [{ label: null, cells: shown }], figures: whole ? figuresOf(numbers) : null };
		}
		case "matrix":
			return {
				...result,
				charts: question.rows.map((row) => {
					const counts = countBy(values.flatMap((value) => ("rows" in value ? (value.rows[row.key] ?? []) : [])));
					const cells = question.options.map((option) => ({ ...option, count: counts.get(option.key) ?? 0 }));
					return { label: row.label, cells: suppress(cells, true) };
				}),
			};
		case "ranking":
			return {
				...result,
				ranks: meanPlaces(
					question,
					values.flatMap((value) => ("ranks" in value ? [value.ranks] : [])),
				),
			};
		case "number":
			return { ...result, figures: figuresOf(numbers) };
		// words and places are shown one by one, once somebody has looked at them; files stay inside
		case "text":
		case "place":
		case "file":
			return result;
	}
}
