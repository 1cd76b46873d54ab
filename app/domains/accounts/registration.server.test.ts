import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ActWorld } from "~/platform/act.server";
import { guest, house, type Role } from "~/platform/actor";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { demoAccounts, demoPassword, person } from "~tests/factories/accounts";
import { freshDatabase } from "~tests/support/database";
import { readActor } from "./actor.server";
import { acceptAsNewcomer, acceptSignedIn } from "./commands/accept-invitation.server";
import { askForNewEmail, confirmNewEmail } from "./commands/change-account.server";
import { confirmRegistration } from "./commands/confirm-registration.server";
import { invite, inviteFirstOperator, revokeInvitation } from "./commands/invite.server";
import { register } from "./commands/register.server";
import { endRole, grantRole } from "./commands/roles.server";
import { signIn } from "./commands/sign-in.server";
import { makeLink, revokeLinks, spendLink, withPass } from "./links.server";
import { personalData } from "./personal-data.server";
import { peopleOf } from "./queries/account.server";

// Vite sets its own BASE_URL.
vi.stubEnv("BASE_URL", "http://localhost:4200");
vi.stubEnv("SECRET_KEY", "only for tests, only for tests, only");

const start = new Date("2026-11-21T12:00:00Z");
const hour = 3_600_000;
let db: World["db"];
let county: string;
let town: string;

function at(after: number): World {
	return { db, actor: guest, now: new Date(start.getTime() + after), locale: "de" };
}

const visitor = { cookies: "", device: "", ip: "192.0.2.1" };

async function mailTo(email: string) {
	const { subject, text } = await db.mail.findFirstOrThrow({ where: { to: email }, orderBy: { id: "desc" } });
	const token = /\/(?:bestaetigen|einladung|email)\/([\w-]{43})/.exec(text)?.[1] ?? "";
	return { subject, token, code: /\d{6}/.exec(subject)?.[0] ?? "" };
}

let asked = 0;
async function ask(email: string) {
	asked += 1; // a moment of its own, so that the newest mail is the last one
	const names = { displayName: "Anna", givenName: null, familyName: null };
	const outcome = await register(at(asked), { email, ...names, onward: "/beteiligung", ip: "192.0.2.1" });
	if (!outcome.done) throw new Error("refused");
	return outcome.value.attempt;
}

let made = 0;
/** Somebody with this role in the county, their session stepped up. */
async function holder(role: Role | null, organisationId = county) {
	made += 1;
	const email = `r${made}@test.example`;
	const scope = { kind: "organisation" as const, id: organisationId };
	const roles = role ? [{ role, scope, ownerId: organisationId }] : [];
	const { personId, accountId } = await person(at(0), { displayName: `R${made}`, email, roles });
	const actor = {
		kind: "person" as const,
		accountId,
		personId,
		displayName: `R${made}`,
		sessionId: "none",
		secondFactor: true,
		steppedUpAt: start,
		grants: role ? [{ role, scope, postId: null, onBehalfOfId: null, deputy: false }] : [],
		pass: null,
	};
	return { email, personId, accountId, world: { ...at(0), actor } };
}

beforeAll(async () => {
	({ db } = await freshDatabase());
	const sourceDate = new Date("2026-01-01T00:00:00Z");
	const data = { kind: "COUNTY", name: "Landkreis", shortName: "Landkreis", source: "test", sourceDate } as const;
	county = (await db.organisation.create({ data })).id;
	town = (await db.organisation.create({ data: { ...data, kind: "MUNICIPALITY", name: "Stadt" } })).id;
});

describe("registration", () => {
	test("by link: the account exists from the confirmation on, and the browser is signed in", async () => {
		await ask("link@test.example");
		expect(await db.account.count({ where: { email: "link@test.example" } })).toBe(0);
		const { token } = await mailTo("link@test.example");
		const proof = { token };
		const weak = await confirmRegistration(at(0), { proof, password: "passwort123", visitor });
		expect(weak).toMatchObject({ refusals: [{ code: "password-common", field: "password" }] });
		const outcome = await confirmRegistration(at(0), { proof, password: demoPassword, visitor });
		if (!outcome.done) throw new Error("refused");
		expect(outcome.value).toMatchObject({ next: "done", onward: "/beteiligung" });
		const { actor } = await readActor(at(0), outcome.value.setCookie.split(";")[0] ?? "");
		expect(actor).toMatchObject({ kind: "person", displayName: "Anna", steppedUpAt: start });
		expect(await confirmRegistration(at(0), { proof, password: demoPassword, visitor })).toMatchObject({
			refusals: [{ code: "registration-over" }],
		});
	});

	test("by code, on the page that asked for it only, and not by trying", async () => {
		const attempt = await ask("code@test.example");
		const other = await ask("other@test.example");
		const { code } = await mailTo("code@test.example");
		const input = { password: null, visitor };
		const wrong = { done: false, refusals: [{ code: "code-wrong", field: "code" }] };
		expect(await confirmRegistration(at(0), { proof: { attempt: other, code }, ...input })).toEqual(wrong);
		expect(await confirmRegistration(at(0), { proof: { attempt: "unknown", code }, ...input })).toEqual(wrong);
		expect(await confirmRegistration(at(25 * hour), { proof: { attempt, code }, ...input })).toEqual(wrong);
		const spaced = { attempt, code: `${code.slice(0, 3)} ${code.slice(3)}` };
		expect(await confirmRegistration(at(0), { proof: spaced, ...input })).toMatchObject({ done: true });
		const refusals = new Set<string>();
		for (let tries = 0; tries < 11; tries++) {
			const outcome = await confirmRegistration(at(0), { proof: { attempt: other, code: "x" }, ...input });
			if (!outcome.done) refusals.add(outcome.refusals[0]?.code ?? "");
		}
		expect([...refusals]).toEqual(["code-wrong", "too-many-attempts"]);
	});

	test("known and unknown addresses get the same answer and leave the same rows; the known one is told by mail", async () => {
		await person(at(0), { displayName: "Bekannt", email: "known@test.example", password: null });
		const count = () =>
			Promise.all([db.registration.count(), db.mail.count(), db.onePurposeLink.count(), db.auditEvent.count()]);
		const differences = [];
		for (const email of ["known@test.example", "unknown@test.example"]) {
			const before = await count();
			expect(await ask(email)).toHaveLength(43);
			differences.push((await count()).map((value, index) => value - (before[index] ?? 0)));
		}
		expect(differences[0]).toEqual(differences[1]);
		expect(await mailTo("known@test.example")).toMatchObject({
			subject: "Sie haben schon ein Konto",
			token: "",
			code: "",
		});
	});

	test("of the same address twice at once makes one account and one person", async () => {
		const email = "twice@test.example";
		const proofs = [];
		for (let time = 0; time < 2; time++) {
			await ask(email);
			proofs.push({ token: (await mailTo(email)).token });
		}
		const persons = await db.person.count();
		const outcomes = await Promise.all(
			proofs.map((proof) => confirmRegistration(at(0), { proof, password: null, visitor })),
		);
		expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);
		expect(await db.person.count()).toBe(persons + 1);
	});

	test("is limited per address", async () => {
		for (let times = 0; times < 5; times++) await ask("often@test.example");
		await expect(ask("often@test.example")).rejects.toThrow("refused");
	});
});

describe("an invitation", () => {
	const invited = { givenName: "Ina", familyName: "Neu", role: "moderator" as const };

	test.each([
		["an admin of the organisation", "organisation-admin" as const, () => county, null],
		["an admin of another organisation", "organisation-admin" as const, () => town, Forbidden],
		["a moderator", "moderator" as const, () => county, Forbidden],
		["a citizen", null, () => county, Forbidden],
	])("by %s", async (who, role, where, error) => {
		const { world } = await holder(role, where());
		const sending = invite(world, { organisationId: county, email: `${who.length}@test.example`, ...invited });
		if (error) await expect(sending).rejects.toThrow(error);
		else expect(await sending).toMatchObject({ done: true });
	});

	test("wants a guest to sign in and an admin to step up", async () => {
		const input = { organisationId: county, email: "later@test.example", ...invited };
		const { world } = await holder("organisation-admin");
		await expect(invite({ ...world, now: new Date(start.getTime() + hour) }, input)).rejects.toThrow(SignInNeeded);
		await expect(invite(at(0), input)).rejects.toThrow(SignInNeeded);
	});

	test("makes account and role at its acceptance, once for two at once, and asks for a second factor", async () => {
		const { world } = await holder("organisation-admin");
		const email = "ina@test.example";
		await invite(world, { organisationId: county, email, ...invited });
		const again = await invite(world, { organisationId: county, email, ...invited });
		expect(again).toMatchObject({ refusals: [{ code: "already-invited" }] });
		expect(await db.roleGrant.count({ where: { person: { account: { email } } } })).toBe(0);
		const { token } = await mailTo(email);
		const input = {
			token,
			displayName: "Ina N.",
			givenName: "Ina",
			familyName: "Neu",
			password: demoPassword,
			visitor,
		};
		const both = await Promise.allSettled([1, 2].map(() => acceptAsNewcomer(at(0), input)));
		const done = both.flatMap((one) => (one.status === "fulfilled" && one.value.done ? [one.value.value] : []));
		expect(done).toMatchObject([{ next: "set-up" }]);
		expect(await db.roleGrant.count({ where: { person: { account: { email } } } })).toBe(1);
		const { grants } = await peopleOf(world, county);
		expect(grants).toContainEqual(expect.objectContaining({ names: ["Ina Neu"], role: "moderator" }));
	});

	test("to somebody with an account is theirs alone to accept", async () => {
		const [{ world }, owner, stranger] = [await holder("organisation-admin"), await holder(null), await holder(null)];
		await invite(world, { organisationId: county, email: owner.email, ...invited });
		const { token } = await mailTo(owner.email);
		await expect(acceptSignedIn(stranger.world, { token, visitor })).rejects.toThrow(NotFound);
		const input = {
			token,
			displayName: "Ina N.",
			givenName: "Ina",
			familyName: "Neu",
			password: demoPassword,
			visitor,
		};
		expect(await acceptAsNewcomer(at(0), input)).toMatchObject({ refusals: [{ code: "account-there" }] });
		expect(await acceptSignedIn(owner.world, { token, visitor })).toMatchObject({ value: { next: "set-up" } });
	});

	test("that was taken back or is too old is not there", async () => {
		const [{ world }, { world: elsewhere }] = [
			await holder("organisation-admin"),
			await holder("organisation-admin", town),
		];
		const email = "back@test.example";
		const sent = await invite(world, { organisationId: county, email, ...invited });
		if (!sent.done) throw new Error("refused");
		const { token } = await mailTo(email);
		const input = {
			token,
			displayName: "Ina N.",
			givenName: "Ina",
			familyName: "Neu",
			password: demoPassword,
			visitor,
		};
		await expect(acceptAsNewcomer(at(15 * 24 * hour), input)).rejects.toThrow(NotFound);
		const { invitationId } = sent.value;
		await expect(revokeInvitation(elsewhere, { invitationId, organisationId: town })).rejects.toThrow(NotFound);
		await revokeInvitation(world, { invitationId, organisationId: county });
		await expect(acceptAsNewcomer(at(0), input)).rejects.toThrow(NotFound);
	});

	test("makes the first operator and no second", async () => {
		const asHouse = { ...at(0), actor: house };
		await expect(inviteFirstOperator(at(0), { email: "op@test.example" })).rejects.toThrow(NotFound);
		const made = await inviteFirstOperator(asHouse, { email: "op@test.example" });
		if (!made.done) throw new Error("refused");
		const token = made.value.path.replace("/einladung/", "");
		const input = { token, displayName: "Betrieb", givenName: "O", familyName: "P", password: demoPassword, visitor };
		expect(await acceptAsNewcomer(at(0), input)).toMatchObject({ value: { next: "set-up" } });
		expect(await inviteFirstOperator(asHouse, { email: "op2@test.example" })).toMatchObject({
			refusals: [{ code: "operator-there" }],
		});
	});
});

describe("a role", () => {
	test("is not given across organisations, nor an operator's by an admin", async () => {
		const { world } = await holder("organisation-admin");
		const { personId } = await holder(null);
		const foreign = { kind: "organisation" as const, id: town };
		const to = { personId };
		await expect(grantRole(world, { role: "staff", scope: foreign, ownerId: town, to })).rejects.toThrow(Forbidden);
		const platform = { kind: "platform" as const };
		await expect(grantRole(world, { role: "operator", scope: platform, ownerId: null, to })).rejects.toThrow(Forbidden);
		const grant = await db.roleGrant.findFirstOrThrow({ where: { ownerId: county } });
		const { world: elsewhere } = await holder("organisation-admin", town);
		await expect(endRole(elsewhere, { grantId: grant.id, ownerId: town })).rejects.toThrow(NotFound);
	});

	test("of the last admin stays, also when two end each other's at once", async () => {
		const sourceDate = new Date("2026-01-01T00:00:00Z");
		const data = { kind: "MUNICIPALITY", name: "Dorf", shortName: "Dorf", source: "test", sourceDate } as const;
		const { id } = await db.organisation.create({ data });
		const [one, two] = [await holder("organisation-admin", id), await holder("organisation-admin", id)];
		const grantOf = (personId: string) => db.roleGrant.findFirstOrThrow({ where: { personId, ownerId: id } });
		const [first, second] = [await grantOf(one.personId), await grantOf(two.personId)];
		const outcomes = await Promise.all([
			endRole(one.world, { grantId: second.id, ownerId: id }),
			endRole(two.world, { grantId: first.id, ownerId: id }),
		]);
		expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);
	});
});

describe("a one-purpose link", () => {
	const subject = { kind: "inquiry", id: "0190a000-0000-7000-8000-000000000001" };
	const order = { purpose: "test.answer", subject, label: "Bauamt", singleUse: false };
	/** Inside an act that records nothing of its own. */
	const inside = (): ActWorld => ({ ...at(0), record: () => undefined, later: () => undefined });

	test("lets its bearer do one act until it expires or is taken back", async () => {
		const { token, linkId } = await makeLink(inside(), { ...order, expiresAt: new Date(start.getTime() + hour) });
		const world = await withPass(at(0), token, "test.answer");
		expect(world.actor).toMatchObject({ kind: "guest", pass: { linkId, subject, label: "Bauamt" } });
		expect(await spendLink(inside(), linkId)).toBe(true);
		await withPass(at(0), token, "test.answer");
		for (const [when, value, purpose] of [
			[0, token, "test.other"],
			[0, `${token}x`, "test.answer"],
			[hour, token, "test.answer"],
		] as const) {
			await expect(withPass(at(when), value, purpose)).rejects.toThrow(NotFound);
		}
		expect(await revokeLinks(inside(), { subject, purpose: "test.other" })).toBe(0);
		expect(await revokeLinks(inside(), { subject })).toBe(1);
		await expect(withPass(at(0), token, "test.answer")).rejects.toThrow(NotFound);
		expect(await spendLink(inside(), linkId)).toBe(false);
	});

	test("for single use counts once for two at once", async () => {
		const expiresAt = new Date(start.getTime() + hour);
		const { token, linkId } = await makeLink(inside(), { ...order, singleUse: true, expiresAt });
		expect((await Promise.all([spendLink(inside(), linkId), spendLink(inside(), linkId)])).sort()).toEqual([
			false,
			true,
		]);
		await expect(withPass(at(0), token, "test.answer")).rejects.toThrow(NotFound);
	});
});

describe("one's own data", () => {
	test("a new address counts from its confirmation", async () => {
		const { world, email } = await holder(null);
		await askForNewEmail(world, { email: "new@test.example", ip: "192.0.2.9" });
		const { token } = await mailTo("new@test.example");
		expect(await signIn(at(0), { email, password: demoPassword, visitor })).toMatchObject({ done: true });
		expect(await confirmNewEmail(at(0), { token })).toMatchObject({ done: true });
		expect(await signIn(at(0), { email: "new@test.example", password: demoPassword, visitor })).toMatchObject({
			done: true,
		});
		expect(await signIn(at(0), { email, password: demoPassword, visitor })).toMatchObject({ done: false });
		const subjects = await db.mail.findMany({ where: { to: email }, select: { subject: true } });
		expect(subjects).toContainEqual({ subject: "Ihre E-Mail-Adresse wurde geändert" });
		await expect(confirmNewEmail(at(0), { token })).rejects.toThrow(NotFound);
	});

	test("leaves in one file without secrets, and is forgotten", async () => {
		const { email, personId, accountId } = await holder("moderator");
		await signIn(at(0), { email, password: demoPassword, visitor: { ...visitor, device: "Firefox, Linux" } });
		const file = JSON.stringify(await personalData.export(db, personId));
		expect(file).toContain(email);
		expect(file).toContain("Firefox, Linux");
		expect(file).toContain("moderator");
		expect(file).not.toMatch(/[0-9a-f]{64}|argon2/);
		await personalData.erase({ ...at(0), actor: house }, personId);
		expect(await db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({
			displayName: "gelöschtes Konto",
			givenName: null,
			erasedAt: start,
		});
		expect(await db.account.count({ where: { email } })).toBe(0);
		expect(await db.session.count({ where: { accountId } })).toBe(0);
		expect(await db.roleGrant.count({ where: { personId, validUntil: null } })).toBe(0);
		expect(await signIn(at(0), { email, password: demoPassword, visitor })).toMatchObject({ done: false });
	});

	test("what is past its time is deleted, what is not stays", async () => {
		await ask("old@test.example");
		await personalData.retain({ ...at(0), actor: house });
		expect(await db.registration.count({ where: { email: "old@test.example" } })).toBe(1);
		expect(await personalData.retain({ ...at(32 * 24 * hour), actor: house })).toBeGreaterThan(0);
		expect(await db.registration.count({ where: { email: "old@test.example" } })).toBe(0);
	});
});

test("the demonstration lists its accounts", async () => {
	await person(at(0), {
		displayName: "Mo",
		email: "mo@kreis.example",
		totp: true,
		roles: [{ role: "moderator", scope: { kind: "organisation", id: county }, ownerId: county }],
	});
	expect(await demoAccounts(db, start)).toContainEqual({
		role: "moderator",
		email: "mo@kreis.example",
		password: demoPassword,
		totpSecret: expect.stringMatching(/^[A-Z2-7]{32}$/),
	});
});
