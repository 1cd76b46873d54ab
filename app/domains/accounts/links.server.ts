import type { ActWorld } from "~/platform/act.server";
import type { Pass } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
import { hashToken, newId, newToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";

type LinkOrder = {
	/** The one act, e.g. "participation.answer-inquiry". */
	purpose: string;
	subject: { kind: string; id: string };
	/** Whom it is for, as shown to the bearer ("Bauamt"); never an address. */
	label: string | null;
	expiresAt: Date;
	singleUse: boolean;
};

/**
 * Makes a link for one act on one object, inside the act that has a reason for it (and records that).
 * @returns the token, which is stored nowhere: it goes into one mail or onto one page
 */
export async function makeLink(world: ActWorld, order: LinkOrder): Promise<{ token: string; linkId: string }> {
	const token = newToken();
	const linkId = newId(world.now);
	await world.db.onePurposeLink.create({
		data: {
			id: linkId,
			tokenHash: hashToken(token),
			purpose: order.purpose,
			subjectKind: order.subject.kind,
			subjectId: order.subject.id,
			label: order.label,
			createdAt: world.now,
			expiresAt: order.expiresAt,
			singleUse: order.singleUse,
		},
	});
	return { token, linkId };
}

/** What a token lets its bearer do now, or null: unknown, another purpose, expired, used up and revoked look the same. */
export async function findPass(
	{ db, now }: Pick<View, "db" | "now">,
	token: string,
	purpose: string,
): Promise<Pass | null> {
	const link = await db.onePurposeLink.findUnique({ where: { tokenHash: hashToken(token) } });
	if (!link || link.purpose !== purpose || link.revokedAt || link.expiresAt <= now) return null;
	if (link.singleUse && link.usedAt) return null;
	return { linkId: link.id, purpose, subject: { kind: link.subjectKind, id: link.subjectId }, label: link.label };
}

/**
 * The world of somebody who holds a one-purpose link, signed in or not.
 * @throws NotFound for whatever makes the link worthless, always the same
 */
export async function withPass<Given extends Pick<View, "db" | "actor" | "now">>(
	world: Given,
	token: string,
	purpose: string,
): Promise<Given> {
	const pass = await findPass(world, token, purpose);
	if (!pass) throw new NotFound();
	return { ...world, actor: world.actor.kind === "person" ? { ...world.actor, pass } : { kind: "guest", pass } };
}

/**
 * Marks a link as used, inside the act that it is for.
 * @returns whether it still counted; a single-use link does so for exactly one of two at once
 */
export async function spendLink({ db, now }: ActWorld, linkId: string): Promise<boolean> {
	const { count } = await db.onePurposeLink.updateMany({
		where: { id: linkId, revokedAt: null, expiresAt: { gt: now }, OR: [{ singleUse: false }, { usedAt: null }] },
		data: { usedAt: now },
	});
	return count === 1;
}

/** Takes back every link on an object, or those for one purpose. @returns how many were still open */
export async function revokeLinks(
	{ db, now }: ActWorld,
	{ subject, purpose }: { subject: { kind: string; id: string }; purpose?: string },
): Promise<number> {
	const { count } = await db.onePurposeLink.updateMany({
		where: {
			subjectKind: subject.kind,
			subjectId: subject.id,
			revokedAt: null,
			expiresAt: { gt: now },
			...(purpose ? { purpose } : {}),
		},
		data: { revokedAt: now },
	});
	return count;
}
