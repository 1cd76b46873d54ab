import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
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
import { type AgreementHouse, agreementHouse, codesOf } from "~tests/support/agreement-house";
import { saveCostItem, takeCoverFromShares } from "../../costs/commands/edit-costs.server";
import { simulateExit } from "../../costs/exit";
import { exitPage } from "../../costs/queries/exit.server";
import { distribute, type ShareKey } from "../../costs/shares";
import { addDuty } from "../../drafting/commands/edit-plan.server";
import { asChecked, type DraftRead, readDraft } from "../../drafting/queries/draft.server";
import { whatIsMissing } from "../../drafting/readiness";
import { changesPage } from "../queries/amendment-page.server";
import { declareNotice, receiveNotice } from "./end-agreement.server";
import { beginExitAmendment } from "./exit-amendment.server";

const now = new Date("2026-11-21T10:00:00Z");
let place: AgreementHouse;
let scene: Partners;
const at = (actor: Actor, day: string) => place.world(actor, new Date(`${day}T10:00:00Z`));
const reason = "Die Stadt baut eine eigene Anlage.";

beforeAll(async () => {
	place = await agreementHouse(now);
	({ scene } = place);
});

type Item = { label: string; key: ShareKey; values: [organisationId: string, value: bigint][] };

let agreed = 0;

/** A signed agreement of the four with these cost items from 2029 to 2031 besides the one of the factory. */
async function signed(items: Item[] = []): Promise<{ id: string; code: string }> {
	// A step-up counts for one signature: each agreement is signed a minute after the one before.
	agreed += 1;
	const world = place.world(scene.clerk.actor, new Date(now.getTime() + agreed * 60_000));
	const made = await completeDraft(world, between(scene));
	const { id, code } = made;
	const partyId = await partyIds(id);
	for (const { label, key, values } of items) {
		const basis = values.map(([organisation, value]) => ({
			partyId: partyId(organisation),
			value,
			source: "",
			asOf: null,
		}));
		const years = [2029, 2030, 2031].map((year) => ({ year, cents: 100_001n }));
		const input = { label, costClass: "operation" as const, key, restPartyId: null, basis, years };
		must(await saveCostItem(world, { code, item: null, input }));
	}
	if (items.length > 0) {
		const duty = { task: "Standorte freigeben", phase: "operation" as const, helperIds: [partyId(scene.lead)] };
		must(await addDuty(world, { code, ...duty, responsibleId: partyId(scene.town) }));
		await place.db.agreementCover.deleteMany({ where: { agreementId: id } });
		must(await takeCoverFromShares(world, { code, standing: "reserved" }));
	}
	const { sha256 } = await frozenVersion(world, code);
	const paper = { code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(world, { ...paper, organisationId: scene.lead });
	await paperSignature(world, { ...paper, organisationId: scene.town });
	await confirmation(world, scene.chair.actor, code, sha256);
	await confirmation(world, scene.director.actor, code, sha256);
	return made;
}

async function partyIds(agreementId: string) {
	const rows = await place.db.agreementParty.findMany({ where: { agreementId } });
	return (organisationId: string) => rows.find((row) => row.organisationId === organisationId)?.id ?? "";
}

/** An exit to the end of 2029, which another party notes as arrived unless it is left to lie. */
async function left(code: string, who: Actor, organisationId: string, arrived = true): Promise<string> {
	if (who.kind !== "person") throw new Error("a person leaves");
	const notice = must(
		await declareNotice(steppedUp(at(who, "2029-02-01"), who), {
			code,
			organisationId,
			kind: "exit",
			declaredOn: "2029-02-01",
			lastDay: "2029-12-31",
			reason,
			asBreach: true,
			consequence: "Fördermittel sind anteilig zurückzuzahlen.",
			stored: await scannedPaper(),
		}),
	);
	const receiver = organisationId === scene.lead ? scene.otherMayor.actor : scene.mayor.actor;
	const receiverId = organisationId === scene.lead ? scene.town : scene.lead;
	const received = { code, noticeId: notice.id, organisationId: receiverId };
	if (arrived) must(await receiveNotice(at(receiver, "2029-02-02"), received));
	return notice.id;
}

const draftOf = (id: string) => readDraft(place.db, id, "2029-12-01");
const nameOf = ({ parties }: DraftRead, party: string) => parties.find(({ id }) => id === party)?.organisation.id ?? "";

/** What each organisation bears per item and year, in cents. */
function sharesOf(draft: DraftRead) {
	return draft.items.flatMap((item) =>
		item.years.flatMap(({ year, cents }) => {
			const shares = distribute(cents, item);
			if (!shares.done) throw new Error(`${item.label} is not shared`);
			return shares.value.map((share) => ({
				item: item.label,
				year,
				who: nameOf(draft, share.party),
				cents: share.cents,
			}));
		}),
	);
}

async function everything() {
	const [agreements, amendments, events, items] = await Promise.all([
		place.db.agreement.count(),
		place.db.agreementAmendment.count(),
		place.db.auditEvent.count(),
		place.db.agreementCostItem.count(),
	]);
	return { agreements, amendments, events, items };
}

const percent = (): Item => ({
	label: "Auswertung",
	key: "fixed-percent",
	values: [
		[scene.lead, 500_000n],
		[scene.town, 300_000n],
		[scene.association, 200_000n],
	],
});
const own = (): Item => ({ label: "Leitung der Stadt", key: "equal", values: [[scene.town, 1n]] });

test("the shares that were simulated stand in the draft, to the cent, with cover and duties; nothing of it is frozen", async () => {
	const { id, code } = await signed([percent(), own()]);
	const noticeId = await left(code, scene.otherMayor.actor, scene.town);
	const before = await draftOf(id);
	const partyId = await partyIds(id);
	const clerk = at(scene.clerk.actor, "2029-12-01");
	const page = await exitPage(clerk, code, { party: partyId(scene.town), from: 2030 });
	expect(page.result?.amend).toMatchObject({ noticeId, amendment: null, also: [] });
	expect(page.result?.amend?.behind).toEqual(["Standorte freigeben", "Leitung der Stadt"]);
	expect(page.result?.amend?.takers.map(({ value }) => value)).not.toContain(scene.town);

	const next = must(await beginExitAmendment(clerk, { code, noticeId, takerId: scene.company, reason }));
	const after = await draftOf(next.id);
	const { parties } = simulateExit(
		before.items,
		before.parties.map((party) => party.id),
		{ leaving: partyId(scene.town), from: 2030 },
	);
	const shares = sharesOf(after);
	expect([...new Set(shares.map(({ year }) => year))]).toEqual([2030, 2031]);
	for (const year of [2030, 2031]) {
		const of = (who: string) =>
			shares.filter((share) => share.year === year && share.who === who).reduce((sum, { cents }) => sum + cents, 0n);
		const simulated = (who: string) =>
			parties.find(({ party }) => party === partyId(who))?.years.find((one) => one.year === year)?.after ?? 0n;
		for (const who of [scene.lead, scene.association]) expect(of(who)).toBe(simulated(who));
		// What only the town bore is the taker's now.
		expect(of(scene.company)).toBe(simulated(scene.company) + 100_001n);
		const [cost, cover] = [shares, after.cover].map((lines) =>
			lines.filter((line) => line.year === year).reduce((sum, { cents }) => sum + cents, 0n),
		);
		expect(cost).toBe(1_000_000n + 2n * 100_001n);
		expect(cover).toBe(cost);
	}
	expect(after.items.map(({ label, key, basis }) => [label, key, basis.map(({ value }) => value)])).toEqual([
		["Betrieb und Wartung der Sensoren", "inhabitants", [19_536n]],
		["Auswertung", "usage", [5n, 2n]],
		["Leitung der Stadt", "equal", [1n]],
	]);
	expect(after.parties.map(({ organisation }) => organisation.id)).toEqual([
		scene.lead,
		scene.association,
		scene.company,
	]);
	const duty = after.duties.find(({ task }) => task === "Standorte freigeben");
	expect([duty?.responsible ?? "", ...(duty?.helpers ?? [])].map((party) => nameOf(after, party))).toEqual([
		scene.company,
		scene.lead,
	]);
	expect(after.cover.every(({ year }) => year >= 2030)).toBe(true);
	expect(after.effectiveOn).toBe("2030-01-01");
	const missing = async (day: string) =>
		whatIsMissing(asChecked(await readDraft(place.db, next.id, day)), day).map((point) => point.code);
	expect(await missing("2029-12-31")).toEqual(["amendment-party-missing"]);
	expect(await missing("2030-01-01")).toEqual([]);
	// A draft like any other, and the signed one as it was.
	expect(await place.db.agreement.findUniqueOrThrow({ where: { id: next.id } })).toMatchObject({ state: "draft" });
	expect(await place.db.agreementVersion.count({ where: { agreementId: next.id } })).toBe(0);
	expect(await draftOf(id)).toEqual(before);
	const { changes, yearsBefore } = await changesPage(clerk, next.code);
	expect(yearsBefore).toBe(2030);
	expect([...new Set(changes.amounts.map(({ year }) => year))].sort()).toEqual([2030, 2031]);
	expect(changes.amounts).toContainEqual({
		label: "Betrieb und Wartung der Sensoren",
		year: 2030,
		party: before.parties[0]?.organisation.name,
		before: "391205",
		after: "1000000",
	});
	expect(changes.parties.removed).toHaveLength(1);
	const again = await exitPage(clerk, code, { party: partyId(scene.town), from: 2030 });
	expect(again.result?.amend?.amendment?.code).toBe(next.code);
});

test("refused leaves no trace: nobody takes over, no reason, the lead itself, before it has arrived", async () => {
	const { code } = await signed([own()]);
	const noticeId = await left(code, scene.otherMayor.actor, scene.town);
	const other = await signed();
	const lies = await left(other.code, scene.otherMayor.actor, scene.town, false);
	const lead = await left(other.code, scene.mayor.actor, scene.lead);
	const clerk = at(scene.clerk.actor, "2029-12-01");
	const before = await everything();
	const begin = (input: object) =>
		beginExitAmendment(clerk, { code, noticeId, takerId: scene.company, reason, ...input }).then(codesOf);
	expect(await begin({ code: other.code, noticeId: lead })).toBe("lead-stays");
	expect(await begin({ takerId: "" })).toBe("exit-taker-missing");
	// The leaving party takes nothing over.
	expect(await begin({ takerId: scene.town })).toBe("exit-taker-missing");
	expect(await begin({ reason: "" })).toBe("reason-missing");
	await expect(begin({ code: other.code, noticeId: lies })).rejects.toBeInstanceOf(NotFound);
	expect(await everything()).toEqual(before);
});

test("a stranger begins none, and of two at once one does", async () => {
	const { id, code } = await signed();
	const noticeId = await left(code, scene.otherMayor.actor, scene.town);
	const before = await everything();
	const input = { code, noticeId, takerId: "", reason };
	for (const { actor } of [scene.otherClerk, scene.admin, scene.mayor]) {
		await expect(beginExitAmendment(at(actor, "2029-12-01"), input)).rejects.toThrow();
		const page = await exitPage(at(actor, "2029-12-01"), code, { party: (await partyIds(id))(scene.town), from: 2030 });
		expect(page.result?.amend).toBeNull();
	}
	expect(await everything()).toEqual(before);
	const both = await Promise.all(
		[scene.clerk, scene.colleague].map(({ actor }) => beginExitAmendment(at(actor, "2029-12-01"), input)),
	);
	expect(both.map(codesOf).sort()).toEqual(["amendment-there", "done"]);
	expect(await place.db.agreementAmendment.count({ where: { amendedId: id } })).toBe(1);
});

test("two that leave on the same day go in one amendment", async () => {
	const { id, code } = await signed([percent()]);
	const noticeId = await left(code, scene.otherMayor.actor, scene.town);
	await left(code, scene.chair.actor, scene.association);
	const clerk = at(scene.clerk.actor, "2029-12-01");
	const page = await exitPage(clerk, code, { party: (await partyIds(id))(scene.town), from: 2030 });
	expect(page.result?.amend?.also).toEqual(["Lichtwege e. V."]);
	const next = must(await beginExitAmendment(clerk, { code, noticeId, takerId: scene.company, reason }));
	const after = await draftOf(next.id);
	expect(after.parties.map(({ organisation }) => organisation.id)).toEqual([scene.lead, scene.company]);
	const sums = [2030, 2031].map((year) =>
		sharesOf(after)
			.filter((share) => share.year === year && share.who === scene.lead)
			.reduce((sum, { cents }) => sum + cents, 0n),
	);
	expect(sums).toEqual([1_100_001n, 1_100_001n]);
});
