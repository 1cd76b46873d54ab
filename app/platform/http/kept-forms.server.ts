import { createCookie } from "react-router";
import { isSecure } from "../address.server";
import { limit } from "../allowance.server";
import { hashToken, newToken } from "../tokens.server";
import type { World } from "../world.server";
import type { Typed } from "./forms.server";

const hour = 60 * 60;

/** Binds a kept form to the browser that typed it. */
const browserCookie = createCookie("eingaben", {
	httpOnly: true,
	sameSite: "lax",
	path: "/",
	maxAge: hour,
});

async function tokenOf(request: Request): Promise<string | null> {
	const value: unknown = await browserCookie.parse(request.headers.get("Cookie"));
	return typeof value === "string" ? value : null;
}

/**
 * How much is kept for somebody who is not signed in: several times the longest text of any form at once, and so many
 * kilobytes an hour for one network address (a town hall has one for all), so that nobody fills the database without an account.
 */
export const guestForms = { bytes: 300_000, kilobytesAnHour: 6_000 } as const;

async function mayKeep({ actor }: World, ip: string, typed: Typed): Promise<boolean> {
	if (actor.kind === "person") return true;
	const bytes = Buffer.byteLength(JSON.stringify(typed));
	if (bytes > guestForms.bytes) return false;
	return limit(`kept-form:ip:${ip}`, guestForms.kilobytesAnHour, hour, Math.ceil(bytes / 1000));
}

/**
 * Keeps what was typed for an hour; a guest's within bounds (`guestForms`).
 * @param ip where the request came from, only counted
 * @returns the Set-Cookie header that finds it again, or null when it is not kept
 */
export async function keepForm(world: World, request: Request, typed: Typed, ip: string): Promise<string | null> {
	if (!(await mayKeep(world, ip, typed))) return null;
	const token = (await tokenOf(request)) ?? newToken();
	const path = new URL(request.url).pathname;
	const kept = { fields: typed, keptUntil: new Date(world.now.getTime() + hour * 1000) };
	await world.db.keptForm.upsert({
		where: { browserHash_path: { browserHash: hashToken(token), path } },
		create: { browserHash: hashToken(token), path, ...kept },
		update: kept,
	});
	return browserCookie.serialize(token, { secure: isSecure() });
}

/** What this browser typed at this address within the last hour and could not be taken. */
export async function keptForm(world: World, request: Request): Promise<Typed | null> {
	const token = await tokenOf(request);
	if (!token) return null;
	const path = new URL(request.url).pathname;
	const row = await world.db.keptForm.findUnique({
		where: { browserHash_path: { browserHash: hashToken(token), path } },
	});
	return row && row.keptUntil > world.now ? (row.fields as Typed) : null;
}

/** Forgets it, once the form has been taken. */
export async function dropKeptForm(world: World, request: Request): Promise<void> {
	const token = await tokenOf(request);
	if (!token) return;
	await world.db.keptForm.deleteMany({ where: { browserHash: hashToken(token), path: new URL(request.url).pathname } });
}
