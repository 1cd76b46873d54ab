import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { brokenChains } from "~/platform/audit.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import {
	between,
	completeDraft,
	confirmation,
	frozenVersion,
	type Partners,
	paperSignature,
	scannedPaper,
	steppedUp,
} from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { agreementHouse, codesOf, nextScene } from "~tests/support/agreement-house";
import { giveAuthority, keepRepresentation, revokeAuthority } from "../../authority/commands/keep-authority.server";
import { present } from "../../drafting/commands/present.server";
import { reviewFormRule } from "../../form-rules/commands/review-form-rule.server";
import { manifest } from "../../manifest.server";
import { checkTrail } from "../../sealing/checking/pruefen.mjs";
import { exportTrail } from "../../sealing/trail.server";
import { signingPage } from "../queries/signing-page.server";
import { askForProof, confirm } from "./confirm.server";
import { lapseRounds, refuseToSign, withdrawVersion } from "./end-round.server";
import { freeze, type RoundGiven } from "./freeze.server";
import { remindSignatories } from "./remind.server";
import { bringInScan } from "./sign-on-paper.server";

/** A Monday. */
const now = new Date("2026-11-23T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let db: PrismaClient;
let url: string;
let scene: Partners;
const world = (actor: Actor, at = now): World => ({ db, actor, now: at, locale: "de" });
const clerk = (at = now) => world(scene.clerk.actor, at);
const stateOf = async (code: string) => (await db.agreement.findUniqueOrThrow({ where: { code } })).state;

beforeAll(async () => {
	({ db, url } = await agreementHouse(now));
});
beforeEach(async () => {
	scene = await nextScene(db, now);
});

async function frozen(round?: RoundGiven) {
	const { id, code } = await completeDraft(clerk(), between(scene));
	if (!round) return { id, code, ...(await frozenVersion(clerk(), code)) };
	must(await present(clerk(), { code }));
	const { changes } = await db.agreement.findUniqueOrThrow({ where: { code } });
	return { id, code, ...must(await freeze(clerk(), { code, changes, origin: "http://localhost", round })) };
}
const sign = async (actor: Partners["chair"]["actor"], code: string, sha256: string, at = now) => {
	await askForProof(world(actor, at), { code });
	return confirm(steppedUp(world(actor, at), actor), { code, sha256 });
};
const deadline = (days: number) => ({ sequential: false, deadline: new Date(later(days).toISOString().slice(0, 10)) });

describe("a round with a last day", () => {
	test("on the last day one signs, afterwards nobody does, also from a page that was open; the sweep notes it once", async () => {
		const { id, code, sha256, versionId } = await frozen(deadline(7));
		expect(codesOf(await sign(scene.chair.actor, code, sha256, later(7)))).toBe("done");
		// Asked in time, confirmed too late.
		must(await askForProof(world(scene.director.actor, later(7)), { code }));
		const late = steppedUp(world(scene.director.actor, later(8)), scene.director.actor);
		expect(codesOf(await confirm(late, { code, sha256 }))).toBe("round-lapsed");
		expect(codesOf(await askForProof(world(scene.director.actor, later(8)), { code }))).toBe("round-lapsed");
		expect(codesOf(await refuseToSign(world(scene.mayor.actor, later(8)), { code, reason: "nein" }))).toBe(
			"round-lapsed",
		);
		const paper = { code, organisationId: scene.town, signedOn: later(-1), stored: await scannedPaper() };
		expect(codesOf(await bringInScan(clerk(later(8)), paper))).toBe("round-lapsed");
		expect(await lapseRounds(world(house, later(7)))).toBe(0);
		const swept = await Promise.all([lapseRounds(world(house, later(8))), lapseRounds(world(house, later(8)))]);
		expect(swept.reduce((sum, count) => sum + count, 0)).toBe(1);
		expect(await db.agreementRound.findUniqueOrThrow({ where: { versionId } })).toMatchObject({ state: "lapsed" });
		expect((await db.agreement.findUniqueOrThrow({ where: { code } })).state).toBe("presented");
		const [event] = await db.auditEvent.findMany({ where: { subjectId: id, type: "agreements.version.lapsed" } });
		const recorded = { ...event, subject: { kind: "agreement", id }, facts: event?.facts } as never;
		expect(await manifest.notices?.["agreements.version.lapsed"]?.(db, recorded)).toHaveLength(4);
	});
	test("a last day that is over is refused before anything is frozen", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		must(await present(clerk(), { code }));
		const { changes } = await db.agreement.findUniqueOrThrow({ where: { code } });
		const input = { code, changes, origin: "http://localhost", round: deadline(-1) };
		expect(codesOf(await freeze(clerk(), input))).toBe("deadline-past");
		expect(await db.agreementVersion.count({ where: { agreement: { code } } })).toBe(0);
	});
});

test("one after the other: the server keeps the order for clicks and for papers", async () => {
	const { id, code, sha256, versionId } = await frozen({ sequential: true, deadline: null });
	/** To how many people the events of a kind lead, one number per event. */
	const asked = async (type: string) => {
		const events = await db.auditEvent.findMany({ where: { subjectId: id, type }, orderBy: { position: "asc" } });
		const tell = manifest.notices?.[type];
		return Promise.all(
			events.map(async (event) => {
				const notices = await tell?.(db, { ...event, subject: { kind: "agreement", id }, facts: event.facts } as never);
				return notices?.map(({ to }) => ("personId" in to ? to.personId : ""));
			}),
		);
	};
	// Only the first is asked to sign; the others when their turn comes.
	expect(await asked("agreements.version.frozen")).toEqual([[scene.mayor.actor.personId]]);
	expect(codesOf(await sign(scene.chair.actor, code, sha256))).toBe("not-your-turn");
	expect((await signingPage(world(scene.chair.actor), code)).stop).toMatchObject({
		code: "not-your-turn",
		values: { party: "Stadt Mayen" },
	});
	const paper = { code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	const scan = { code, organisationId: scene.town, signedOn: later(-1), stored: await scannedPaper() };
	expect(codesOf(await bringInScan(clerk(), scan))).toBe("not-your-turn");
	await paperSignature(clerk(), { ...paper, organisationId: scene.lead });
	expect(await asked("agreements.version.turn-came")).toEqual([[scene.otherMayor.actor.personId]]);
	expect(codesOf(await sign(scene.chair.actor, code, sha256))).toBe("not-your-turn");
	await paperSignature(clerk(), { ...paper, organisationId: scene.town });
	expect(codesOf(await sign(scene.director.actor, code, sha256))).toBe("not-your-turn");
	expect(codesOf(await sign(scene.chair.actor, code, sha256))).toBe("done");
	expect(await confirmation(clerk(), scene.director.actor, code, sha256)).toEqual({ concluded: true });
	expect(await asked("agreements.version.turn-came")).toEqual(
		[scene.otherMayor, scene.chair, scene.director].map(({ actor }) => [actor.personId]),
	);
	// What was told counts among the five messages at most.
	expect(await db.agreementSlotReminder.count({ where: { slot: { versionId } } })).toBe(3);
});

describe("authority", () => {
	const authority = (changes = {}) => ({
		keeperId: scene.lead,
		organisationId: scene.association,
		postId: scene.chair.postId,
		basis: "statutes" as const,
		note: "§ 9 der Satzung",
		limitCents: null,
		validFrom: later(-30),
		validUntil: null,
		...changes,
	});
	test("revoked or expired before signing it blocks, after signing it does not; another post has none", async () => {
		const one = await frozen();
		const { id } = must(await giveAuthority(clerk(), authority()));
		expect(codesOf(await sign(scene.chair.actor, one.code, one.sha256))).toBe("done");
		must(await revokeAuthority(clerk(), { keeperId: scene.lead, id, reason: "Vorstand hat gewechselt" }));
		expect(codesOf(await revokeAuthority(clerk(), { keeperId: scene.lead, id, reason: "noch einmal" }))).toBe(
			"revoked-already",
		);
		const row = await db.agreementConfirmation.findFirstOrThrow({ where: { versionId: one.versionId } });
		expect(row.authorityId).toBe(id);
		const two = await frozen();
		expect(codesOf(await sign(scene.chair.actor, two.code, two.sha256, new Date(now.getTime() + 60_000)))).toBe(
			"authority-missing",
		);
		expect(await db.agreementConfirmation.count({ where: { versionId: two.versionId } })).toBe(0);
	});
	test("above its limit it is refused, with the limit and who may", async () => {
		const kept = (postId: string, limitCents: bigint | null) =>
			authority({ organisationId: scene.company, postId, limitCents });
		const given = between(scene);
		const shares = given.inhabitants.map((one) =>
			one.organisationId === scene.town ? { ...one, organisationId: scene.company } : one,
		);
		const { code } = await completeDraft(clerk(), { ...given, inhabitants: shares });
		// 60,000 euros by 19,536 : 30,402 inhabitants, year by year.
		const bears = 6n * 608_795n;
		const { id } = must(await giveAuthority(clerk(), kept(scene.director.postId, bears - 1n)));
		const { sha256 } = await frozenVersion(clerk(), code);
		const refusal = await sign(scene.director.actor, code, sha256);
		expect(refusal).toMatchObject({ refusals: [{ code: "amount-limit", values: { posts: "–" } }] });
		must(await revokeAuthority(clerk(), { keeperId: scene.lead, id, reason: "zu niedrig" }));
		must(await giveAuthority(clerk(), kept(scene.director.postId, bears)));
		const soon = new Date(now.getTime() + 60_000);
		expect(codesOf(await sign(scene.director.actor, code, sha256, soon))).toBe("done");
	});
	test("nobody keeps records for organisations that it has no agreement with, nor for their posts", async () => {
		await expect(giveAuthority(world(scene.otherClerk.actor), authority())).rejects.toBeInstanceOf(Forbidden);
		await expect(
			giveAuthority(world(scene.otherClerk.actor), authority({ keeperId: scene.town })),
		).rejects.toBeInstanceOf(NotFound);
		await completeDraft(clerk(), between(scene));
		expect(codesOf(await giveAuthority(clerk(), authority({ postId: scene.mayor.postId })))).toBe("post-elsewhere");
		expect(codesOf(await giveAuthority(clerk(), authority({ validUntil: later(-31) })))).toBe("period-empty");
		await expect(giveAuthority(world(guest), authority())).rejects.toThrow();
	});
	test("the database keeps it as it was given", async () => {
		await completeDraft(clerk(), between(scene));
		const { id } = must(await giveAuthority(clerk(), authority()));
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		for (const sql of [
			"UPDATE agreement_authority SET limit_cents = 1 WHERE id = $1",
			"DELETE FROM agreement_authority WHERE id = $1",
		]) {
			await expect(client.query(sql, [id]), sql).rejects.toMatchObject({ code: "42501" });
		}
		await client.end();
	});
});

describe("two jointly, one of them the chair", () => {
	test("is frozen with the version, met by such a pair only, and others are not asked any more", async () => {
		await db.organisation.updateMany({ where: { id: scene.association }, data: { ars: null } });
		const posts = [scene.chair, scene.admin];
		const grant = scene.chair.actor.grants[0];
		if (!grant) throw new Error("the chair has no role");
		const treasurer = {
			...scene.admin.actor,
			grants: [{ ...grant, postId: scene.admin.postId }],
		};
		const given = between(scene);
		const { code } = await completeDraft(clerk(), {
			...given,
			partners: given.partners.map((one) =>
				one.organisationId === scene.association ? { ...one, postIds: posts.map(({ postId }) => postId) } : one,
			),
		});
		const rule = {
			keeperId: scene.lead,
			organisationId: scene.association,
			source: "§ 26 (2) BGB, § 9 der Satzung",
			validFrom: later(-30),
		};
		const impossible = {
			...rule,
			alternatives: [{ count: 3, posts: posts.map(({ postId }) => postId), mandatory: [] }],
		};
		expect(codesOf(await keepRepresentation(clerk(), impossible))).toBe("rule-impossible");
		const way = { count: 1, posts: posts.map(({ postId }) => postId), mandatory: [scene.chair.postId] };
		must(await keepRepresentation(clerk(), { ...rule, alternatives: [way] }));
		const { sha256, versionId } = await frozenVersion(clerk(), code);
		const { content } = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
		expect(JSON.parse(content).parties[2].representation).toEqual({ alternatives: [way], source: rule.source });
		// A later rule changes nothing of what lies for signature.
		must(await keepRepresentation(clerk(), { ...rule, alternatives: [{ ...way, mandatory: [] }] }));
		expect(codesOf(await sign(treasurer, code, sha256))).toBe("done");
		expect((await signingPage(world(scene.chair.actor), code)).stop).toBeNull();
		expect(codesOf(await sign(scene.chair.actor, code, sha256))).toBe("done");
		expect((await signingPage(world(treasurer), code)).stop).toMatchObject({ code: "party-complete" });
	});
});

describe("reminders", () => {
	const reminded = (versionId: string) => db.agreementSlotReminder.count({ where: { slot: { versionId } } });
	test("come every week and not at weekends, at most five, and stop with the signature", async () => {
		const { code, sha256, versionId } = await frozen();
		await remindSignatories(world(house, later(6)));
		expect(await reminded(versionId)).toBe(0);
		// Sunday, then Monday.
		await remindSignatories(world(house, later(13)));
		expect(await reminded(versionId)).toBe(0);
		await remindSignatories(world(house, later(7)));
		await remindSignatories(world(house, later(8)));
		expect(await reminded(versionId)).toBe(4);
		await confirmation(clerk(later(8)), scene.chair.actor, code, sha256);
		for (let week = 2; week <= 9; week++) await remindSignatories(world(house, later(week * 7)));
		expect(await reminded(versionId)).toBe(1 + 3 * 5);
	});
	test("stop with the deadline and with a refusal; the last days go faster", async () => {
		const one = await frozen(deadline(4));
		await remindSignatories(world(house, later(2)));
		expect(await reminded(one.versionId)).toBe(4);
		await remindSignatories(world(house, later(7)));
		expect(await reminded(one.versionId)).toBe(4);
		const two = await frozen();
		must(await refuseToSign(world(scene.mayor.actor), { code: two.code, reason: "nein" }));
		await remindSignatories(world(house, later(7)));
		expect(await reminded(two.versionId)).toBe(0);
	});
});

test("20 acts at once on one agreement leave a chain without a gap (84)", async () => {
	const { id, code } = await frozen();
	const asking = Array.from({ length: 20 }, () => askForProof(world(scene.chair.actor), { code }));
	expect(new Set((await Promise.all(asking)).map(codesOf))).toEqual(new Set(["done"]));
	const trail = await exportTrail(db, await db.agreement.findUniqueOrThrow({ where: { id } }));
	expect(trail.events.filter(({ type }) => type === "agreements.proof.asked")).toHaveLength(20);
	expect(checkTrail(trail)).toEqual([]);
	const rows = await db.auditEvent.findMany({ where: { ownerId: scene.lead }, orderBy: { position: "asc" } });
	expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => BigInt(index + 1)));
	expect((await brokenChains(db)).broken).toEqual([]);
});

test("withdrawing: before the first signature, by the lead alone", async () => {
	const { code } = await frozen({ sequential: true, deadline: null });
	await expect(withdrawVersion(world(scene.otherClerk.actor), { code })).rejects.toBeInstanceOf(Forbidden);
	expect(codesOf(await withdrawVersion(clerk(), { code }))).toBe("done");
});

describe("the legal office reviews a rule", () => {
	const review = {
		requiredForm: "written" as const,
		officialTitle: true,
		norm: "§ 49 GemO Rheinland-Pfalz",
		statement: "Geprüft: Schriftform mit Amtsbezeichnung.",
		source: "GVBl. 1994, 153",
		validFrom: new Date("2026-01-01T00:00:00Z"),
		reviewedBy: "Dr. Adler, Rechtsamt",
		reason: "Wortlaut verglichen",
	};
	test("as a new row that counts for its own agreements; the old one stays; of two at once one comes first", async () => {
		const input = { ownerId: scene.lead, key: "rlp-49-gemo", review };
		const outcomes = await Promise.all([reviewFormRule(clerk(), input), reviewFormRule(clerk(), input)]);
		expect(outcomes.map(codesOf).sort()).toEqual(["done", "rule-replaced"]);
		const old = await db.agreementFormRule.findUniqueOrThrow({ where: { key: "rlp-49-gemo" } });
		expect(old).toMatchObject({ reviewedBy: null, ownerId: null });
		await expect(reviewFormRule(world(scene.otherClerk.actor), input)).rejects.toBeInstanceOf(Forbidden);
		const elsewhere = { ownerId: scene.town, key: "rlp-49-gemo", review };
		expect(codesOf(await reviewFormRule(world(scene.otherClerk.actor), elsewhere))).toBe("done");
		const early = { ...input, key: "vwvfg-57", review: { ...review, validFrom: new Date("1900-01-01T00:00:00Z") } };
		expect(codesOf(await reviewFormRule(clerk(), early))).toBe("date-invalid");
	});
});

describe("ending a round", () => {
	test("refusing needs a reason, brings the draft back, and the next version has the next number", async () => {
		const { code } = await frozen();
		expect(codesOf(await refuseToSign(world(scene.mayor.actor), { code, reason: " " }))).toBe("reason-missing");
		expect(
			codesOf(await refuseToSign(world(scene.mayor.actor), { code, reason: "Der Rat will weniger zahlen." })),
		).toBe("done");
		expect(await stateOf(code)).toBe("presented");
		expect(codesOf(await refuseToSign(world(scene.otherMayor.actor), { code, reason: "auch" }))).toBe("round-over");
		const { changes } = await db.agreement.findUniqueOrThrow({ where: { code } });
		expect(codesOf(await freeze(clerk(), { code, changes, origin: "http://localhost" }))).toBe("done");
		const versions = await db.agreementVersion.findMany({ where: { agreement: { code } }, orderBy: { number: "asc" } });
		expect(versions.map(({ number }) => number)).toEqual([1, 2]);
	});

	test("withdrawing is possible before the first signature only", async () => {
		const one = await frozen();
		await expect(withdrawVersion(world(scene.otherClerk.actor), one)).rejects.toBeInstanceOf(Forbidden);
		expect(codesOf(await withdrawVersion(clerk(), one))).toBe("done");
		expect(await stateOf(one.code)).toBe("presented");
		const two = await frozen();
		await confirmation(clerk(), scene.chair.actor, two.code, two.sha256);
		expect(codesOf(await withdrawVersion(clerk(), two))).toBe("signed-already");
	});
});
