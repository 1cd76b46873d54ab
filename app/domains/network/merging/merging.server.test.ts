import { beforeAll, describe, expect, it } from "vitest";
import { NotFound } from "~/platform/outcome";
import { keyPerson, tie } from "~tests/factories/network";
import { networkOffice } from "~tests/factories/network-office";
import { topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { addNote } from "../commands/notes.server";
import { suggestions } from "./duplicates.server";
import { mergeParties, undoMerge } from "./merge.server";

let office: Awaited<ReturnType<typeof networkOffice>>;
beforeAll(async () => {
	office = await networkOffice();
});

const codesOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code);

describe("merging (92)", () => {
	const everything = async (ids: string[]) => ({
		parties: (
			await office.db.networkParty.findMany({
				where: { id: { in: ids } },
				include: { topics: true },
				orderBy: { id: "asc" },
			})
		).map(({ revision: _, ...row }) => row),
		ties: await office.db.networkTie.findMany({
			where: { OR: [{ fromId: { in: ids } }, { toId: { in: ids } }] },
			orderBy: { id: "asc" },
		}),
		notes: await office.db.networkNote.findMany({ where: { partyId: { in: ids } }, orderBy: { id: "asc" } }),
		marks: await office.db.networkKeyPerson.findMany({ where: { partyId: { in: ids } }, orderBy: { id: "asc" } }),
	});

	it("keeps ties, notes and marks; undone, everything is exactly as it was", async () => {
		const [club, other] = [await office.organisation(), await office.organisation()];
		const topicId = await topic(office.world(), { ownerId: office.ownerId, name: office.newName("Thema") });
		const one = await office.person({ givenName: "Hans", familyName: "Doppelmann", email: "hans@doppel.example" });
		const two = await office.person({
			givenName: "Hans",
			familyName: "Doppelman",
			phone: "030 23125 900",
			topicIds: [topicId],
		});
		await tie(office.world(), { fromId: one, toId: club, type: "chair" });
		const same = await tie(office.world(), { fromId: two, toId: club, type: "chair" });
		await tie(office.world(), { fromId: two, toId: other, type: "member" });
		await tie(office.world(), { fromId: one, toId: two, type: "knows" });
		await keyPerson(office.world(), { partyId: two, tieId: same, topicId, why: "Weiß, wer was kann." });
		must(
			await addNote(office.world(), {
				partyId: two,
				happenedOn: "2026-11-20",
				text: "Telefonat",
				visibility: "STAFF",
				keepUntil: "2027-11-20",
			}),
		);
		expect(
			(await suggestions(office.world(), office.ownerId)).some(
				({ first, second }) => [first.id, second.id].sort().join() === [one, two].sort().join(),
			),
		).toBe(true);
		const before = await everything([one, two]);
		const choices = { name: "survivor", email: "survivor", phone: "merged" } as const;
		const merge = must(await mergeParties(office.world(), { survivorId: one, mergedId: two, choices }));
		const merged = await office.page(one);
		expect(merged.party).toMatchObject({
			name: "Hans Doppelmann",
			email: "hans@doppel.example",
			phone: "030 23125 900",
		});
		expect(merged.ties.map(({ label }) => label).sort()).toEqual(["hat den Vorsitz von", "ist Mitglied von"]);
		expect([merged.notes.length, merged.marks.length, merged.party.topics.length]).toEqual([1, 1, 1]);
		expect(merged.marks[0]?.capacity).toContain("hat den Vorsitz von");
		await expect(office.page(two)).rejects.toThrow(NotFound);
		must(await undoMerge(office.world(), merge));
		expect(await everything([one, two])).toEqual(before);
		expect(codesOf(await undoMerge(office.world(), merge))).toEqual(["already-undone"]);
	});

	it("of two merges the later is undone first; what changed since stays", async () => {
		const [one, two, three] = [
			await office.person(),
			await office.person({ email: "zwei@post.example" }),
			await office.person(),
		];
		const choices = { name: "survivor", email: "merged", phone: "survivor" } as const;
		const first = must(await mergeParties(office.world(), { survivorId: one, mergedId: two, choices }));
		const later = must(
			await mergeParties(office.world(office.guide, new Date("2026-11-22T11:00:00Z")), {
				survivorId: one,
				mergedId: three,
				choices: { ...choices, email: "survivor" },
			}),
		);
		expect(codesOf(await undoMerge(office.world(), first))).toEqual(["later-first"]);
		must(await undoMerge(office.world(), later));
		await office.db.networkParty.update({ where: { id: one }, data: { email: "neu@post.example" } });
		must(await undoMerge(office.world(), first));
		expect((await office.page(one)).party.email).toBe("neu@post.example");
		expect(
			codesOf(await mergeParties(office.world(), { survivorId: one, mergedId: await office.organisation(), choices })),
		).toEqual(["not-alike"]);
	});
});
