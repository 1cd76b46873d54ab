import { createHash } from "node:crypto";
import { Secret } from "otpauth";
import { createAccount } from "~/domains/accounts/commands/confirm-registration.server";
import { grantRole } from "~/domains/accounts/commands/roles.server";
import { grantsOf } from "~/domains/accounts/grants.server";
import { hashPassword } from "~/domains/accounts/password-hash.server";
import { renewRecoveryCodes, sealSecret } from "~/domains/accounts/second-factor.server";
import { command } from "~/platform/act.server";
import { type Actor, house, type Role, roles, type Scope } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { done, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";

/** One password for everybody in the demonstration, printed at its start. */
export const demoPassword = "Nette-Eifel-Laacher-See";

/** Addresses of the demonstration end so (RFC 2606: nobody has them). */
const demoDomain = ".example";

/** The second factor of a demonstration account: always the same for the same address. */
export function demoTotpSecret(email: string): string {
	const bytes = createHash("sha256").update(`gemeinwerk demonstration ${email}`).digest().subarray(0, 20);
	return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
}

export type PersonWanted = {
	displayName: string;
	email: string;
	givenName?: string;
	familyName?: string;
	/** The demonstration's when left out; null for an account that signs in by link. */
	password?: string | null;
	roles?: { role: Role; scope: Scope; ownerId: string | null }[];
	/** With a second factor, whose secret `demoTotpSecret` tells. */
	totp?: boolean;
	locale?: "de" | "en";
};

const hashes = new Map<string, Promise<string>>();

/** Nearly everybody here has the same password, and a hash takes long on purpose. */
function hashOf(password: string): Promise<string> {
	const hash = hashes.get(password) ?? hashPassword(password);
	hashes.set(password, hash);
	return hash;
}

/** Somebody with a confirmed address, as registration or an invitation leave it behind. */
export async function person(
	world: World,
	{ displayName, email, givenName, familyName, password = demoPassword, totp = false, ...wanted }: PersonWanted,
): Promise<{ personId: string; accountId: string; totpSecret: string | null }> {
	const asHouse: World = { ...world, actor: house };
	const passwordHash = password === null ? null : await hashOf(password);
	const made = await plant(asHouse, {
		displayName,
		email,
		givenName: givenName ?? null,
		familyName: familyName ?? null,
		passwordHash,
		totp,
		locale: wanted.locale ?? "de",
	});
	if (!made.done) throw new Error(`there is an account for ${email} already`);
	for (const { role, scope, ownerId } of wanted.roles ?? []) {
		const granted = await grantRole(asHouse, { role, scope, ownerId, to: { personId: made.value.personId } });
		if (!granted.done) throw new Error(`${email} cannot be ${role}: ${granted.refusals[0]?.code}`);
	}
	return { ...made.value, totpSecret: totp ? demoTotpSecret(email) : null };
}

type Planting = Parameters<typeof createAccount>[1] & { totp: boolean };

const plant = command("accounts.create-account", async (world, { totp, ...input }: Planting) => {
	const made = await createAccount(world, input);
	if (!made) return refused("account-there");
	if (totp) {
		const totpSecret = sealSecret(made.accountId, demoTotpSecret(input.email));
		await world.db.account.update({ where: { id: made.accountId }, data: { totpSecret, totpConfirmedAt: world.now } });
		await renewRecoveryCodes(world, made.accountId);
	}
	return done(made);
});

/** Somebody as they are signed in at that moment, second factor and step-up included; pages are tested with real sign-in. */
export async function actingAs(world: World, personId: string): Promise<Actor & { kind: "person" }> {
	const account = await world.db.account.findUniqueOrThrow({ where: { personId }, include: { person: true } });
	return {
		kind: "person",
		accountId: account.id,
		personId,
		displayName: account.person.displayName,
		sessionId: `acting-${personId}`,
		secondFactor: true,
		steppedUpAt: world.now,
		grants: await grantsOf(world, personId),
		pass: null,
	};
}

/** The accounts of the demonstration for `npm run demo:accounts`, the mightiest role of each; "citizen" has none. */
export async function demoAccounts(
	db: PrismaClient,
	now: Date,
): Promise<{ role: Role | "citizen"; email: string; password: string; totpSecret: string | null }[]> {
	const accounts = await db.account.findMany({
		where: { email: { endsWith: demoDomain } },
		select: { email: true, personId: true, totpConfirmedAt: true },
		orderBy: [{ createdAt: "asc" }, { email: "asc" }],
	});
	const list = [];
	for (const { email, personId, totpConfirmedAt } of accounts) {
		const held = (await grantsOf({ db, now }, personId)).map(({ role }) => role);
		list.push({
			role: roles.find((role) => held.includes(role)) ?? ("citizen" as const),
			email,
			password: demoPassword,
			totpSecret: totpConfirmedAt ? demoTotpSecret(email) : null,
		});
	}
	return list;
}
