import { Secret, TOTP } from "otpauth";
import { hashToken, newCode, newId } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { hashShortCode, seal, unseal } from "./seal.server";

/** RFC 6238 as every authenticator app knows it. */
const period = 30;
const recoveryCodeCount = 10;

function totp(secret: string, label: string): TOTP {
	return new TOTP({
		issuer: "Gemeinwerk",
		label,
		secret: Secret.fromBase32(secret),
		period,
		digits: 6,
		algorithm: "SHA1",
	});
}

/** A new secret in Base32, 160 bits. */
export function newTotpSecret(): string {
	return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads from the QR code. */
export function totpAddress(secret: string, email: string): string {
	return totp(secret, email).toString();
}

/**
 * The time step to which a code belongs, one step to either side allowed for clocks that differ.
 * @returns null when the code is wrong
 */
export function stepOf(secret: string, code: string, now: Date): bigint | null {
	const delta = totp(secret, "").validate({ token: code, timestamp: now.getTime(), window: 1 });
	return delta === null ? null : BigInt(Math.floor(now.getTime() / 1000 / period) + delta);
}

export function sealSecret(accountId: string, secret: string): string {
	return seal("totp", accountId, secret);
}

/** Codes are typed with spaces, hyphens and in small letters. */
function plainCode(typed: string): string {
	return typed.replace(/[\s-]/g, "").toUpperCase();
}

/**
 * Takes a code of the app or a recovery code; each counts once, also for two at once.
 * @returns which of them it was, or null when it does not count
 */
export async function takeCode(
	{ db, now }: Pick<View, "db" | "now">,
	accountId: string,
	typed: string,
): Promise<"totp" | "recovery" | null> {
	const code = plainCode(typed);
	if (/^\d{6}$/.test(code)) {
		const account = await db.account.findUnique({
			where: { id: accountId },
			select: { totpSecret: true, totpConfirmedAt: true },
		});
		if (!account?.totpSecret || !account.totpConfirmedAt) return null;
		const secret = unseal("totp", accountId, account.totpSecret);
		const step = secret ? stepOf(secret, code, now) : null;
		if (step === null) return null;
		const { count } = await db.account.updateMany({
			where: { id: accountId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
			data: { totpLastStep: step },
		});
		return count === 1 ? "totp" : null;
	}
	const { count } = await db.recoveryCode.updateMany({
		where: { accountId, codeHash: hashShortCode(accountId, code), usedAt: null },
		data: { usedAt: now },
	});
	return count === 1 ? "recovery" : null;
}

/** Replaces the recovery codes. @returns ten new ones as shown ("ABCDE-FGHJK"); stored are keyed hashes */
export async function renewRecoveryCodes({ db, now }: Pick<View, "db" | "now">, accountId: string): Promise<string[]> {
	const codes = Array.from({ length: recoveryCodeCount }, () => newCode(10));
	await db.recoveryCode.deleteMany({ where: { accountId } });
	await db.recoveryCode.createMany({
		data: codes.map((code) => ({ id: newId(now), accountId, codeHash: hashShortCode(accountId, code) })),
	});
	return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/**
 * An offer of a secret that the set-up form carries along, so that looking at the page writes nothing. It is bound to the
 * account and the session, and nobody without our key can make one.
 */
export function sealOffer(sessionId: string, secret: string): string {
	return seal("totp-offer", hashToken(sessionId), secret);
}

export function openOffer(sessionId: string, offer: string): string | null {
	return unseal("totp-offer", hashToken(sessionId), offer);
}
