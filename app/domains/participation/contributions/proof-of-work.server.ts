import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import type { ActWorld } from "~/platform/act.server";
import { keyedHash } from "~/platform/keyed-hash.server";
import type { View } from "~/platform/world.server";

/** About 256 tries of half a millisecond: unnoticed by one person, felt by who sends ten thousand texts. */
const work = { algorithm: "PBKDF2/SHA-256", cost: 1_000, keyLength: 32, keyPrefix: "00" } as const;
/** A page may lie open so long; afterwards the text is taken all the same, and somebody looks at it. */
const validHours = 24;

const secret = () => keyedHash("gemeinwerk proof of work").toString("hex");

/** Whether the place asks browsers for a proof of work; off unless somebody has switched it on. */
export async function asksForProof(view: Pick<View, "db">, organisationId: string): Promise<boolean> {
	const row = await view.db.placeProtection.findUnique({ where: { organisationId } });
	return row?.proofOfWork ?? false;
}

/** A fresh, signed task for the browser (JSON), bound to the place and a day; null where none is asked for. */
export async function challengeFor(view: View, organisationId: string): Promise<string | null> {
	if (!(await asksForProof(view, organisationId))) return null;
	const until = view.now.getTime() + validHours * 3_600_000;
	const data = { place: organisationId, until };
	return JSON.stringify(await createChallenge({ ...work, deriveKey, data, hmacSignatureSecret: secret() }));
}

const hex = z.string().regex(/^[0-9a-f]{1,128}$/);
const payload = z.object({
	challenge: z.object({
		parameters: z.object({
			algorithm: z.literal(work.algorithm),
			cost: z.literal(work.cost),
			keyLength: z.literal(work.keyLength),
			keyPrefix: z.literal(work.keyPrefix),
			nonce: hex,
			salt: hex,
			data: z.object({ place: z.uuid(), until: z.number() }),
		}),
		signature: hex,
	}),
	solution: z.object({ counter: z.int().min(0).max(0xffffffff), derivedKey: hex }),
});

function payloadIn(text: string) {
	try {
		return payload.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}

/**
 * Whether a text came without the proof that its place asks for: missing, made up, for another place, over, or used
 * before. No reason to refuse it: whoever has no JavaScript, an old browser or a slow telephone is heard too.
 */
export async function isUnproven(
	world: ActWorld,
	{ organisationId, proof }: { organisationId: string; proof: string },
): Promise<boolean> {
	if (!(await asksForProof(world, organisationId))) return false;
	const sent = payloadIn(proof);
	if (!sent) return true;
	const { place, until } = sent.challenge.parameters.data;
	if (place !== organisationId || until < world.now.getTime()) return true;
	const { verified } = await verifySolution({ ...sent, deriveKey, hmacSignatureSecret: secret() });
	if (!verified) return true;
	const { count } = await world.db.spentProof.createMany({
		data: [{ signature: sent.challenge.signature, expiresAt: new Date(until) }],
		skipDuplicates: true,
	});
	return count === 0;
}
