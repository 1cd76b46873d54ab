import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withPass } from "~/domains/accounts/index.server";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { copyProcess } from "../../commands/copy-process.server";
import { checkPoints } from "../check";
import { partKinds } from "../part";
import { daysOf } from "../phase";
import { processAt, processById } from "../queries/find-process.server";
import { helpByPlace } from "../queries/help.server";
import { newProcessPage } from "../queries/new-process.server";
import { ownRecipesOf } from "../queries/own-recipes.server";
import { waiting } from "../queries/waiting.server";
import { recipeKeys } from "../recipe";
import { answerCheck } from "./answer-check.server";
import { askForPublication, takeBackPublication } from "./ask-publication.server";
import { binProcess, emptyBin, restoreProcess } from "./bin-process.server";
import { addPhase, changePhase, removePhase } from "./change-phases.server";
import { createProcess } from "./create-process.server";
import { editProcess } from "./edit-process.server";
import { acceptHelp, askForHelp, endHelp, noteHours } from "./help-with-process.server";
import { publishProcess } from "./publish-process.server";
import { recordFirstVote } from "./record-first-vote.server";
import { recordGuidelines } from "./record-guidelines.server";
import { removeOwnRecipe, saveOwnRecipe } from "./save-own-recipe.server";

const now = new Date("2026-06-15T10:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let db: PrismaClient;
let county: Awaited<ReturnType<typeof place>>;
let helper: Actor;
let stranger: Actor;
/** A place of its own for every test, so that guidelines and holders of one do not touch another. */
let own: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let colleague: Actor;
let places = 0;

beforeAll(async () => {
	({ db } = await freshDatabase());
	county = await place(db, now, { slug: "kreis", name: "Landkreis" });
	helper = personWith(["participation-manager"], county.organisationId, { personId: await human(db, now, "Ina") });
	const far = await place(db, now, { slug: "fern", name: "Fern" });
	stranger = personWith(["participation-manager"], far.organisationId, { personId: await human(db, now, "Knut") });
});

beforeEach(async () => {
	places += 1;
	own = await place(db, now, { slug: `ort-${places}`, name: `Ort ${places}` });
	manager = personWith(["participation-manager"], own.organisationId, { personId: await human(db, now, "Petra") });
	colleague = personWith(["participation-manager"], own.organisationId, { personId: await human(db, now, "Kai") });
});

const world = (actor: Actor = manager, at = now) => worldOf(db, actor, at);
const draft = () =>
	process(world(), { organisationId: own.organisationId, responsiblePostId: own.postId, published: false });
const running = () => process(world(), { organisationId: own.organisationId, responsiblePostId: own.postId });
const code = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.done ? "done" : outcome.refusals?.[0]?.code;
const events = () => db.auditEvent.count();

describe("„Neues Verfahren“", () => {
	const texts = (page: Awaited<ReturnType<typeof newProcessPage>>) => ({
		title: "Etwas Neues",
		purpose: richTextFromMarkdown("Worum es geht."),
		fixedPoints: richTextFromMarkdown("Was feststeht."),
		openQuestions: richTextFromMarkdown(page.quick ? page.quickOpen : "Was offen ist."),
		decidedBy: page.presets.decidedBy || "Stadtrat",
		deputyPostId: null,
	});

	it.each(recipeKeys)("%s: what is preset, and the texts, make a publishable draft", async (recipe) => {
		await db.post.updateMany({ where: { id: own.deputyPostId }, data: { validUntil: new Date("2026-01-01") } });
		const page = await newProcessPage(world(), { place: own.slug, recipe, own: null, existing: partKinds });
		const { presets, settings } = page;
		expect(presets.responsiblePostId).toBe(own.postId);
		const { id } = must(
			await createProcess(world(), {
				...settings,
				...texts(page),
				organisationId: own.organisationId,
				recipe,
				firstDay: presets.firstDay,
				lastDay: presets.lastDay,
				answeredUntil: presets.answeredUntil,
				responsiblePostId: presets.responsiblePostId,
				categories: [],
			}),
		);
		must(await askForPublication(world(), { id, revision: 1, byMayor: false }));
	});

	it("begins with a recipe of one's own as it was saved, and offers nothing that does not exist", async () => {
		const { id } = await running();
		must(await saveOwnRecipe(world(), { processId: id, name: "Marktplatz" }));
		const [saved] = await ownRecipesOf(world(), own.organisationId);
		const wanted = { place: own.slug, recipe: "idea-collection", own: saved?.id ?? "", existing: partKinds };
		const page = await newProcessPage(world(), wanted);
		expect(page.presets).toMatchObject({ decidedBy: "Stadtrat", firstDay: "2026-06-22", lastDay: "2026-07-20" });
		await expect(newProcessPage(world(), { ...wanted, recipe: "variant-vote" })).rejects.toThrow(NotFound);
		const withoutVotes = partKinds.filter((kind) => kind !== "votes");
		const variants = { ...wanted, own: null, recipe: "variant-vote" };
		await expect(newProcessPage(world(), { ...variants, existing: withoutVotes })).rejects.toThrow(NotFound);
		expect((await newProcessPage(world(), variants)).recipe).toBe("variant-vote");
		await expect(newProcessPage(world(), { ...wanted, own: null, existing: [] })).rejects.toThrow(NotFound);
		await expect(newProcessPage(world(stranger), wanted)).rejects.toThrow(Forbidden);
	});
});

describe("phases", () => {
	const days = { firstDay: "2026-07-01", lastDay: "2026-07-03" };
	const walk = { title: "Rundgang", switches: ["comment" as const], ...days };

	it("are added, changed and removed, and stand in the order of their days", async () => {
		const { id } = await running();
		must(await addPhase(world(), { id, ...walk, firstDay: "2026-06-01", lastDay: "2026-06-02" }));
		const [first] = (await processById(world(), id)).phases;
		expect(first?.title).toBe("Rundgang");
		must(await changePhase(world(), { id, phaseId: first?.id ?? "", ...walk, switches: ["comment", "support"] }));
		const changed = (await processById(world(), id)).phases;
		expect(changed.map(({ title }) => title)).toEqual(["Ideen einreichen", "Rundgang", "Auswerten und antworten"]);
		expect(changed.map(({ position }) => position)).toEqual([0, 1, 2]);
		must(await removePhase(world(), { id, phaseId: first?.id ?? "" }));
		expect((await processById(world(), id)).phases).toHaveLength(2);
	});

	it("keep a day of 23 hours whole when the clock changes", async () => {
		const { id } = await draft();
		await db.process.update({ where: { id }, data: { answeredUntil: new Date("2027-09-01T00:00:00Z") } });
		must(await addPhase(world(), { id, ...walk, firstDay: "2027-03-28", lastDay: "2027-03-28" }));
		const phase = (await processById(world(), id)).phases.at(-1);
		expect(phase && phase.closesAt.getTime() - phase.opensAt.getTime()).toBe(23 * 3_600_000);
		expect(phase && daysOf(phase)).toEqual({ firstDay: "2027-03-28", lastDay: "2027-03-28" });
	});

	it("are refused where people would be answered before the end, or could not take part any more", async () => {
		const { id } = await running();
		const before = await events();
		expect(code(await addPhase(world(), { id, ...walk, lastDay: "2027-01-01" }))).toBe("answered-too-early");
		expect(code(await addPhase(world(), { id, ...walk, lastDay: "2026-06-30" }))).toBe("days-in-wrong-order");
		expect(code(await addPhase(world(), { id, ...walk, firstDay: "2026-02-30" }))).toBe("day-unknown");
		const [collect] = (await processById(world(), id)).phases;
		expect(code(await removePhase(world(), { id, phaseId: collect?.id ?? "" }))).toBe("missing-phase");
		expect(await events()).toBe(before);
	});

	it("of votes stand after the first vote, except for prolonging", async () => {
		const { id } = await running();
		must(await addPhase(world(), { id, ...walk, switches: ["vote"] }));
		const vote = (await processById(world(), id)).phases.find(({ switches }) => switches.includes("vote"));
		const phaseId = vote?.id ?? "";
		must(await changePhase(world(), { id, phaseId, ...walk, switches: ["vote"], firstDay: "2026-06-30" }));
		await db.$transaction(async (transaction) => {
			const acting = { ...world(), db: transaction, record: () => {}, later: () => {} };
			await recordFirstVote(acting, id);
			await recordFirstVote({ ...acting, now: later(1) }, id);
		});
		expect((await processById(world(), id)).firstVoteAt).toEqual(now);
		const changed = { id, phaseId, ...walk, switches: ["vote" as const], firstDay: "2026-06-30" };
		expect(code(await changePhase(world(), { ...changed, firstDay: "2026-06-29" }))).toBe("vote-has-begun");
		expect(code(await removePhase(world(), { id, phaseId }))).toBe("vote-has-begun");
		expect(code(await changePhase(world(), { ...changed, lastDay: "2026-07-07" }))).toBe("vote-has-begun");
		expect(code(await changePhase(world(), { ...changed, lastDay: "2026-07-06" }))).toBe("done");
	});
});

describe("the second person", () => {
	it("releases what was asked for, and everybody can read how", async () => {
		const { id } = await draft();
		must(await askForPublication(world(), { id, revision: 1, byMayor: false }));
		expect(code(await publishProcess(world(), { id, revision: 1 }))).toBe("wait-24-hours");
		expect((await waiting(world(colleague))).map(({ count }) => count)).toEqual([1]);
		expect(await waiting(world())).toEqual([]);
		must(await publishProcess(world(colleague), { id, revision: 1 }));
		const stored = await processById(world(), id);
		expect([stored.releasedHow, stored.publishedAt]).toEqual(["second-person", now]);
	});

	it("is the same person a day later only where there is no other", async () => {
		const { id } = await draft();
		must(await askForPublication(world(), { id, revision: 1, byMayor: false }));
		must(await publishProcess(world(manager, later(24)), { id, revision: 1 }));
		expect((await processById(world(), id)).releasedHow).toBe("same-person-after-24-hours");
	});

	it("releases nothing that was changed after the request, or taken back", async () => {
		const { id } = await draft();
		must(await askForPublication(world(), { id, revision: 1, byMayor: false }));
		must(await addPhase(world(), { id, title: "Abend", switches: [], firstDay: "2026-06-20", lastDay: "2026-06-20" }));
		expect(code(await publishProcess(world(colleague), { id, revision: 1 }))).toBe("not-waiting");
		must(await askForPublication(world(), { id, revision: 2, byMayor: false }));
		expect(code(await publishProcess(world(colleague), { id, revision: 1 }))).toBe("changed-meanwhile");
		must(await takeBackPublication(world(colleague), { id }));
		expect(code(await publishProcess(world(colleague), { id, revision: 2 }))).toBe("not-waiting");
	});

	it("can be the head by link, where a mailbox is known", async () => {
		const { id } = await draft();
		const ask = { id, revision: 1, byMayor: true };
		expect(code(await askForPublication(world(), ask))).toBe("no-head-mailbox");
		expect((await processById(world(), id)).releaseAskedAt).toBeNull();
		await db.post.create({
			data: {
				organisationId: own.organisationId,
				label: "Ortsbürgermeister",
				kind: "HEAD",
				mailbox: "leitung@example.org",
				validFrom: new Date("2020-01-01"),
			},
		});
		must(await askForPublication(world(), ask));
		const mail = await db.mail.findFirstOrThrow({
			where: { to: "leitung@example.org" },
			orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		});
		expect(mail.text).toContain("/freigabe-beteiligung/");
		const [, token = ""] = /freigabe-beteiligung\/([\w-]+)/.exec(mail.text) ?? [];
		const bearer = await withPass(world(guest), token, "participation.release-process");
		must(await publishProcess(bearer, { id, revision: 1 }));
		const stored = await processById(world(), id);
		expect([stored.releasedHow, stored.releasedById]).toEqual(["mayor-link", null]);
	});
});

describe("guidelines and their check", () => {
	const version = (checkDemanded: boolean, validFrom = "2026-01-01") =>
		recordGuidelines(world(), {
			organisationId: own.organisationId,
			kind: "rules",
			text: richTextFromMarkdown("Wir fragen früh."),
			resolution: null,
			address: null,
			validFrom,
			reviewOn: null,
			checkDemanded,
		});

	it("demand the check before anything is published, and the version in force is recorded", async () => {
		must(await version(true));
		const { id } = await draft();
		expect(code(await askForPublication(world(), { id, revision: 1, byMayor: false }))).toBe("check-incomplete");
		const bare = checkPoints.map((point) => ({ point, state: "done" as const, proof: " " }));
		expect(code(await answerCheck(world(), { id, answers: bare }))).toBe("proof-missing");
		must(await answerCheck(world(), { id, answers: bare.map((point) => ({ ...point, proof: "siehe Konzept" })) }));
		must(await askForPublication(world(), { id, revision: 1, byMayor: false }));
		must(await publishProcess(world(colleague), { id, revision: 1 }));
		must(await version(false, "2026-07-01"));
		const stored = await db.process.findUniqueOrThrow({ where: { id }, include: { guidelines: true } });
		expect(stored.guidelines?.version).toBe(1);
	});

	it("are numbered without gaps, also of two at once, and never begin before the version before them", async () => {
		const made = await Promise.all([version(false), version(false), version(true)]);
		expect(made.map((outcome) => must(outcome).version).sort()).toEqual([1, 2, 3]);
		expect(code(await version(false, "2025-12-31"))).toBe("begins-too-early");
		await expect(
			recordGuidelines(world(stranger), {
				organisationId: own.organisationId,
				kind: "rules",
				text: richTextFromMarkdown("x"),
				resolution: null,
				address: null,
				validFrom: "2026-01-01",
				reviewOn: null,
				checkDemanded: false,
			}),
		).rejects.toThrow(Forbidden);
	});
});

describe("the bin", () => {
	it("hides a draft, gives it back for 30 days, and empties itself afterwards", async () => {
		const { id, slug } = await draft();
		must(await binProcess(world(), { id }));
		const at = { place: own.slug, process: slug };
		await expect(processAt(world(), at)).rejects.toThrow(NotFound);
		must(await restoreProcess(world(), { id }));
		expect((await processAt(world(), at)).id).toBe(id);
		must(await binProcess(world(), { id }));
		const month = 30 * 24;
		expect(await emptyBin(world(house, later(month - 1)))).toBe(0);
		expect(code(await restoreProcess(world(manager, later(month)), { id }))).toBe("not-in-the-bin");
		expect(await emptyBin(world(house, later(month)))).toBe(1);
		expect(await emptyBin(world(house, later(month)))).toBe(0);
		expect(await db.process.count({ where: { id } })).toBe(0);
	});

	it("is not for strangers", async () => {
		const { id } = await draft();
		await expect(binProcess(world(stranger), { id })).rejects.toThrow(Forbidden);
		await expect(restoreProcess(world(guest), { id })).rejects.toThrow(SignInNeeded);
	});
});

describe("laying out again", () => {
	it("copies a process into a draft that begins in two weeks", async () => {
		const { id } = await running();
		const copy = must(await copyProcess(world(), { id, title: "Noch einmal" }));
		const [from, to] = [await processById(world(), id), await processById(world(), copy.id)];
		expect([to.publishedAt, to.decidedBy, to.categories, to.level]).toEqual([
			null,
			from.decidedBy,
			from.categories,
			from.level,
		]);
		expect(to.phases.map(({ title, switches }) => [title, switches])).toEqual(
			from.phases.map(({ title, switches }) => [title, switches]),
		);
		expect(to.phases[0] && daysOf(to.phases[0])).toEqual({ firstDay: "2026-06-29", lastDay: "2026-07-27" });
		await expect(copyProcess(world(stranger), { id, title: "Fremd" })).rejects.toThrow(Forbidden);
	});

	it("saves a recipe of the organisation, and takes it out of the list", async () => {
		const { id } = await running();
		must(await saveOwnRecipe(world(), { processId: id, name: "Marktplatz" }));
		const [saved] = await ownRecipesOf(world(), own.organisationId);
		expect([saved?.name, saved?.settings.days]).toEqual(["Marktplatz", { open: 29, answer: 39 }]);
		const chosen = { id: saved?.id ?? "", organisationId: own.organisationId };
		await expect(removeOwnRecipe(world(stranger), chosen)).rejects.toThrow(Forbidden);
		must(await removeOwnRecipe(world(), chosen));
		expect(await ownRecipesOf(world(), own.organisationId)).toEqual([]);
		await expect(removeOwnRecipe(world(), chosen)).rejects.toThrow(NotFound);
	});
});

describe("help by another organisation", () => {
	const ask = (processId: string, actor: Actor = manager) =>
		askForHelp(world(actor), { processId, helperId: county.organisationId, request: "Bitte beim Einrichten helfen." });
	/** The request for this process as the asked place finds it. */
	const helpId = async (slug: string) => {
		const { helps } = await helpByPlace(world(helper), { place: "kreis" });
		const rows = await db.processHelp.findMany({ where: { process: { slug, organisationId: own.organisationId } } });
		return helps.find(({ id, state }) => state === "asked" && rows.some((row) => row.id === id))?.id ?? "";
	};

	it("begins when it is accepted, ends when either side says so, and its hours are noted", async () => {
		const { id, slug } = await draft();
		const edit = () =>
			addPhase(world(helper), { id, title: "Abend", switches: [], firstDay: "2026-06-20", lastDay: "2026-06-20" });
		must(await ask(id));
		await expect(edit()).rejects.toThrow(Forbidden);
		await expect(processAt(world(helper), { place: own.slug, process: slug })).rejects.toThrow(NotFound);
		const help = await helpId(slug);
		await expect(acceptHelp(world(), { id: help })).rejects.toThrow(Forbidden);
		must(await acceptHelp(world(helper), { id: help }));
		must(await edit());
		const event = await db.auditEvent.findFirstOrThrow({ where: { type: "participation.phase.added", subjectId: id } });
		expect(event.onBehalfOfId).toBe(own.organisationId);
		must(await noteHours(world(helper), { id: help, day: "2026-06-14", minutes: 90, what: "Muster eingerichtet" }));
		const noted = { id: help, day: "2026-06-16", minutes: 5, what: "morgen" };
		expect(code(await noteHours(world(helper), noted))).toBe("day-in-future");
		must(await askForPublication(world(), { id, revision: 2, byMayor: false }));
		must(await publishProcess(world(helper), { id, revision: 2 }));
		expect((await processById(world(), id)).releasedHow).toBe("supporting-organisation");
		must(await endHelp(world(), { id: help }));
		await expect(edit()).rejects.toThrow(Forbidden);
		expect(code(await endHelp(world(helper), { id: help }))).toBe("help-not-possible");
	});

	it("is asked for once at a time, also by two at once, and never of oneself", async () => {
		const { id, slug } = await draft();
		const asked = await Promise.all([ask(id), ask(id, colleague)]);
		expect(asked.map(code).sort()).toEqual(["done", "help-asked-already"]);
		await expect(ask(id, stranger)).rejects.toThrow(Forbidden);
		const self = { processId: id, helperId: own.organisationId, request: "uns selbst" };
		expect(code(await askForHelp(world(), self))).toBe("helper-unknown");
		must(await endHelp(world(helper), { id: await helpId(slug) }));
		expect(code(await ask(id))).toBe("done");
	});

	it("does not let the helper ask on, bin, or take it along", async () => {
		const { id, slug } = await draft();
		must(await ask(id));
		must(await acceptHelp(world(helper), { id: await helpId(slug) }));
		await expect(ask(id, helper)).rejects.toThrow(Forbidden);
		await expect(saveOwnRecipe(world(helper), { processId: id, name: "Mitgenommen" })).rejects.toThrow(Forbidden);
		await expect(binProcess(world(helper), { id })).rejects.toThrow(Forbidden);
		const stored = await processById(world(), id);
		const values = {
			id,
			title: "Vom Kreis geändert",
			purpose: richTextFromMarkdown("a"),
			fixedPoints: richTextFromMarkdown("b"),
			openQuestions: richTextFromMarkdown("c"),
			decidedBy: "Rat",
			answeredUntil: "2026-12-01",
			responsiblePostId: stored.responsiblePostId ?? "",
			deputyPostId: null,
			moderation: "before" as const,
			guestsWelcome: true,
			categories: [],
			level: "consult" as const,
			costCents: null,
			easyLanguage: "",
			participating: [],
		};
		must(await editProcess(world(helper), values));
	});
});
