import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, process, published, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { processAt, processById } from "../queries/find-process.server";
import { processesInWork } from "../queries/processes-in-work.server";
import { archiveProcess } from "./archive-process.server";
import { askForPublication } from "./ask-publication.server";
import { binProcess } from "./bin-process.server";
import { addPhase } from "./change-phases.server";
import { editProcess } from "./edit-process.server";
import { makePreviewLink } from "./make-preview-link.server";
import { publishProcess } from "./publish-process.server";
import { recordPhaseChanges } from "./record-phase-changes.server";

const now = new Date("2026-06-15T10:00:00Z");
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: Actor;
let colleague: Actor;
let stranger: Actor;

beforeAll(async () => {
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: await human(db, now, "Petra") });
	colleague = personWith(["participation-manager"], mayen.organisationId, { personId: await human(db, now, "Kai") });
	stranger = personWith(["participation-manager"], koblenz.organisationId, { personId: await human(db, now, "Knut") });
});

const world = (actor: Actor = manager, at = now) => worldOf(db, actor, at);
const given = () => ({ organisationId: mayen.organisationId, responsiblePostId: mayen.postId });

async function change(id: string) {
	const stored = await processById(world(), id);
	return {
		id,
		title: stored.title,
		purpose: richTextFromMarkdown("Neu"),
		fixedPoints: richTextFromMarkdown("Fest"),
		openQuestions: richTextFromMarkdown("Offen"),
		decidedBy: "Stadtrat",
		answeredUntil: "2026-09-30",
		responsiblePostId: stored.responsiblePostId ?? "",
		deputyPostId: null,
		moderation: "after" as const,
		guestsWelcome: true,
		categories: [],
		level: "involve" as const,
		costCents: 150_000n,
		easyLanguage: "",
		participating: [],
	};
}

describe("the work of a day", () => {
	it("names what runs, not what is a draft or archived, and only to those who make processes", async () => {
		const town = await place(db, now, { slug: "mendig", name: "Mendig" });
		const at = { organisationId: town.organisationId, responsiblePostId: town.postId };
		const personId = await human(db, now, "Mira");
		const mira = personWith(["participation-manager"], town.organisationId, { personId });
		await process(world(mira), { ...at, title: "Läuft gerade" });
		const before = new Date("2026-05-01T10:00:00Z");
		await process(world(mira, before), {
			...at,
			title: "Antworten fehlen",
			days: { first: 1, last: 20, answered: 30 },
		});
		await process(world(mira), { ...at, title: "Noch ein Entwurf", published: false });
		const mine = await processesInWork(world(mira), { place: "mendig" });
		expect(mine?.newHref).toBe("/o/mendig/verwaltung/beteiligung/neu");
		expect(mine?.processes.map(({ title, state }) => [title, state]).sort()).toEqual([
			["Antworten fehlen", "Beendet"],
			["Läuft gerade", "Läuft"],
		]);
		expect(mine?.processes.find(({ title }) => title === "Läuft gerade")?.next).toContain("6.\u00a0Juli 2026");
		const moderator = personWith(["moderator"], town.organisationId, { personId });
		expect(await processesInWork(world(moderator), { place: "mendig" })).toBeNull();
		await expect(processesInWork(world(stranger), { place: "mendig" })).rejects.toThrow(Forbidden);
	});
});

describe("making and publishing", () => {
	it("makes a draft with the phases of its recipe, which strangers do not see", async () => {
		const { id, slug } = await process(world(), { ...given(), published: false });
		const stored = await processById(world(), id);
		expect(stored.phases.map(({ title, switches }) => [title, switches])).toEqual([
			["Ideen einreichen", ["contribute", "comment", "support"]],
			["Auswerten und antworten", ["results"]],
		]);
		expect(stored.phases[0]?.closesAt).toEqual(stored.phases[1]?.opensAt);
		for (const actor of [guest, stranger]) {
			await expect(processAt(world(actor), { place: "mayen", process: slug })).rejects.toThrow(NotFound);
		}
		expect((await processAt(world(), { place: "mayen", process: slug })).id).toBe(id);
	});

	it("gives two processes of one title two addresses, also at once", async () => {
		const made = await Promise.all(
			[1, 2, 3].map(() => process(world(), { ...given(), title: "Gleicher Titel", published: false })),
		);
		expect(made.map(({ slug }) => slug).sort()).toEqual(["gleicher-titel", "gleicher-titel-2", "gleicher-titel-3"]);
	});

	it("opens a draft to the preview link only, and the older link no longer", async () => {
		const { id, slug } = await process(world(), { ...given(), published: false });
		const first = must(await makePreviewLink(world(), { id }));
		const second = must(await makePreviewLink(world(), { id }));
		const at = { place: "mayen", process: slug };
		await expect(processAt(world(guest), { ...at, preview: first.token })).rejects.toThrow(NotFound);
		expect((await processAt(world(guest), { ...at, preview: second.token })).id).toBe(id);
		await published(world(), { id, organisationId: mayen.organisationId });
		expect((await processById(world(), id)).previewTokenHash).toBeNull();
	});

	it("refuses to publish with every missing part, and leaves no trace", async () => {
		const { id } = await process(world(), { ...given(), purpose: " ", fixedPoints: " ", published: false });
		const events = await db.auditEvent.count();
		const outcome = await askForPublication(world(), { id, revision: 1, byMayor: false });
		expect(outcome).toEqual({
			done: false,
			refusals: [{ code: "missing-purpose" }, { code: "missing-fixed-points" }],
		});
		expect((await processById(world(), id)).releaseAskedAt).toBeNull();
		expect(await db.auditEvent.count()).toBe(events);
	});

	it("publishes once, of two at once", async () => {
		const { id } = await process(world(), { ...given(), published: false });
		must(await askForPublication(world(), { id, revision: 1, byMayor: false }));
		const outcomes = await Promise.all([1, 2].map(() => publishProcess(world(colleague), { id, revision: 1 })));
		expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
	});

	it("refuses days that are none, in the wrong order, and posts of others", async () => {
		const strange = await place(db, now, { slug: "bendorf", name: "Bendorf" });
		await expect(process(world(), { ...given(), responsiblePostId: strange.postId })).rejects.toThrow("post-unknown");
		await expect(process(world(), { ...given(), days: { first: 5, last: 4, answered: 9 } })).rejects.toThrow(
			"wrong-order",
		);
		await expect(process(world(), { ...given(), days: { first: 1, last: 4, answered: 2 } })).rejects.toThrow(
			"too-early",
		);
	});
});

describe("changing", () => {
	it("keeps the whole frame of a published process", async () => {
		const { id } = await process(world(), given());
		const whole = await change(id);
		must(await editProcess(world(), whole));
		const changed = await processById(world(), id);
		expect([changed.level, changed.costCents, changed.revision]).toEqual(["involve", 150_000n, 2]);
		const outcome = await editProcess(world(), { ...whole, fixedPoints: richTextFromMarkdown("") });
		expect(outcome).toEqual({
			done: false,
			refusals: [{ code: "missing-fixed-points", field: "fixedPoints" }],
		});
	});
});

describe("who may do what, in every case", () => {
	const acts = {
		change: async (actor: Actor, id: string, at: Date) => editProcess(world(actor, at), await change(id)),
		ask: (actor: Actor, id: string, at: Date) =>
			askForPublication(world(actor, at), { id, revision: 1, byMayor: false }),
		publish: (actor: Actor, id: string, at: Date) => publishProcess(world(actor, at), { id, revision: 1 }),
		"add a phase": (actor: Actor, id: string, at: Date) =>
			addPhase(world(actor, at), {
				id,
				title: "Rundgang",
				firstDay: "2026-06-20",
				lastDay: "2026-06-20",
				switches: ["comment"],
			}),
		bin: (actor: Actor, id: string, at: Date) => binProcess(world(actor, at), { id }),
		archive: (actor: Actor, id: string, at: Date) => archiveProcess(world(actor, at), { id }),
		preview: (actor: Actor, id: string, at: Date) => makePreviewLink(world(actor, at), { id }),
	};
	type Case = "exists" | "before" | "draft" | "archived" | "hidden organisation";
	const table: [keyof typeof acts, Case, string][] = [
		["change", "exists", "done"],
		["change", "before", "done"],
		["change", "draft", "done"],
		["change", "archived", "process-archived"],
		["change", "hidden organisation", "done"],
		["publish", "exists", "already-published"],
		["publish", "before", "already-published"],
		["publish", "draft", "not-waiting"],
		["publish", "archived", "already-published"],
		["publish", "hidden organisation", "no-space"],
		["archive", "exists", "done"],
		["archive", "before", "done"],
		["archive", "draft", "not-to-archive"],
		["archive", "archived", "not-to-archive"],
		["archive", "hidden organisation", "not-to-archive"],
		["ask", "exists", "already-published"],
		["ask", "before", "already-published"],
		["ask", "draft", "done"],
		["ask", "archived", "already-published"],
		["ask", "hidden organisation", "done"],
		["add a phase", "exists", "done"],
		["add a phase", "before", "done"],
		["add a phase", "draft", "done"],
		["add a phase", "archived", "process-archived"],
		["add a phase", "hidden organisation", "done"],
		["bin", "exists", "already-published"],
		["bin", "before", "already-published"],
		["bin", "draft", "done"],
		["bin", "archived", "already-published"],
		["bin", "hidden organisation", "done"],
		["preview", "before", "already-published"],
		["preview", "hidden organisation", "done"],
		["preview", "exists", "already-published"],
		["preview", "draft", "done"],
		["preview", "archived", "already-published"],
	];
	it.each(table)("%s, %s: %s", async (act, which, expected) => {
		const hidden = which === "hidden organisation";
		const own = hidden
			? await place(db, now, { slug: `zu-${act.replaceAll(" ", "-")}`, name: act, open: false })
			: mayen;
		const actor = hidden
			? personWith(["participation-manager"], own.organisationId, { personId: await human(db, now, "Uwe") })
			: manager;
		const { id } = await process(world(actor), {
			organisationId: own.organisationId,
			responsiblePostId: own.postId,
			published: which !== "draft" && !hidden,
			...(which === "before" && { days: { first: 3, last: 9, answered: 20 } }),
		});
		if (which === "archived") must(await archiveProcess(world(), { id }));
		const outcome = await acts[act](actor, id, now);
		expect(outcome.done ? "done" : outcome.refusals[0]?.code).toBe(expected);
	});

	it.each(Object.keys(acts) as (keyof typeof acts)[])(
		"%s is not a stranger's, a guest's or a member's",
		async (act) => {
			const { id } = await process(world(), { ...given(), published: false });
			const moderator = personWith(["moderator", "staff", "member"], mayen.organisationId, {
				personId: await human(db, now, "M"),
			});
			await expect(acts[act](stranger, id, now)).rejects.toThrow(Forbidden);
			await expect(acts[act](moderator, id, now)).rejects.toThrow(Forbidden);
			await expect(acts[act](guest, id, now)).rejects.toThrow(SignInNeeded);
		},
	);
});

describe("phases", () => {
	it("records opening and closing once each, also when late", async () => {
		const { id } = await process(world(), { ...given(), days: { first: 1, last: 3, answered: 10 } });
		const events = (type: string) => db.auditEvent.count({ where: { type, subjectId: id } });
		const later = (days: number) => world(house, new Date(now.getTime() + days * 86_400_000));
		await recordPhaseChanges(later(0));
		expect(await events("participation.phase.opened")).toBe(0);
		await Promise.all([recordPhaseChanges(later(2)), recordPhaseChanges(later(2))]);
		await recordPhaseChanges(later(2));
		expect([await events("participation.phase.opened"), await events("participation.phase.closed")]).toEqual([1, 0]);
		await recordPhaseChanges(later(400));
		expect([await events("participation.phase.opened"), await events("participation.phase.closed")]).toEqual([2, 2]);
	});
});
