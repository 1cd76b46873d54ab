import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import { newToken } from "~/platform/tokens.server";
import { must } from "~tests/factories/outcome";
import { codeIn, draftOf, human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { askForCode, confirmByCode } from "./commands/confirm-as-guest.server";
import { handIn } from "./commands/hand-in.server";
import { protectPlace } from "./commands/protect-place.server";
import { storeDraft } from "./commands/store-draft.server";
import { stateOf } from "./contribution";
import { personalData } from "./personal-data.server";
import { challengeFor } from "./proof-of-work.server";
import { contributionById } from "./queries/find-contribution.server";

const now = new Date("2026-06-15T10:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let moderator: Actor;
let ute: Actor & { kind: "person" };
let processId: string;

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4220");
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const person = async (name: string) => ({ personId: await human(db, now, name), displayName: name });
	const manager = personWith(["participation-manager"], mayen.organisationId, await person("Petra"));
	moderator = personWith(["moderator"], mayen.organisationId, await person("Mia"));
	ute = personWith([], mayen.organisationId, await person("Ute"));
	({ id: processId } = await process(world(manager), {
		organisationId: mayen.organisationId,
		responsiblePostId: mayen.postId,
		moderation: "after",
	}));
	expect(await challengeFor(world(), mayen.organisationId)).toBeNull();
	must(await protectPlace(world(moderator), { organisationId: mayen.organisationId, proofOfWork: true }));
});

const world = (actor: Actor = guest, at = now) => worldOf(db, actor, at);

/** What the island does in the browser. */
async function solved(challengeText: string | null): Promise<string> {
	const challenge = JSON.parse(challengeText ?? "");
	const solution = await solveChallenge({ challenge, deriveKey });
	if (!solution) throw new Error("not solved");
	return JSON.stringify({ challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } });
}
const proofNow = async () => solved(await challengeFor(world(), mayen.organisationId));

/** The state of a contribution that Ute hands in with this proof. */
async function handedIn(proof: string | undefined, at = now) {
	const token = newToken();
	must(await storeDraft(world(ute, at), { ...draftOf({ processId }), token, ...(proof !== undefined && { proof }) }));
	const { id } = must(await handIn(world(ute, at), { key: { token }, withName: true }));
	return stateOf(await contributionById(world(), id));
}

describe("where a place asks for a proof of work", () => {
	it("a text with one appears, once; a second one with the same waits for a moderator", async () => {
		const proof = await proofNow();
		expect(await handedIn(proof)).toBe("published");
		expect(await handedIn(proof)).toBe("waiting-for-moderation");
		const shared = await proofNow();
		const both = await Promise.all([handedIn(shared), handedIn(shared)]);
		expect(both.sort()).toEqual(["published", "waiting-for-moderation"]);
	});

	it("a text without, with a false or an old one is taken and waits; nobody is refused", async () => {
		const proof = await proofNow();
		const { challenge, solution } = JSON.parse(proof);
		const forged = (parameters: object) =>
			JSON.stringify({ challenge: { ...challenge, parameters: { ...challenge.parameters, ...parameters } }, solution });
		const proofs = [
			"",
			"{",
			"null",
			JSON.stringify({ challenge, solution: { ...solution, derivedKey: "00".repeat(32) } }),
			JSON.stringify({ challenge, solution: { ...solution, counter: solution.counter + 1 } }),
			forged({ cost: 1 }),
			forged({ data: { ...challenge.parameters.data, until: later(1000).getTime() } }),
			forged({ data: { ...challenge.parameters.data, place: "019a586f-e700-7593-9009-000000000000" } }),
		];
		for (const one of proofs) expect(await handedIn(one), one).toBe("waiting-for-moderation");
		expect(await handedIn(proof, later(25))).toBe("waiting-for-moderation");
		expect(await handedIn(proof, later(23))).toBe("published");
	});

	it("paper that is typed in is not asked", async () => {
		expect(await handedIn(undefined)).toBe("published");
	});

	it("a guest's mail vouches as well", async () => {
		const token = newToken();
		must(await storeDraft(world(), { ...draftOf({ processId }), token, proof: "" }));
		must(await askForCode(world(), { token, email: "elke@example.org" }));
		const mail = await db.mail.findFirstOrThrow({ where: { to: "elke@example.org" } });
		must(await confirmByCode(world(), { token, code: codeIn(mail.subject) }));
		const { id } = await db.contribution.findFirstOrThrow({ where: { guestEmail: "elke@example.org" } });
		expect(stateOf(await contributionById(world(), id))).toBe("published");
	});

	it("used proofs are forgotten when their day is over", async () => {
		expect(await handedIn(await proofNow())).toBe("published");
		const spent = await db.spentProof.count();
		expect(spent).toBeGreaterThan(0);
		await personalData.retain?.(world(guest, later(23)));
		expect(await db.spentProof.count()).toBe(spent);
		await personalData.retain?.(world(guest, later(25)));
		expect(await db.spentProof.count()).toBe(0);
	});
});

it("only those who moderate at the place switch it, and off means as before", async () => {
	const { organisationId } = mayen;
	const off = (actor: Actor) => protectPlace(world(actor), { organisationId, proofOfWork: false });
	await expect(off(guest)).rejects.toThrow(SignInNeeded);
	await expect(off(ute)).rejects.toThrow(Forbidden);
	must(await protectPlace(world(moderator), { organisationId, proofOfWork: false }));
	expect(await challengeFor(world(), organisationId)).toBeNull();
	expect(await handedIn("")).toBe("published");
});
