import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/platform/actor";
import { localText } from "~/platform/calendar.server";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { event } from "~tests/factories/events";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { announcedDisplay } from "~tests/factories/planning";
import { asked, survey } from "~tests/factories/surveys";
import { nextVersion, textProcess } from "~tests/factories/texts";
import { voteBetween } from "~tests/factories/votes";
import { freshDatabase, type TestDatabase } from "~tests/support/database";
import { changedSinceAsked, partsThatExist } from "../parts.server";
import { addAuthorities } from "../planning/commands/authorities.server";
import { takeBackPublication } from "../processes/commands/ask-publication.server";
import { saveOwnRecipe } from "../processes/commands/save-own-recipe.server";
import { newProcessPage } from "../processes/queries/new-process.server";
import { describeSurvey } from "../surveys/commands/edit-survey.server";
import { copyProcess } from "./copy-process.server";
import { askForWholePublication, publishWholeProcess } from "./publish-whole-process.server";
import { startProcess } from "./start-process.server";

const now = new Date("2026-10-01T10:00:00Z");
let db: TestDatabase;
let own: { organisationId: string; responsiblePostId: string };
let staff: World;
let colleague: World;

const as = (actor: Actor) => worldOf(db.db, actor, now);

beforeAll(async () => {
	db = await freshDatabase();
	const { organisationId, postId } = await place(db.db, now);
	own = { organisationId, responsiblePostId: postId };
	const manager = async (name: string) =>
		as(personWith(["participation-manager"], organisationId, { personId: await human(db.db, now, name) }));
	[staff, colleague] = [await manager("Petra"), await manager("Udo")];
});

describe("copying", () => {
	it("lays out the questions again, without answers and codes", async () => {
		const question = asked("single", { options: ["ja", "nein"] });
		const { processId } = await survey(staff, { ...own, questions: [question, asked("place", { title: "Wo?" })] });
		const copy = must(await copyProcess(staff, { id: processId, title: "Noch einmal" }));
		const [from, to] = await Promise.all(
			[processId, copy.id].map((id) => db.db.survey.findFirstOrThrow({ where: { processId: id } })),
		);
		expect(to?.questions).toEqual(from?.questions);
		expect(to?.code).not.toBe(from?.code);
		expect(await db.db.survey.count({ where: { processId: copy.id } })).toBe(1);
	});

	it("plans the events again on the days that correspond, at the same hour across the change of clocks", async () => {
		const made = await process(staff, { ...own, recipe: "event-series", title: "Werkstätten", published: false });
		// twelve days after the first day, in summer time
		const { opensAt } = await db.db.phase.findFirstOrThrow({
			where: { processId: made.id },
			orderBy: { opensAt: "asc" },
		});
		const startsAt = new Date(opensAt.getTime() + (12 * 24 + 18) * 3_600_000);
		await event(staff, { processId: made.id, startsAt, seats: 7 });
		const later = { ...staff, now: new Date("2026-11-10T10:00:00Z") };
		const copy = must(await copyProcess(later, { id: made.id, title: "Werkstätten im Winter" }));
		const copied = await db.db.processEvent.findFirstOrThrow({ where: { processId: copy.id } });
		const first = await db.db.phase.findFirstOrThrow({ where: { processId: copy.id }, orderBy: { opensAt: "asc" } });
		expect(localText(first.opensAt)).toBe("2026-11-24T00:00");
		expect(localText(copied.startsAt)).toBe("2026-12-06T18:00");
		expect(copied.endsAt.getTime() - copied.startsAt.getTime()).toBe(2 * 3_600_000);
		expect([copied.seats, copied.seatsTaken]).toEqual([7, 0]);
	});

	it("begins a plan with the same office and authorities, and nothing else of the other plan", async () => {
		const { processId } = await announcedDisplay(staff, { ...own, releasedBy: colleague.actor });
		must(await addAuthorities(staff, { processId, list: "Forstamt; forst@example.org" }));
		const copy = must(await copyProcess(staff, { id: processId, title: "Bebauungsplan 13" }));
		const plan = await db.db.planning.findUniqueOrThrow({
			where: { processId: copy.id },
			include: { authorities: true, displays: true },
		});
		expect(plan).toMatchObject({ name: "", stage: "begun", office: "Bauamt Mayen", displays: [] });
		expect(plan.authorities.map(({ name }) => name)).toEqual(["Forstamt"]);
	});
});

describe("a recipe of one's own", () => {
	const begun = async (world: World, recipe: string, ownId: string) => {
		const page = await newProcessPage(world, { place: "mayen", recipe, own: ownId, existing: partsThatExist });
		const { firstDay, lastDay, answeredUntil } = page.presets;
		return must(
			await startProcess(world, {
				...page.settings,
				...own,
				firstDay,
				lastDay,
				answeredUntil,
				copyOf: page.ownRecipe?.partsOf?.id,
				recipe: page.recipe,
				title: "Aus dem Muster",
				purpose: richTextFromMarkdown("Worum"),
				fixedPoints: richTextFromMarkdown("Fest"),
				openQuestions: richTextFromMarkdown("Offen"),
				decidedBy: "Stadtrat",
				deputyPostId: null,
				categories: [],
			}),
		);
	};
	const saved = async (processId: string, name: string) => {
		must(await saveOwnRecipe(staff, { processId, name }));
		return db.db.ownRecipe.findFirstOrThrow({ where: { name } });
	};

	it("takes questions along, and nothing of those who answered", async () => {
		const source = await survey(staff, { ...own, questions: [asked("single", { options: ["ja", "nein"] })] });
		const { id: recipeId } = await saved(source.processId, "Unsere Umfrage");
		const made = await begun(colleague, "survey", recipeId);
		const [from, to] = await Promise.all(
			[source.processId, made.id].map((id) => db.db.survey.findFirstOrThrow({ where: { processId: id } })),
		);
		expect(to?.questions).toEqual(from?.questions);
		expect(await db.db.surveyAnswer.count({ where: { surveyId: to?.id } })).toBe(0);
	});

	it("takes texts along, as they stand when it begins", async () => {
		const source = await textProcess(staff, { ...own, text: "Alter Wortlaut." });
		const { id: recipeId } = await saved(source.id, "Unsere Satzung");
		await nextVersion(staff, { textId: source.textId, text: "Neuer Wortlaut." });
		const made = await begun(staff, "comment-draft", recipeId);
		const blocks = await db.db.textBlock.findMany({ where: { version: { text: { processId: made.id } } } });
		expect(blocks.map(({ words }) => words)).toEqual(["Neuer Wortlaut."]);
	});

	it("takes the options of a vote along", async () => {
		const source = await process(staff, { ...own, recipe: "variant-vote", published: false });
		await voteBetween(staff, {
			processId: source.id,
			options: [{ title: "Brunnen" }, { title: "Bäume" }],
			frozen: false,
		});
		const made = await begun(staff, "variant-vote", (await saved(source.id, "Unsere Abstimmung")).id);
		const options = await db.db.voteOption.findMany({
			where: { vote: { box: { processId: made.id } } },
			orderBy: { number: "asc" },
		});
		expect(options.map(({ title }) => title)).toEqual(expect.arrayContaining(["Brunnen", "Bäume"]));
	});

	it("still begins when the process it came from is gone", async () => {
		const source = await process(staff, { ...own, recipe: "quick-poll", published: false });
		const recipe = await saved(source.id, "Ohne Herkunft");
		await db.db.ownRecipe.update({ where: { id: recipe.id }, data: { partsOfId: null } });
		const made = await begun(staff, "quick-poll", recipe.id);
		expect(await db.db.survey.count({ where: { processId: made.id } })).toBe(1);
	});
});

describe("a release covers the parts", () => {
	async function waiting() {
		const made = await survey(staff, {
			...own,
			questions: [asked("single", { options: ["ja", "nein"] })],
			published: false,
		});
		const ask = async (world: World) => {
			const { revision } = await db.db.process.findUniqueOrThrow({ where: { id: made.processId } });
			must(await askForWholePublication(world, { id: made.processId, revision, byMayor: false }));
			return revision;
		};
		return { ...made, ask, revision: await ask(staff) };
	}

	it("what was changed after it was asked for has to be asked for again", async () => {
		const { id, processId, revision, ask } = await waiting();
		expect(await changedSinceAsked(staff, processId)).toEqual([]);
		must(await describeSurvey(colleague, { id, title: "Etwas ganz anderes", intro: "" }));
		expect(await changedSinceAsked(staff, processId)).toEqual(["surveys"]);
		const before = await db.db.auditEvent.count();
		expect(await publishWholeProcess(colleague, { id: processId, revision })).toMatchObject({
			refusals: [{ code: "parts-changed" }],
		});
		expect(await db.db.auditEvent.count()).toBe(before);
		must(await takeBackPublication(colleague, { id: processId }));
		// who changed it asks, and somebody else releases
		await ask(colleague);
		expect(await publishWholeProcess(colleague, { id: processId, revision })).toMatchObject({
			refusals: [{ code: "wait-24-hours" }],
		});
		expect((await publishWholeProcess(staff, { id: processId, revision })).done).toBe(true);
	});

	it("a part that was changed and changed back is what was read", async () => {
		const { id, processId, revision } = await waiting();
		const { title, intro } = await db.db.survey.findUniqueOrThrow({ where: { id } });
		must(await describeSurvey(colleague, { id, title: "Anders", intro: "" }));
		must(await describeSurvey(colleague, { id, title, intro }));
		expect((await publishWholeProcess(colleague, { id: processId, revision })).done).toBe(true);
	});

	it("an event that is added counts as well", async () => {
		const { processId, revision } = await waiting();
		await event(colleague, { processId, title: `Werkstatt ${newId(now)}` });
		expect(await publishWholeProcess(colleague, { id: processId, revision })).toMatchObject({
			refusals: [{ code: "parts-changed" }],
		});
	});
});
