import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "./database/client.server";
import { hashToken } from "./tokens.server";

let made: { on: pg.Pool; limiters: Map<string, RateLimiterPostgres> } | undefined;

function limiter(points: number, seconds: number): RateLimiterPostgres {
	const on = pool();
	if (made?.on !== on) made = { on, limiters: new Map() };
	const name = `${points}/${seconds}`;
	const known = made.limiters.get(name);
	if (known) return known;
	const fresh = new RateLimiterPostgres({
		storeClient: on,
		tableName: "rate_limit",
		tableCreated: true,
		keyPrefix: "",
		points,
		duration: seconds,
		// The retention sweep clears; a timer per process would keep it awake.
		clearExpiredByTimeout: false,
	});
	made.limiters.set(name, fresh);
	return fresh;
}

/**
 * Takes one point of an allowance that is kept in Postgres, so that it survives a restart and counts for all processes.
 * It runs on the machine's clock, not on the house's: an allowance is about real time, and a test that moves the
 * clock neither fills nor empties it. Asked outside of acts: a refusal must not roll it back.
 * @param key what is counted, e.g. "sign-in:address:…"; stored as a hash only, since it may hold an address
 * @param points how often within the period
 * @param seconds length of the period, from its first point on
 * @param weight how many points this one takes
 * @returns whether it may go on
 */
export async function limit(key: string, points: number, seconds: number, weight = 1): Promise<boolean> {
	try {
		await limiter(points, seconds).consume(hashToken(key), weight);
		return true;
	} catch (rejected) {
		if (rejected instanceof RateLimiterRes) return false;
		throw rejected;
	}
}

/** Gives the point back: what succeeded was no attack. */
export async function giveBack(key: string, points: number, seconds: number): Promise<void> {
	await limiter(points, seconds).reward(hashToken(key));
}

/** Deletes the counts of periods that are over. @returns how many */
export async function clearAllowances(): Promise<number> {
	// The library's own clearing does not tell how much it did.
	const { rowCount } = await pool().query("DELETE FROM rate_limit WHERE expire < $1", [Date.now()]);
	return rowCount ?? 0;
}
