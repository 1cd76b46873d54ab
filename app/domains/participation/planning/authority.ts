import { Temporal } from "temporal-polyfill";
import { readMailAddress } from "~/platform/mail/address";
import { type Outcome, type Refusal, refused } from "~/platform/outcome";
import { periodFrom } from "./deadline";

export const authorityLimits = { nameLeast: 3, nameMost: 200, most: 300 } as const;

export type ListedAuthority = { name: string; email: string };
export type AuthorityProblem =
	| "authority-unreadable"
	| "authority-twice"
	| "authorities-missing"
	| "too-many-authorities";

/**
 * Reads a list of authorities, one a line: "name; address". A tab or a comma before the address is taken as well, since
 * lists come out of tables.
 * @returns refused with the line of the first that has no name or no whole mail address, or stands there twice
 */
export function readAuthorities(text: string): Outcome<ListedAuthority[], AuthorityProblem> {
	const found = new Map<string, ListedAuthority>();
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === "") continue;
		const at = { field: "list", values: { line: index + 1 } };
		const [, name = "", address = ""] = /^(.*?)[;,\t]\s*([^;,\t\s]+)\s*$/.exec(line) ?? [];
		const email = readMailAddress(address)?.toLowerCase();
		const named = name.trim();
		if (!email || named.length < authorityLimits.nameLeast || named.length > authorityLimits.nameMost) {
			return refused("authority-unreadable", at);
		}
		if (found.has(email)) return refused("authority-twice", at);
		found.set(email, { name: named, email });
	}
	if (found.size === 0) return refused("authorities-missing", { field: "list" });
	if (found.size > authorityLimits.most) return refused("too-many-authorities", { field: "list" });
	return { done: true, value: [...found.values()] };
}

/**
 * Until when an authority that is notified on a day has to state its view (§ 4 (2) BauGB): a month, at least 30 days. The
 * day of the notice does not count (§ 187 (1) BGB), so the period begins on the day after it.
 * @param notifiedOn YYYY-MM-DD
 * @param displayEnds last day of the display; the proposal is never before it
 * @param land as in `periodFrom`
 */
export function authorityPeriod(notifiedOn: string, displayEnds: string, land: string | null) {
	const begins = Temporal.PlainDate.from(notifiedOn).add({ days: 1 }).toString();
	const { earliest, proposed } = periodFrom(begins, land);
	return { earliest, proposed: proposed > displayEnds ? proposed : displayEnds };
}

export type DueProblem = "due-too-short" | "due-over";

/** What is wrong with the last day for authorities: only a renewed display may shorten it (§ 4a (3) BauGB). */
export function dueProblem(
	{ round, dueOn }: { round: number; dueOn: string },
	earliest: string,
	today: string,
): Refusal<DueProblem> | null {
	if (dueOn <= today) return { code: "due-over", field: "dueOn" };
	if (round === 1 && dueOn < earliest) return { code: "due-too-short", field: "dueOn" };
	return null;
}
