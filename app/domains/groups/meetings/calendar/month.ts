export type Month = { year: number; month: number };

/** `2026-11` as a month between 2000 and 2199, or null. */
export function readMonth(text: string | null): Month | null {
	const [, year, month] = /^(2[01]\d{2})-(0[1-9]|1[0-2])$/.exec(text ?? "") ?? [];
	return year && month ? { year: Number(year), month: Number(month) } : null;
}

export function monthText({ year, month }: Month): string {
	return `${year}-${String(month).padStart(2, "0")}`;
}

/** The month a number of months later, or earlier if negative. */
export function monthsFrom({ year, month }: Month, months: number): Month {
	const count = year * 12 + month - 1 + months;
	return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}
