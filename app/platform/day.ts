/**
 * Whether a text is a day of the calendar that a form may name: `YYYY-MM-DD`, from 1900 to 2199. Beyond that there are
 * only slips of the finger, and years that PostgreSQL stores in ways JavaScript does not read again (0000 is 1 BC).
 */
export function isDay(text: string): boolean {
	const [, year] = /^(\d{4})-\d{2}-\d{2}$/.exec(text) ?? [];
	if (year === undefined || year < "1900" || year > "2199") return false;
	const date = new Date(`${text}T00:00:00Z`);
	// 31 February would become 3 March.
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
