import { randomInt } from "node:crypto";
import { command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { hashToken, newId, newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { post } from "../letters.server";
import { allowances, allowed } from "../limits.server";
import { makeLink } from "../links.server";
import { hashShortCode } from "../seal.server";

export const registrationPurpose = "accounts.confirm-registration";

const validHours = 24;

type Registering = {
	email: string;
	displayName: string;
	givenName: string | null;
	familyName: string | null;
	onward: string | null;
};

/**
 * Asks for an account: the address gets a code and a link, or, when it has an account already, a mail that says so.
 * The answer and the work are the same for both. The password is chosen after the confirmation, so that nobody can
 * put theirs on an account that somebody else then confirms.
 * @returns the attempt, a secret for the address of the page that takes the code; refused with "too-many-attempts" only
 */
export async function register(
	world: World,
	{ ip, ...input }: Registering & { ip: string },
): Promise<Outcome<{ attempt: string }, "too-many-attempts">> {
	const doors = [
		[allowances.mailAddress, input.email],
		[allowances.mailIp, ip],
	] as const;
	if (!(await allowed(...doors))) return refused("too-many-attempts");
	return beginRegistration(world, input);
}

const beginRegistration = command(
	"accounts.register",
	async (world, input: Registering): Promise<Outcome<{ attempt: string }, never>> => {
		const { db, now, locale } = world;
		const id = newId(now);
		const attempt = newToken();
		const code = randomInt(1_000_000).toString().padStart(6, "0");
		const expiresAt = new Date(now.getTime() + validHours * 3_600_000);
		await db.registration.create({
			data: {
				id,
				attemptHash: hashToken(attempt),
				codeHash: hashShortCode(id, code),
				locale,
				createdAt: now,
				expiresAt,
				...input,
			},
		});
		const { token } = await makeLink(world, {
			purpose: registrationPurpose,
			subject: { kind: "registration", id },
			label: null,
			expiresAt,
			singleUse: true,
		});
		const known = await db.account.findUnique({ where: { email: input.email }, select: { id: true } });
		const to = input.email;
		await post(
			world,
			known
				? { kind: "knownAddress", to, locale, path: "/anmelden" }
				: { kind: "registration", to, locale, path: `/registrieren/bestaetigen/${token}`, values: { code } },
		);
		world.record({ type: "accounts.registration.asked", subject: { kind: "registration", id }, ownerId: null });
		return done({ attempt });
	},
);
