import { beforeAll, describe, expect, it } from "vitest";
import { link } from "~/domains/trace/index.server";
import { command } from "~/platform/act.server";
import { type Actor, guest, type Role } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { done, Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { resolution } from "~tests/factories/council";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { correctResolution } from "./commands/correct-resolution.server";
import { keepCopy } from "./commands/keep-copy.server";
import { markLink } from "./commands/mark-link.server";
import { publishResolution } from "./commands/publish-resolution.server";
import { relateResolution, unrelateResolution } from "./commands/relate-resolution.server";
import { manifest } from "./manifest.server";
import { resolutionById } from "./queries/find-resolution.server";
import { placeOfResolution } from "./queries/place-of-resolution.server";
import { isBoundAbout, listResolutions, managedResolutions, resolutionsAbout } from "./queries/resolution-list.server";
import { correctPage, resolutionPage } from "./queries/resolution-page.server";

const now = new Date("2026-11-22T10:00:00Z");
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let hidden: Awaited<ReturnType<typeof place>>;
let staff: Actor & { kind: "person" };
let stranger: Actor;
let elsewhere: Actor;

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	mayen = await place(db, now);
	hidden = await place(db, now, { slug: "verborgen", name: "Verborgen", open: false });
	const person = async (name: string, role: Role, at: string) =>
		personWith([role], at, { personId: await human(db, now, name), displayName: name });
	staff = await person("Petra", "staff", mayen.organisationId);
	stranger = await person("Knut", "organisation-admin", hidden.organisationId);
	elsewhere = stranger;
});

const world = (actor: Actor = staff, at = now) => worldOf(db, actor, at);
let titles = 0;
const fresh = (given: Partial<Parameters<typeof resolution>[1]> = {}, actor = staff) =>
	resolution(world(actor), { organisationId: mayen.organisationId, title: `Beschluss Nummer ${++titles}`, ...given });
const codesOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code);
const all = { organisationId: "", outcome: null, unfunded: false, words: "", page: 1 };

describe("writing down", () => {
	it("keeps a resolution as it was: adopted without item 7, not funded, with its votes", async () => {
		const { code } = await fresh({
			outcome: "partial",
			exceptItems: "Ziffer 7",
			funding: "unfunded",
			voting: "counted",
			votes: { for: 19, against: 6, abstentions: null },
		});
		expect(await resolutionPage(world(guest), code.toLowerCase())).toMatchObject({
			outcome: "partial",
			exceptItems: "Ziffer 7",
			funding: "unfunded",
			votes: { for: 19, against: 6, abstentions: 0 },
			sessionOn: "2026-11-21",
		});
		const { resolutions } = await listResolutions(world(guest), {
			...all,
			organisationId: mayen.organisationId,
			unfunded: true,
		});
		expect(resolutions.map((one) => one.code)).toContain(code);
		const found = await manifest.subjects?.resolution?.findByCode?.(world(guest), code);
		const shown = await manifest.subjects?.resolution?.resolve(world(guest), [found ?? ""]);
		expect(shown?.get(found ?? "")?.state).toBe("angenommen ohne Ziffer 7 – beschlossen, aber nicht finanziert");
	});

	it("has its place around the page, for whoever may see the resolution", async () => {
		const shown = await fresh();
		const unseen = await fresh({ published: false });
		expect(await placeOfResolution(world(guest), `/beschluss/${shown.code.toLowerCase()}`)).toBe("mayen");
		expect(await placeOfResolution(world(guest), `/beschluss/${unseen.code}`)).toBeNull();
		expect(await placeOfResolution(world(), `/beschluss/${unseen.code}`)).toBe("mayen");
		for (const path of ["/beschluss", "/beschluss/GIBTSNIE"]) {
			expect(await placeOfResolution(world(guest), path)).toBeNull();
		}
	});

	it("refuses what does not hold together, all of it at once, and leaves no trace", async () => {
		const before = await db.resolution.count();
		await expect(fresh({ daysAgo: -1, effect: null, voting: "counted" })).rejects.toThrow(
			"refused: day-in-future, votes-missing, effect-missing",
		);
		expect(await db.resolution.count()).toBe(before);
	});

	it("is not for strangers or guests, and not about what is not there", async () => {
		await expect(resolution(world(stranger), { organisationId: mayen.organisationId })).rejects.toThrow(Forbidden);
		await expect(resolution(world(guest), { organisationId: mayen.organisationId })).rejects.toThrow(SignInNeeded);
		await expect(managedResolutions(world(stranger), { place: "mayen", page: 1 })).rejects.toThrow(Forbidden);
		await expect(fresh({ about: { kind: "resolution", id: newId(now) } })).rejects.toThrow(NotFound);
	});

	it("makes one of a form sent twice at once", async () => {
		const both = await Promise.allSettled([fresh({ title: "Zweimal" }), fresh({ title: "Zweimal" })]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await db.resolution.count({ where: { title: "Zweimal" } })).toBe(1);
	});

	it("the database says the rules once more", async () => {
		const { id } = await fresh();
		const set = (data: object) => db.resolution.update({ where: { id }, data });
		await expect(set({ outcome: "refused" })).rejects.toThrow();
		await expect(set({ outcome: "partial" })).rejects.toThrow();
		await expect(set({ deviation: "deviates" })).rejects.toThrow();
		await expect(set({ unanimous: true, votesFor: 1, votesAgainst: 0, abstentions: 0 })).rejects.toThrow();
	});
});

describe("publishing", () => {
	it("is read by nobody else before, and by everybody after", async () => {
		const { id, code } = await fresh({ published: false });
		await expect(resolutionPage(world(guest), code)).rejects.toThrow(NotFound);
		await expect(resolutionPage(world(stranger), code)).rejects.toThrow(NotFound);
		expect((await resolutionPage(world(), code)).isPublic).toBe(false);
		expect(await manifest.subjects?.resolution?.searchText?.(db, id)).toBeNull();
		await expect(publishResolution(world(stranger), { id })).rejects.toThrow(Forbidden);
		must(await publishResolution(world(), { id }));
		expect(codesOf(await publishResolution(world(), { id }))).toEqual(["already-published"]);
		expect((await resolutionPage(world(guest), code)).isPublic).toBe(true);
		expect(await manifest.subjects?.resolution?.searchText?.(db, id)).toMatchObject({ isPublic: true });
	});

	it("wants to know first whether a recommendation is followed", async () => {
		const recommendation = { kind: "recommendation", id: newId(now) };
		const { id } = await fresh({ published: false });
		await command("probe.link", async (acting) => {
			await link(acting, { from: recommendation, relation: "put-to-council", to: { kind: "resolution", id } });
			acting.record({ type: "probe.linked", subject: { kind: "resolution", id }, ownerId: mayen.organisationId });
			return done(null);
		})(world(), null);
		expect(codesOf(await publishResolution(world(), { id }))).toEqual(["deviation-missing"]);
		const { values } = await correctPage(world(), { place: "mayen", code: (await resolutionById(world(), id)).code });
		must(
			await correctResolution(world(), {
				...told(values),
				deviation: "deviates",
				deviationReason: "Zu teuer.",
				id,
				revision: 1,
				correctionNote: "",
			}),
		);
		must(await publishResolution(world(), { id }));
		const [shown] = await resolutionsAbout(world(guest), recommendation);
		expect(shown).toMatchObject({ deviation: "deviates", deviationReason: "Zu teuer." });
	});

	it("is refused while the organisation has no open place", async () => {
		const made = await resolution(world(elsewhere), { organisationId: hidden.organisationId, published: false });
		expect(codesOf(await publishResolution(world(elsewhere), { id: made.id }))).toEqual(["no-space"]);
	});
});

/** The form's values as the act takes them. */
function told(values: Record<string, string>) {
	return {
		title: values.title ?? "",
		body: values.body ?? "",
		sessionOn: values.sessionOn ?? "",
		agendaItem: "",
		paperNumber: "",
		address: values.address ?? "",
		outcome: "adopted" as const,
		exceptItems: "",
		effect: "binds" as const,
		funding: "funded" as const,
		voting: "unanimous" as const,
		votes: { for: null, against: null, abstentions: null },
		summary: values.summary ?? "",
		wording: "",
		deviation: null as "follows" | "deviates" | null,
		deviationReason: "",
	};
}

it("only what is published and binds opens „Mitentscheiden“", async () => {
	const about = { kind: "resolution", id: (await fresh()).id };
	await fresh({ about, effect: "intends" });
	const binding = await fresh({ about, published: false });
	expect(await isBoundAbout(world(guest), about)).toBe(false);
	must(await publishResolution(world(), { id: binding.id }));
	expect(await isBoundAbout(world(guest), about)).toBe(true);
});

describe("correcting", () => {
	it("says what was wrong once it is public; who read an older version is refused", async () => {
		const { id, code } = await fresh();
		const { values } = await correctPage(world(), { place: "mayen", code });
		const change = { ...told(values), title: "Berichtigter Titel", id, revision: 1 };
		expect(codesOf(await correctResolution(world(), { ...change, correctionNote: "" }))).toEqual([
			"correction-note-missing",
		]);
		must(await correctResolution(world(), { ...change, correctionNote: "Der Titel war falsch." }));
		expect(await resolutionPage(world(guest), code)).toMatchObject({
			title: "Berichtigter Titel",
			correctionNote: "Der Titel war falsch.",
			correctedAt: now,
		});
		expect(codesOf(await correctResolution(world(), { ...change, correctionNote: "Noch einmal" }))).toEqual([
			"changed-meanwhile",
		]);
	});

	it("a new address has not been checked yet", async () => {
		const { id, code } = await fresh({ address: "https://ris.example.org/vo0050.php?__kvonr=170" });
		must(await markLink(world(), { id, state: "gone" }));
		expect((await resolutionPage(world(guest), code)).linkState).toBe("gone");
		const { values } = await correctPage(world(), { place: "mayen", code });
		const moved = {
			...told(values),
			address: "https://ris.example.org/neu",
			id,
			revision: 1,
			correctionNote: "Neue Adresse",
		};
		must(await correctResolution(world(), moved));
		expect(await resolutionPage(world(guest), code)).toMatchObject({ linkState: "unchecked", linkCheckedAt: null });
		const bare = await fresh();
		expect(codesOf(await markLink(world(), { id: bare.id, state: "ok" }))).toEqual(["address-missing"]);
	});
});

describe("what lay before the body", () => {
	it("is tied by its short code, once, and untied again", async () => {
		const [later, earlier] = [await fresh(), await fresh()];
		const relate = (code: string) => relateResolution(world(), { id: later.id, code });
		expect(codesOf(await relate("XXXXXXXX"))).toEqual(["code-unknown"]);
		expect(codesOf(await relate(later.code))).toEqual(["code-unknown"]);
		must(await relate(earlier.code));
		expect(codesOf(await relate(earlier.code))).toEqual(["already-related"]);
		expect((await resolutionPage(world(guest), later.code)).about).toMatchObject([
			{ kind: "resolution", href: `/beschluss/${earlier.code}` },
		]);
		const about = { kind: "resolution", id: earlier.id };
		await expect(unrelateResolution(world(stranger), { id: later.id, about })).rejects.toThrow(Forbidden);
		must(await unrelateResolution(world(), { id: later.id, about }));
		expect(codesOf(await unrelateResolution(world(), { id: later.id, about }))).toEqual(["not-related"]);
	});

	it("of which a draft shows nothing to others", async () => {
		const draft = await fresh({ published: false });
		const shown = await fresh();
		must(await relateResolution(world(), { id: shown.id, code: draft.code }));
		expect((await resolutionPage(world(guest), shown.code)).about).toEqual([]);
		expect(await resolutionsAbout(world(guest), { kind: "resolution", id: draft.id })).toHaveLength(1);
	});
});

it("a copy keeps its checksum and its day; a draft's copy is the staff's", async () => {
	const { id, code } = await fresh({ published: false });
	expect(codesOf(await keepCopy(world(), { id, files: [] }))).toEqual(["file-missing"]);
	const stored = {
		id: newId(now),
		field: "copy",
		name: "niederschrift.pdf",
		mediaType: "application/pdf",
		bytes: 1234,
		sha256: "ab".repeat(32),
		width: null,
		height: null,
		hasThumbnail: false,
	};
	await expect(keepCopy(world(stranger), { id, files: [stored] })).rejects.toThrow(Forbidden);
	must(await keepCopy(world(), { id, files: [stored] }));
	expect((await resolutionPage(world(), code)).copies).toMatchObject([{ sha256: "ab".repeat(32), takenAt: now }]);
	const subject = manifest.subjects?.resolution;
	expect(await subject?.mayReadFiles?.(world(guest), id)).toBe(false);
	expect(await subject?.mayWriteFiles?.(world(guest), id)).toBe(false);
	must(await publishResolution(world(), { id }));
	expect(await subject?.mayReadFiles?.(world(guest), id)).toBe(true);
});

it("who wrote it down is forgotten, the resolution stays", async () => {
	const { id, code } = await fresh();
	expect(await manifest.personalData?.export(db, staff.personId)).toMatchObject({
		resolutionsWrittenDown: expect.arrayContaining([expect.objectContaining({ code })]),
	});
	await manifest.personalData?.erase(world(), staff.personId);
	expect((await db.resolution.findUniqueOrThrow({ where: { id } })).createdById).toBeNull();
});
