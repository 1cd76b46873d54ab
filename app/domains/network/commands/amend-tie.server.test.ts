import { beforeAll, expect, it } from "vitest";
import { Forbidden, NotFound } from "~/platform/outcome";
import { keyPerson, tie } from "~tests/factories/network";
import { networkOffice } from "~tests/factories/network-office";
import { topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { namedParties } from "../queries/named-parties.server";
import { tiePage } from "../queries/tie-page.server";
import { type AmendInput, amendTie } from "./amend-tie.server";
import { endTie } from "./ties.server";

let office: Awaited<ReturnType<typeof networkOffice>>;
beforeAll(async () => {
	office = await networkOffice();
});

const said: AmendInput = {
	...{ role: "Vorsitz", term: null, electoralArea: null, votingRight: null, onBehalfOfId: null, substituteForId: null },
	...{ firstDay: "2024-01-01", lastDay: null, purpose: "Zusammenarbeit", basis: "TASK", source: "Wahl" },
	visibility: "STAFF",
};
const pageOf = (id: string, actor = office.guide) => tiePage(office.world(actor), { place: "kreis", tie: id });
const amend = (id: string, input: Partial<AmendInput>, { revision = 1, actor = office.guide } = {}) =>
	amendTie(office.world(actor), { id, revision, input: { ...said, ...input } });
const codes = async (outcome: ReturnType<typeof amend>) => {
	const { done, ...rest } = await outcome;
	return "refusals" in rest ? rest.refusals.map(({ code, field }) => [code, field]) : done;
};
const chair = async () =>
	tie(office.world(), {
		...{ fromId: await office.person(), toId: await office.organisation(), type: "chair" },
		...{ role: "Vorsitz", firstDay: "2024-01-01", purpose: said.purpose, source: said.source },
	});

it("puts right what is said, confirms it, and tells what changed, by whom, without any text", async () => {
	const id = await chair();
	must(await amend(id, { role: "Erste Vorsitzende", firstDay: "2023-05-01" }));
	const { tie: shown, history, values } = await pageOf(id);
	expect(shown).toMatchObject({ role: "Erste Vorsitzende", since: "2023-05-01", revision: 2 });
	expect(values).toMatchObject({ firstDay: "2023-05-01", lastDay: "", source: "Wahl" });
	expect(history.map(({ what, changes, by }) => [what, changes, by])).toEqual([
		["began", [], "Leyla"],
		["amended", [{ field: "role" }, { field: "validFrom", before: "2024-01-01" }], "Leyla"],
	]);
	const events = await office.db.auditEvent.findMany({ where: { type: "network.tie.amended" } });
	expect(JSON.stringify(events.map(({ facts }) => facts))).not.toContain("Vorsitzende");
	must(await endTie(office.world(), { id, lastDay: "2025-12-31" }));
	expect((await pageOf(id)).history.map(({ what, day }) => [what, day])).toEqual([
		["began", null],
		["amended", null],
		["ended", "2025-12-31"],
	]);
});

it("refuses what cannot be, and what somebody else changed meanwhile, and leaves no trace", async () => {
	const id = await chair();
	const before = await office.db.networkTie.findUniqueOrThrow({ where: { id } });
	const count = await office.db.auditEvent.count();
	expect(await codes(amend(id, { lastDay: "2023-12-31" }))).toEqual([["period-empty", "lastDay"]]);
	expect(await codes(amend(id, { firstDay: "2024-02-30" }))).toEqual([["day-missing", "firstDay"]]);
	expect(await codes(amend(id, { visibility: "PUBLIC" }))).toEqual([["too-wide", "visibility"]]);
	expect(await codes(amend(id, {}, { revision: 7 }))).toEqual([["changed-meanwhile", undefined]]);
	const elsewhere = { onBehalfOfId: before.ownerId };
	expect(await codes(amend(id, elsewhere))).toEqual([["other-missing", "onBehalfOf"]]);
	await expect(amend(id, {}, { actor: office.stranger })).rejects.toThrow(Forbidden);
	expect(await office.db.networkTie.findUniqueOrThrow({ where: { id } })).toEqual(before);
	expect(await office.db.auditEvent.count()).toBe(count);
});

it("of two at once one is kept, and the other is told so", async () => {
	const id = await chair();
	const both = await Promise.all([codes(amend(id, { role: "Erste" })), codes(amend(id, { role: "Zweite" }))]);
	expect(both.filter((one) => one === true)).toHaveLength(1);
	expect(both).toContainEqual([["changed-meanwhile", undefined]]);
	const { role } = await office.db.networkTie.findUniqueOrThrow({ where: { id } });
	expect(role).toBe(both[0] === true ? "Erste" : "Zweite");
});

it("never lies over another period of the same tie", async () => {
	const [fromId, toId] = [await office.person(), await office.organisation()];
	const same = { fromId, toId, type: "chair", role: "Vorsitz" };
	await tie(office.world(), { ...same, firstDay: "2020-01-01", lastDay: "2022-12-31" });
	const second = await tie(office.world(), { ...same, firstDay: "2024-01-01" });
	expect(await codes(amend(second, { firstDay: "2022-12-31" }))).toEqual([["already-tied", "firstDay"]]);
	expect(await codes(amend(second, { firstDay: "2023-01-01" }))).toBe(true);
});

it("a shorter period ends the marks that rest on it", async () => {
	const [fromId, toId] = [await office.person(), await office.organisation()];
	const id = await tie(office.world(), { fromId, toId, type: "chair", firstDay: "2024-01-01" });
	const topicId = await topic(office.world(), { ownerId: office.ownerId, name: office.newName("Thema") });
	await keyPerson(office.world(), { partyId: fromId, tieId: id, topicId, why: "Kennt alle." });
	must(await amend(id, { lastDay: "2026-11-22" }));
	expect((await office.page(fromId, "2026-11-22")).marks.map(({ inForce }) => inForce)).toEqual([true]);
	expect((await office.page(fromId, "2026-11-23")).marks.map(({ inForce }) => inForce)).toEqual([false]);
});

it("what is for the narrowest circle is not there for others", async () => {
	const id = await chair();
	must(await amend(id, { visibility: "CIRCLE" }));
	await expect(pageOf(id, office.clerk)).rejects.toThrow(NotFound);
	await expect(amend(id, {}, { revision: 2, actor: office.clerk })).rejects.toThrow(NotFound);
});

it("who sent somebody is found by the name; a slip is told with whom it may mean", async () => {
	const name = office.newName("Heimatbund Nettetal");
	const id = await office.organisation({ name });
	const find = (onBehalfOf: string, actor = office.guide) =>
		namedParties(office.world(actor), office.ownerId, { onBehalfOf, substituteFor: "" });
	expect(must(await find(name.toUpperCase()))).toEqual({ onBehalfOfId: id, substituteForId: null });
	expect(await find(name.replace("Netteta", "Neteta"))).toMatchObject({
		refusals: [{ code: "perhaps-by-name", field: "onBehalfOf", values: { alike: name } }],
	});
	expect(await find("Xyzzy Qqqq")).toMatchObject({ refusals: [{ code: "nobody-by-name" }] });
	await office.organisation({ name });
	expect(await find(name)).toMatchObject({ refusals: [{ code: "several-by-name" }] });
	const hidden = office.newName("Verschwiegener Kreis");
	await office.organisation({ name: hidden, visibility: "CIRCLE" });
	expect(await find(hidden, office.clerk)).not.toMatchObject({ done: true });
});
