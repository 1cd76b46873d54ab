import { beforeAll, expect, test } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { type Partners, scannedPaper } from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { type AgreementHouse, agreementHouse, codesOf } from "~tests/support/agreement-house";
import { personalData } from "../../afterwards/personal-data.server";
import { costClasses } from "../../costs/cost-item";
import { type ContractInput, readContract, type Typed } from "../contract-input";
import { contractPage, existingAmounts } from "../queries/contracts.server";
import { changeContract } from "./change-contract.server";
import { enterContract } from "./enter-contract.server";

const now = new Date("2026-11-21T10:00:00Z");
const later = new Date("2026-11-23T08:30:00Z");
let place: AgreementHouse;
let scene: Partners;

beforeAll(async () => {
	place = await agreementHouse(now);
	({ scene } = place);
	await place.db.space.create({
		data: { organisationId: scene.lead, slug: "mayen", name: "Mayen", openedAt: new Date("2026-01-01") },
	});
});

const typed: Typed = {
	title: "Winterdienst",
	parties: "Andernach",
	signedOn: "",
	startsOn: "2019-04-01",
	lastDay: "2027-03-31",
	noticeMonths: "3",
	fileNumber: "",
	purpose: "",
	amounts: "2026-2027: 12.000,00",
};
const input = (changes: Partial<Typed>): ContractInput => must(readContract({ ...typed, ...changes }, "Mayen"));
const entered = async (changes: Partial<Typed>): Promise<string> => {
	const given = { ownerId: scene.lead, costClass: "operation" as const, stored: null };
	return must(await enterContract(place.world(scene.clerk.actor), { ...given, input: input(changes) })).id;
};
const change = (
	id: string,
	changes: Partial<Typed>,
	{ actor = scene.colleague.actor, revision = 1, at = later }: { actor?: Actor; revision?: number; at?: Date } = {},
) =>
	changeContract(place.world(actor, at), {
		ownerId: scene.lead,
		id,
		revision,
		costClass: "operation",
		input: input(changes),
		stored: null,
	});
const pageOf = (id: string) => contractPage(place.world(scene.clerk.actor, later), { place: "mayen", id });

async function everything() {
	const [contracts, changes, events] = await Promise.all([
		place.db.existingContract.findMany({
			orderBy: { id: "asc" },
			include: { parties: { orderBy: { position: "asc" }, include: { years: { orderBy: { year: "asc" } } } } },
		}),
		place.db.existingContractChange.count(),
		place.db.auditEvent.count(),
	]);
	return { contracts, changes, events };
}

test("dates, partners, amounts and a scan are changed; what stood there before stays, with who and when", async () => {
	const id = await entered({ title: "Schulbus" });
	const changes = { title: "Schulbus", parties: "Andernach\nThür", lastDay: "2028-12-31", amounts: "2026-2028: 500" };
	must(
		await changeContract(place.world(scene.colleague.actor, later), {
			ownerId: scene.lead,
			id,
			revision: 1,
			costClass: "personnel",
			input: input(changes),
			stored: await scannedPaper(),
		}),
	);
	const page = await pageOf(id);
	expect(page).toMatchObject({
		parties: ["Mayen", "Andernach", "Thür"],
		lastDay: "2028-12-31",
		costClass: "personnel",
		revision: 2,
	});
	expect(page.files.map(({ name }) => name)).toEqual(["unterschrieben.pdf"]);
	expect(page.history).toEqual([
		{
			revision: 2,
			at: later.toISOString(),
			who: "K. Becker",
			fields: [
				{ field: "parties", before: "Andernach", after: "Andernach\nThür" },
				{ field: "amounts", before: "2026-2027: 12.000,00", after: "2026-2028: 500,00" },
				{ field: "costClass", before: "operation", after: "personnel" },
				{ field: "lastDay", before: "2027-03-31", after: "2028-12-31" },
				{ field: "scan", before: "", after: "unterschrieben.pdf" },
			],
		},
	]);
	const paid = (await existingAmounts(place.world(), scene.lead, "mayen")).filter(
		({ agreement }) => agreement.id === id,
	);
	expect(paid.map(({ year, cents }) => [year, cents])).toEqual([
		[2026, 50_000n],
		[2027, 50_000n],
		[2028, 50_000n],
	]);
	must(await change(id, { ...changes, fileNumber: "7/2" }, { revision: 2 }));
	expect((await pageOf(id)).history.map(({ revision }) => revision)).toEqual([3, 2]);
	// The history stays when the person is erased; the name does not.
	const { personId } = scene.colleague.actor;
	expect(await personalData.export(place.db, personId)).toMatchObject({
		contractsChanged: [{ at: later }, { at: later }],
	});
	await place.db.$transaction((db) => personalData.erase({ ...place.world(), db }, personId));
	expect((await pageOf(id)).history.map(({ who }) => who)).toEqual([null, null]);
});

test("refused leaves no trace: over, another was faster, the same as another entry, nothing different", async () => {
	const id = await entered({ title: "Bauhof" });
	const over = await entered({ title: "Altvertrag", lastDay: "2026-11-22" });
	await entered({ title: "Nachbar" });
	const before = await everything();
	expect(await change(over, { title: "Altvertrag", lastDay: "2030-12-31" }).then(codesOf)).toBe("contract-over");
	expect(await change(id, { title: "Bauhof", purpose: "neu" }, { revision: 2 }).then(codesOf)).toBe(
		"changed-meanwhile",
	);
	expect(await change(id, { title: "nachbar" }).then(codesOf)).toBe("contract-there");
	expect(await change(id, { title: "Bauhof" }).then(codesOf)).toBe("contract-same");
	expect(await everything()).toEqual(before);
	expect((await pageOf(over)).over).toBe(true);
	// On its last day it still can be.
	must(await change(over, { title: "Altvertrag", lastDay: "2030-12-31" }, { at: new Date("2026-11-22T10:00:00Z") }));
});

test("every kind of costs that the form offers can be stored", async () => {
	for (const costClass of costClasses) {
		const given = { ownerId: scene.lead, costClass, stored: null };
		must(
			await enterContract(place.world(scene.clerk.actor), { ...given, input: input({ title: `Art ${costClass}` }) }),
		);
	}
});

test("a stranger changes nothing, and of two at once one does", async () => {
	const id = await entered({ title: "Spielplatz" });
	const before = await everything();
	const changes = { title: "Spielplatz", purpose: "Pflege" };
	await expect(change(id, changes, { actor: guest })).rejects.toBeInstanceOf(SignInNeeded);
	await expect(change(id, changes, { actor: scene.otherClerk.actor })).rejects.toBeInstanceOf(Forbidden);
	await expect(change(crypto.randomUUID(), changes)).rejects.toBeInstanceOf(NotFound);
	expect(await everything()).toEqual(before);
	const both = await Promise.all([
		change(id, changes),
		change(id, { title: "Spielplatz", purpose: "Bau" }, { actor: scene.clerk.actor }),
	]);
	expect(both.map(codesOf).sort()).toEqual(["changed-meanwhile", "done"]);
	expect(await place.db.existingContractChange.count({ where: { contractId: id } })).toBe(1);
});
