const german = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });

/**
 * A calendar day in Germany as date fields take it. Late in the evening it is tomorrow already, other than in UTC.
 * @param days from today
 * @param now the time of the house, where a test sets it (milliseconds)
 */
export function germanDay(days = 0, now = Date.now()): string {
	const day = new Date(`${german.format(now)}T12:00:00Z`);
	day.setUTCDate(day.getUTCDate() + days);
	return day.toISOString().slice(0, 10);
}
