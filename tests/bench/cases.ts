/** One page to measure, and the SQL that the bare server runs for the same data. */
export type Case = {
	name: string;
	path: string;
	/** In the order in which the page asks; values as pg takes them. */
	statements: { sql: string; values?: (string | number | boolean | null)[] }[];
	/** For a page of somebody signed in: signs in at the house's address, returns the Cookie header. */
	cookie?: (house: string) => Promise<string>;
};

/** What `npm run bench` measures; the README shows its table. */
export const cases: Case[] = [];
