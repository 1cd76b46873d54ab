import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import { isSecure } from "~/platform/address.server";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";

/** What a session holds besides its account and its end. */
export type SessionFacts = {
	device: string;
	/** When the password was shown in it, or the link of an account that has no password. */
	passwordAt: Date | null;
	secondFactorAt: Date | null;
	steppedUpAt: Date | null;
};

declare module "lucia" {
	interface Register {
		DatabaseSessionAttributes: SessionFacts;
	}
}

export type StoredSession = SessionFacts & {
	/** SHA-256 of what the cookie holds. */
	id: string;
	accountId: string;
	personId: string;
	displayName: string;
	createdAt: Date;
	expiresAt: Date;
	lastSeenAt: Date;
	hasPassword: boolean;
	hasFactor: boolean;
};

type Moment = Pick<View, "db" | "now">;

/** Idle time after which a session ends: two weeks, for staff roles half a day. */
const lifetimes = { person: new TimeSpan(14, "d"), staff: new TimeSpan(12, "h") };

/**
 * Lucia's storage. It hands in what the cookie holds; stored and looked up is its SHA-256 only. Lucia compares with the
 * machine's clock, so times are moved by the difference to the house's on the way in and out.
 */
class HashingAdapter implements Adapter {
	readonly #ahead: number;
	constructor(
		readonly moment: Moment,
		readonly found: StoredSession | null,
	) {
		this.#ahead = Date.now() - moment.now.getTime();
	}

	async getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		if (!this.found || this.found.id !== hashToken(token)) return [null, null];
		const { accountId, expiresAt, device, passwordAt, secondFactorAt, steppedUpAt } = this.found;
		const attributes = { device, passwordAt, secondFactorAt, steppedUpAt };
		const machineTime = new Date(expiresAt.getTime() + this.#ahead);
		return [
			{ id: token, userId: accountId, expiresAt: machineTime, attributes },
			{ id: accountId, attributes: {} },
		];
	}

	/** Cookie values are not stored, so there is nothing to list; the page of sessions reads the rows itself. */
	async getUserSessions(): Promise<DatabaseSession[]> {
		return [];
	}

	async setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
		const { db, now } = this.moment;
		await db.session.create({
			data: {
				id: hashToken(id),
				accountId: userId,
				createdAt: now,
				lastSeenAt: now,
				expiresAt: this.#houseTime(expiresAt),
				...attributes,
			},
		});
	}

	async updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
		const { db, now } = this.moment;
		await db.session.updateMany({
			where: { id: hashToken(token) },
			data: { expiresAt: this.#houseTime(expiresAt), lastSeenAt: now },
		});
	}

	async deleteSession(token: string): Promise<void> {
		await this.moment.db.session.deleteMany({ where: { id: hashToken(token) } });
	}

	async deleteUserSessions(accountId: string): Promise<void> {
		await this.moment.db.session.deleteMany({ where: { accountId } });
	}

	async deleteExpiredSessions(): Promise<void> {
		await this.moment.db.session.deleteMany({ where: { expiresAt: { lte: this.moment.now } } });
	}

	#houseTime(machineTime: Date): Date {
		return new Date(machineTime.getTime() - this.#ahead);
	}
}

function lucia(moment: Moment, staff: boolean, found: StoredSession | null = null): Lucia {
	const secure = isSecure();
	return new Lucia(new HashingAdapter(moment, found), {
		sessionExpiresIn: staff ? lifetimes.staff : lifetimes.person,
		// __Host-: no other host of the domain can set it (OWASP ASVS 5.0, 3.3.1).
		sessionCookie: { name: secure ? "__Host-sitzung" : "sitzung", attributes: { secure, sameSite: "lax", path: "/" } },
	});
}

/** The session that a browser's cookies name, whether or not it still holds. */
export async function findSession(
	moment: Moment,
	cookies: string,
): Promise<{ token: string; stored: StoredSession } | null> {
	const token = lucia(moment, false).readSessionCookie(cookies);
	if (!token) return null;
	// SQL, because it is asked at every request and Prisma would take three statements.
	const [stored] = await moment.db.$queryRaw<StoredSession[]>`
		SELECT s.id, s.account_id AS "accountId", a.person_id AS "personId", p.display_name AS "displayName",
		       s.created_at AS "createdAt", s.expires_at AS "expiresAt", s.last_seen_at AS "lastSeenAt", s.device,
		       s.password_at AS "passwordAt", s.second_factor_at AS "secondFactorAt", s.stepped_up_at AS "steppedUpAt",
		       a.password_hash IS NOT NULL AS "hasPassword", a.totp_confirmed_at IS NOT NULL AS "hasFactor"
		FROM session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
		WHERE s.id = ${hashToken(token)} AND p.erased_at IS NULL`;
	return stored ? { token, stored } : null;
}

/** When a session ends, unless it is used again before. */
export function endOf(stored: StoredSession, staff: boolean): Date {
	const latest = stored.lastSeenAt.getTime() + (staff ? lifetimes.staff : lifetimes.person).milliseconds();
	return new Date(Math.min(stored.expiresAt.getTime(), latest));
}

/**
 * Whether the session still holds; prolongs it past the half of its time and removes it after its end.
 * @param staff whether its person has staff roles, also when they came after its beginning
 * @returns null when it is over, else the Set-Cookie header if it was prolonged
 */
export async function holdSession(
	moment: Moment,
	{ token, stored }: { token: string; stored: StoredSession },
	staff: boolean,
): Promise<{ setCookie: string | null } | null> {
	const expiresAt = endOf(stored, staff);
	const keeper = lucia(moment, staff, { ...stored, expiresAt });
	const { session } = await keeper.validateSession(token);
	if (!session) return null;
	return { setCookie: session.fresh ? keeper.createSessionCookie(token).serialize() : null };
}

/** Begins a session under a new id. @returns the Set-Cookie header */
export async function beginSession(
	moment: Moment,
	accountId: string,
	facts: SessionFacts,
	staff: boolean,
): Promise<string> {
	const keeper = lucia(moment, staff);
	const session = await keeper.createSession(accountId, facts);
	return keeper.createSessionCookie(session.id).serialize();
}

/** The header that makes the browser forget its session. */
export function forgettingCookie(moment: Moment): string {
	return lucia(moment, false).createBlankSessionCookie().serialize();
}

/** Ends the sessions of accounts, all or all but one. @returns how many */
export async function endSessions(
	{ db }: Moment,
	of: { accountId: string; except?: string } | { personIds: string[] },
): Promise<number> {
	const where =
		"personIds" in of
			? { account: { personId: { in: of.personIds } } }
			: { accountId: of.accountId, ...(of.except ? { id: { not: of.except } } : {}) };
	const { count } = await db.session.deleteMany({ where });
	return count;
}
