import { TOTP } from "otpauth";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { guest, house } from "~/platform/actor";
import { pool } from "~/platform/database/client.server";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import { hashToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { demoPassword, demoTotpSecret, person } from "~tests/factories/accounts";
import { freshDatabase } from "~tests/support/database";
import { readActor } from "./actor.server";
import { endOtherSessions, endSession, signOut } from "./commands/end-session.server";
import { passSecondFactor } from "./commands/pass-second-factor.server";
import { askForReset, resetPassword } from "./commands/reset-password.server";
import { grantRole } from "./commands/roles.server";
import { addSecondFactor, offerSecondFactor } from "./commands/second-factor.server";
import { signIn } from "./commands/sign-in.server";
import { askForSignInLink, signInByLink } from "./commands/sign-in-by-link.server";
import { stepUp } from "./commands/step-up.server";
import { mySessions } from "./queries/account.server";

// Vite sets its own BASE_URL.
vi.stubEnv("BASE_URL", "http://localhost:4200");
vi.stubEnv("SECRET_KEY", "only for tests, only for tests, only");

const start = new Date("2026-11-21T12:00:00Z");
const minute = 60_000;
const day = 24 * 60 * minute;
let db: World["db"];
let county: string;

/** A guest at a moment, that many milliseconds after the start. */
function at(after: number): World {
	return { db, actor: guest, now: new Date(start.getTime() + after), locale: "de" };
}

const visitor = { cookies: "", device: "Firefox, Linux", ip: "192.0.2.1" };

/** The Cookie header that a browser sends after a Set-Cookie. */
function cookieOf(setCookie: string): string {
	return setCookie.split(";")[0] ?? "";
}

async function actorAt(after: number, cookies: string) {
	return (await readActor(at(after), cookies)).actor;
}

async function signedIn(world: World, cookies: string): Promise<World> {
	return { ...world, actor: (await readActor(world, cookies)).actor };
}

async function enter(email: string, after = 0, cookies = ""): Promise<string> {
	const outcome = await signIn(at(after), { email, password: demoPassword, visitor: { ...visitor, cookies } });
	if (!outcome.done) throw new Error(outcome.refusals[0]?.code);
	return cookieOf(outcome.value.setCookie);
}

function codeFor(email: string, after: number): string {
	return new TOTP({ secret: demoTotpSecret(email) }).generate({ timestamp: start.getTime() + after });
}

/** The token in the mail to an address whose link leads there. */
async function mailed(email: string, path: "/anmelden/link/" | "/passwort/"): Promise<string> {
	const mail = await db.mail.findFirstOrThrow({ where: { to: email, text: { contains: path } } });
	return mail.text.split(path)[1]?.slice(0, 43) ?? "";
}

beforeAll(async () => {
	({ db } = await freshDatabase());
	const sourceDate = new Date("2026-01-01T00:00:00Z");
	const data = { kind: "COUNTY", name: "Landkreis", shortName: "Landkreis", source: "test", sourceDate } as const;
	county = (await db.organisation.create({ data })).id;
});

let made = 0;
async function someone(more: { totp?: boolean; staff?: boolean; password?: string | null } = {}) {
	made += 1;
	const email = `s${made}@test.example`;
	const scope = { kind: "organisation" as const, id: county };
	const roles = more.staff ? [{ role: "moderator" as const, scope, ownerId: county }] : [];
	const { accountId, personId } = await person(at(0), { displayName: `S${made}`, email, roles, ...more });
	return { email, accountId, personId };
}

describe("sign-in with password", () => {
	test("opens a session of which only the hash is stored", async () => {
		const { email, accountId, personId } = await someone();
		const outcome = await signIn(at(0), { email, password: demoPassword, visitor });
		if (!outcome.done) throw new Error("refused");
		expect(outcome.value).toMatchObject({ next: "done" });
		expect(outcome.value.setCookie).toMatch(/^sitzung=[a-z0-9]+; .*HttpOnly.*SameSite=Lax/);
		const token = cookieOf(outcome.value.setCookie).replace("sitzung=", "");
		const [session] = await db.session.findMany({ where: { accountId } });
		expect(session?.id).toBe(hashToken(token));
		expect(session?.id).not.toContain(token);
		expect(await actorAt(minute, `sitzung=${token}`)).toMatchObject({ kind: "person", personId, secondFactor: false });
		expect(await actorAt(minute, `sitzung=${session?.id}`)).toEqual(guest);
	});

	test("known and unknown addresses, with and without password, get the same answer", async () => {
		const [{ email }, { email: withoutPassword }] = [await someone(), await someone({ password: null })];
		const answers = [];
		for (const [address, password] of [
			[email, "falsches Passwort"],
			["nobody@test.example", demoPassword],
			[withoutPassword, demoPassword],
		] as const) {
			answers.push(await signIn(at(0), { email: address, password, visitor }));
		}
		expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
			new Set([JSON.stringify({ done: false, refusals: [{ code: "sign-in-refused" }] })]),
		);
	});

	test("an earlier session of the same browser ends", async () => {
		const { email } = await someone();
		const first = await enter(email);
		const second = await enter(email, minute, first);
		expect(second).not.toBe(first);
		expect(await actorAt(minute, first)).toEqual(guest);
		expect(await actorAt(minute, second)).toMatchObject({ kind: "person" });
	});

	test("is refused after ten failures at one address, also for the right password and by another process", async () => {
		const { email } = await someone();
		for (let tries = 0; tries < 10; tries++) await signIn(at(0), { email, password: "falsches Passwort", visitor });
		expect(await signIn(at(0), { email, password: demoPassword, visitor })).toMatchObject({
			refusals: [{ code: "too-many-attempts" }],
		});
		// A restarted process, or another one, has a limiter of its own: the count is in the database.
		const options = { storeClient: pool(), tableName: "rate_limit", tableCreated: true, keyPrefix: "" };
		const restarted = new RateLimiterPostgres({ ...options, points: 10, duration: 900 });
		await expect(restarted.consume(hashToken(`sign-in:address:${email}`))).rejects.toBeInstanceOf(RateLimiterRes);
		const { rows } = await pool().query("SELECT * FROM rate_limit");
		expect(JSON.stringify(rows)).not.toContain(email);
	});
});

describe("a session", () => {
	test.each([
		["13 days later", 13 * day, true],
		["15 days later", 15 * day, false],
	])("of a citizen %s", async (_, after, holds) => {
		const { email } = await someone();
		const cookies = await enter(email);
		expect((await actorAt(after, cookies)).kind).toBe(holds ? "person" : "guest");
	});

	test("is prolonged by use, with a new cookie", async () => {
		const { email } = await someone();
		const cookies = await enter(email);
		expect((await readActor(at(day), cookies)).setCookie).toBeNull();
		expect((await readActor(at(8 * day), cookies)).setCookie).toContain(cookies);
		expect((await actorAt(20 * day, cookies)).kind).toBe("person");
	});

	test("of staff ends after twelve hours, and begins with the second factor only", async () => {
		const { email } = await someone({ staff: true, totp: true });
		const cookies = await enter(email);
		expect(await actorAt(0, cookies)).toEqual(guest);
		const passed = await passSecondFactor(at(0), { cookies, code: codeFor(email, 0) });
		if (!passed.done) throw new Error("refused");
		const after = cookieOf(passed.value.setCookie);
		expect(after).not.toBe(cookies);
		expect(await actorAt(11 * 60 * minute, after)).toMatchObject({
			secondFactor: true,
			grants: [{ role: "moderator" }],
		});
		expect((await actorAt(24 * 60 * minute, after)).kind).toBe("guest");
		expect((await actorAt(0, cookies)).kind).toBe("guest");
	});

	test("of staff without factor has no staff grants and is led to set one up", async () => {
		const { email } = await someone({ staff: true });
		const outcome = await signIn(at(0), { email, password: demoPassword, visitor });
		if (!outcome.done) throw new Error("refused");
		expect(outcome.value.next).toBe("set-up");
		const cookies = cookieOf(outcome.value.setCookie);
		const world = await signedIn(at(0), cookies);
		expect(world.actor).toMatchObject({ grants: [], secondFactor: false });
		const { secret, offer } = await offerSecondFactor(world, null);
		expect((await offerSecondFactor(world, offer)).secret).toBe(secret);
		const code = new TOTP({ secret }).generate({ timestamp: start.getTime() });
		expect(await addSecondFactor(world, { offer, code: "000000" === code ? "111111" : "000000" })).toMatchObject({
			done: false,
		});
		const added = await addSecondFactor(world, { offer, code });
		if (!added.done) throw new Error("refused");
		expect(added.value.recoveryCodes).toHaveLength(10);
		const after = cookieOf(added.value.setCookie);
		expect(await actorAt(0, after)).toMatchObject({ secondFactor: true, grants: [{ role: "moderator" }] });
		expect((await actorAt(0, cookies)).kind).toBe("guest");
		const stored = await db.account.findUniqueOrThrow({ where: { email } });
		expect(stored.totpSecret).not.toContain(secret);
	});

	test("ends for everybody concerned when rights change", async () => {
		const { email, personId } = await someone();
		const cookies = await enter(email);
		const scope = { kind: "organisation" as const, id: county };
		await grantRole({ ...at(0), actor: house }, { role: "guide", scope, ownerId: county, to: { personId } });
		expect((await actorAt(0, cookies)).kind).toBe("guest");
	});

	test("can be seen and ended by its person alone", async () => {
		const [{ email }, stranger] = [await someone(), await someone()];
		const [one, two] = [await enter(email), await enter(email)];
		const world = await signedIn(at(minute), one);
		const other = (await mySessions(world)).find(({ present }) => !present);
		if (!other) throw new Error("no other session");
		const strangers = await signedIn(at(minute), await enter(stranger.email));
		await expect(endSession(strangers, { sessionId: other.id })).rejects.toThrow(NotFound);
		await endSession(world, { sessionId: other.id });
		expect((await actorAt(minute, two)).kind).toBe("guest");
		await enter(email);
		expect(await endOtherSessions(world, null)).toMatchObject({ value: { ended: 1 } });
		await signOut(world, { cookies: one });
		expect((await actorAt(minute, one)).kind).toBe("guest");
	});
});

describe("the second factor", () => {
	test("takes a code once, also for two at once", async () => {
		const { email } = await someone({ totp: true });
		const [one, two] = [await enter(email), await enter(email)];
		const code = codeFor(email, 0);
		const outcomes = await Promise.all([one, two].map((cookies) => passSecondFactor(at(0), { cookies, code })));
		expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);
	});

	test.each([
		["one step early", 30_000, true],
		["one step late", -30_000, true],
		["two steps early", 60_000, false],
		["two steps late", -60_000, false],
	])("a code %s", async (_, apart, taken) => {
		const { email } = await someone({ totp: true });
		const cookies = await enter(email);
		const outcome = await passSecondFactor(at(0), { cookies, code: codeFor(email, apart) });
		expect(outcome.done).toBe(taken);
	});

	test("a recovery code counts once, however it is typed", async () => {
		const { email, accountId } = await someone({ totp: true });
		const { renewRecoveryCodes } = await import("./second-factor.server");
		const [code = ""] = await renewRecoveryCodes(at(0), accountId);
		const typed = code.toLowerCase().replace("-", " ");
		const first = await passSecondFactor(at(0), { cookies: await enter(email), code: typed });
		expect(first).toMatchObject({ done: true, value: { by: "recovery" } });
		const second = await passSecondFactor(at(0), { cookies: await enter(email), code });
		expect(second).toMatchObject({ done: false, refusals: [{ code: "code-wrong" }] });
	});

	test("without half a session there is nothing to pass", async () => {
		await expect(passSecondFactor(at(0), { cookies: "", code: "123456" })).rejects.toThrow(SignInNeeded);
	});
});

describe("a step-up", () => {
	test("lasts ten minutes; afterwards password and code are asked for", async () => {
		const { email } = await someone({ totp: true });
		const passed = await passSecondFactor(at(0), { cookies: await enter(email), code: codeFor(email, 0) });
		if (!passed.done) throw new Error("refused");
		const cookies = cookieOf(passed.value.setCookie);
		demandStepUp(await signedIn(at(9 * minute), cookies));
		const late = await signedIn(at(11 * minute), cookies);
		expect(() => demandStepUp(late)).toThrow(SignInNeeded);
		expect(await stepUp(late, { password: demoPassword, code: codeFor(email, 0) })).toMatchObject({
			refusals: [{ code: "code-wrong" }],
		});
		expect(await stepUp(late, { password: "falsch", code: codeFor(email, 11 * minute) })).toMatchObject({
			refusals: [{ code: "password-wrong" }],
		});
		const shown = await stepUp(late, { password: demoPassword, code: codeFor(email, 11 * minute) });
		if (!shown.done) throw new Error("refused");
		demandStepUp(await signedIn(at(20 * minute), cookieOf(shown.value.setCookie)));
		expect((await actorAt(20 * minute, cookies)).kind).toBe("guest");
	});

	test("five wrong codes lock what needs it for a time, the right one too, and every failure is written down", async () => {
		const { email, accountId } = await someone({ totp: true });
		const passed = await passSecondFactor(at(0), { cookies: await enter(email), code: codeFor(email, 0) });
		if (!passed.done) throw new Error("refused");
		const late = await signedIn(at(11 * minute), cookieOf(passed.value.setCookie));
		for (let tries = 0; tries < 5; tries++) {
			const outcome = await stepUp(late, { password: demoPassword, code: "000000" });
			expect(outcome).toMatchObject({ refusals: [{ code: "code-wrong" }] });
		}
		const right = { password: demoPassword, code: codeFor(email, 11 * minute) };
		expect(await stepUp(late, right)).toMatchObject({ refusals: [{ code: "too-many-attempts" }] });
		const failures = { subjectId: accountId, type: "accounts.session.step-up-failed" };
		expect(await db.auditEvent.count({ where: failures })).toBe(5);
	});
});

describe("links by mail", () => {
	test("sign in once, also for two at once, for fifteen minutes, and for nothing else", async () => {
		const { email } = await someone();
		await askForSignInLink(at(0), { email, onward: null, ip: "192.0.2.2" });
		const token = await mailed(email, "/anmelden/link/");
		await expect(resetPassword(at(0), { token, password: "ganz etwas anderes" })).rejects.toThrow(NotFound);
		await expect(signInByLink(at(16 * minute), { token, visitor })).rejects.toThrow(NotFound);
		const both = await Promise.allSettled([1, 2].map(() => signInByLink(at(minute), { token, visitor })));
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await db.onePurposeLink.count({ where: { tokenHash: token } })).toBe(0);
	});

	test("known and unknown addresses get the same answer and leave the same rows", async () => {
		const { email } = await someone();
		const count = async () => [
			await db.mail.count(),
			await db.onePurposeLink.count(),
			await db.auditEvent.count(),
			await db.outboxEntry.count(),
		];
		const seen = [];
		for (const address of [email, "nobody-knows@test.example"]) {
			for (const ask of [askForReset, askForSignInLink]) {
				const before = await count();
				const outcome = await ask(at(0), { email: address, onward: null, ip: "192.0.2.3" });
				const after = await count();
				seen.push(JSON.stringify([outcome, after.map((value, index) => value - (before[index] ?? 0))]));
			}
		}
		expect(new Set(seen).size).toBe(1);
	});

	test("a new password ends all sessions and other links", async () => {
		const { email } = await someone();
		const cookies = await enter(email);
		await askForSignInLink(at(0), { email, onward: null, ip: "192.0.2.4" });
		const signInToken = await mailed(email, "/anmelden/link/");
		await askForReset(at(0), { email, ip: "192.0.2.4" });
		const token = await mailed(email, "/passwort/");
		expect(await resetPassword(at(0), { token, password: "kurz" })).toMatchObject({
			refusals: [{ code: "password-short" }],
		});
		expect(await resetPassword(at(0), { token, password: "ganz etwas anderes" })).toMatchObject({ done: true });
		expect((await actorAt(0, cookies)).kind).toBe("guest");
		await expect(signInByLink(at(0), { token: signInToken, visitor })).rejects.toThrow(NotFound);
		await expect(resetPassword(at(0), { token, password: "noch etwas anderes" })).rejects.toThrow(NotFound);
		expect(await signIn(at(0), { email, password: "ganz etwas anderes", visitor })).toMatchObject({ done: true });
	});
});
