import type { Page } from "@playwright/test";
import { opened, sent } from "../../support/bad-input";
import { releaseClock } from "../../support/clock";
import { inOrder, press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { pictureWithPlace } from "../../support/upload-samples";
import { beginTimeline, close, closeTooEarly, makeByRecipe, release } from "../../support/whole-process";
import { write } from "../../support/write";

const place = "mendig";
const mark = Date.now();
const guest = (name: string) => `${name}-${mark}@example.org`;

/** Whoever votes as a guest is known by a code from a mail; the link in it opens the ballot paper too. */
async function openPaper(page: Page, box: string, email: string): Promise<void> {
	await page.goto(`${box}/abstimmen`);
	await page.locator('input[name="email"]').fill(email);
	await press(page, "Code schicken");
	const { subject } = await newestMail(page, email);
	await page.locator('input[name="code"]').fill(/\b\d{6}\b/.exec(subject)?.[0] ?? "");
	await press(page, "Stimmzettel öffnen");
}

async function cast(page: Page): Promise<string> {
	await press(page, "Weiter: prüfen und abgeben");
	await press(page, "Verbindlich abgeben");
	return (await page.locator("[data-receipt]").innerText()).trim();
}

/** One more voter, by the same forms but without a browser. */
async function vote(page: Page, box: string, email: string, ticks: [string, string][]): Promise<void> {
	const { request } = page;
	await sent(request, `${box}/abstimmen`, [...(await opened(request, `${box}/abstimmen`)), ["email", email]]);
	const { links } = await newestMail(page, email);
	const paper = new URL(links.find((link) => /\/(abstimmen|stimmzettel)\/[\w-]{20,}$/.test(link)) ?? "").pathname;
	await sent(request, paper, [...(await opened(request, paper)), ...ticks, ["weiter", "pruefen"]]);
	const done = await sent(request, `${paper}/abgeben`, await opened(request, `${paper}/abgeben`));
	expect(done.status, `${email} votes in ${box}`).toBe(303);
}

/** Types a paper form in: what was ticked, and perhaps a photo. */
async function typeIn(staff: Page, survey: string, answer: string, photo?: Buffer): Promise<void> {
	await staff.goto(`${survey}/eingeben`);
	await staff.getByLabel(answer, { exact: true }).check();
	if (photo) {
		const file = { name: "bogen.jpg", mimeType: "image/jpeg", buffer: photo };
		await staff.locator('input[type="file"]').setInputFiles(file);
	}
	await press(staff, "Bogen speichern");
	await expect(staff.locator("main")).toContainText("Schreiben Sie sie auf den Bogen.");
}

/** Answers a survey with one question and hands it in, as a guest with a code or as who is signed in. */
async function answer(citizen: Page, survey: string, option: string, email?: string): Promise<void> {
	await citizen.goto(survey);
	await press(citizen, "Umfrage beginnen");
	await citizen.getByLabel(option, { exact: true }).check();
	await press(citizen, "Speichern und weiter");
	if (email) {
		await citizen.getByLabel("E-Mail-Adresse").fill(email);
		await citizen.getByRole("checkbox").check();
		await press(citizen, "Code zuschicken");
		const { codes } = await newestMail(citizen, email);
		await citizen.getByLabel("Code aus der Nachricht").fill(codes.find((code) => code.length === 6) ?? "");
	}
	await press(citizen, email ? "Antworten abgeben" : "Jetzt abgeben");
	await expect(citizen.getByRole("heading", { level: 1, name: "Vielen Dank, Ihre Antworten sind da" })).toBeVisible();
}

test("budget, vote, survey and quick poll, each from its recipe to its closing @clock", async ({ page, another }) => {
	const frame = {
		place,
		purpose: "Der Platz vor dem Rathaus wird neu.",
		fixedPoints: "Der Markt bleibt.",
		openQuestions: "Was noch dort stehen soll.",
	};
	try {
		const { day, turnTo } = await beginTimeline(page, 250);
		const days = { firstDay: day(0), lastDay: day(3), answeredUntil: day(30) };

		// day 0: staff without scripts, the second person with
		const staff = await another({ scripts: false });
		await signIn(staff, "thoennes@mendig.example", { fresh: true });
		const colleague = page;
		await signIn(colleague, "rausch@mendig.example", { fresh: true });

		const variants = await makeByRecipe(staff, {
			...frame,
			...days,
			recipe: "Abstimmung über Varianten",
			title: `Platz ${mark}`,
		});
		const ballot = `${variants.hub}/abstimmung/1`;
		for (const title of ["Brunnen", "Bäume"]) {
			await staff.goto(`${ballot}/varianten/neu`);
			await staff.locator('input[name="title"]').fill(title);
			await press(staff, "Speichern");
		}
		await staff.goto(`${ballot}/festlegen`);
		await staff.getByRole("checkbox").check();
		await press(staff, "Los ziehen und Regel festlegen");
		await release(staff, colleague, variants);

		const money = await makeByRecipe(staff, { ...frame, ...days, recipe: "Bürgerhaushalt", title: `Geld ${mark}` });
		const budget = `${money.hub}/budget/1`;
		await staff.goto(`${budget}/einstellungen`);
		await staff.locator('input[name="amount"]').fill("10.000");
		await press(staff, "Speichern");
		await release(staff, colleague, money);

		const survey = await makeByRecipe(staff, { ...frame, ...days, recipe: "Umfrage", title: `Bus ${mark}` });
		await staff.goto(`${survey.hub}/umfrage/1`);
		await staff.getByRole("link", { name: "Eine Antwort", exact: true }).click();
		await staff.locator('input[name="title"]').fill("Fahren Sie Bus?");
		await staff.locator('textarea[name="options"]').fill("ja\nnein");
		await press(staff, "Frage speichern");
		await staff.getByRole("link", { name: "Datei", exact: true }).click();
		await staff.locator('input[name="title"]').fill("Haben Sie ein Foto?");
		await press(staff, "Frage speichern");
		await release(staff, colleague, survey);

		const question = `Wann soll Markt sein (${mark})?`;
		const { openQuestions: _, ...quick } = frame;
		const poll = await makeByRecipe(staff, { ...quick, ...days, recipe: "Schnelle Umfrage", title: question });
		// a quick poll asks what it is called; only the answers are missing
		await staff.goto(`${poll.hub}/umfrage/1`);
		await staff.getByRole("link", { name: question, exact: true }).last().click();
		await staff.locator('textarea[name="options"]').fill("morgens\nabends");
		await press(staff, "Frage speichern");
		await release(staff, colleague, poll);

		// people propose; staff takes the proposal up, adds its own, has all of them checked and freezes the rule
		const idea = `Sitzbänke ${mark}`;
		const plain = await another({ scripts: false });
		await plain.goto(`${money.open}/beitragen`);
		await plain.locator('input[name="title"]').fill(idea);
		await write(plain, "Ihr Beitrag", "Wer wartet, will sitzen.");
		await plain.waitForTimeout(2_100);
		await press(plain, "Speichern und weiter");
		await plain.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(guest("bernd"));
		await press(plain, "Code zuschicken");
		const { codes } = await newestMail(plain, guest("bernd"));
		await plain.getByLabel("Code aus der Nachricht").fill(codes.find((code) => code.length === 6) ?? "");
		await press(plain, "Beitrag einreichen");
		await staff.goto(`/o/${place}/verwaltung/moderation`);
		await press(staff, `Veröffentlichen: ${idea}`);
		await staff.goto(`${budget}/beitraege`);
		await staff.getByLabel(idea).check();
		await press(staff, "Übernehmen");
		for (const title of ["Trinkbrunnen am Markt", "Fahrradständer am Rathaus"]) {
			await staff.goto(`${budget}/vorhaben/neu`);
			await staff.locator('input[name="title"]').fill(title);
			await staff.locator('textarea[name="summary"]').fill("Steht neben dem Eingang des Rathauses.");
			await press(staff, "Speichern");
		}
		for (const [number, cost] of [
			["1", "6.000"],
			["2", "5.000"],
			["3", "3.000"],
		] as const) {
			await staff.goto(`${budget}/vorhaben/${number}/pruefung`);
			await staff.getByLabel("Machbar", { exact: true }).check();
			await staff.locator('textarea[name="reason"]').fill("Das Bauamt kann es bauen.");
			await staff.locator('input[name="cost"]').fill(cost);
			await press(staff, "Prüfung speichern");
		}
		await staff.goto(`${budget}/festlegen`);
		await staff.getByRole("checkbox").check();
		await press(staff, "Los ziehen und Regel festlegen");

		// paper forms of those without a computer, one with a photo
		const forms = `${survey.hub}/umfrage/1`;
		await typeIn(staff, forms, "ja", await pictureWithPlace(60, 40));
		await typeIn(staff, forms, "ja");
		await typeIn(staff, forms, "ja");

		// day 3: everybody votes
		await turnTo(3);
		const box = { vote: `${variants.open}/abstimmung/1`, budget: `${money.open}/budget/1` };
		const citizen = await another();
		await signIn(citizen, "m.yildiz@post.example", { fresh: true });
		await citizen.goto(variants.open);
		await inOrder(citizen);
		await citizen.goto(`${box.vote}/abstimmen`);
		await press(citizen, "Stimmzettel öffnen");
		await inOrder(citizen);
		await citizen.getByRole("radio", { name: /Bäume/ }).check();
		const receipt = await cast(citizen);
		await openPaper(plain, box.vote, guest("bernd-platz"));
		await plain.getByRole("radio", { name: /Brunnen/ }).check();
		await cast(plain);
		await citizen.goto(`${box.budget}/abstimmen`);
		await press(citizen, "Stimmzettel öffnen");
		await citizen.getByRole("checkbox", { name: /Sitzbänke/ }).check();
		await cast(citizen);
		await openPaper(plain, box.budget, guest("bernd-geld"));
		await plain.getByRole("checkbox", { name: /Trinkbrunnen/ }).check();
		await plain.getByRole("checkbox", { name: /Fahrradständer/ }).check();
		await cast(plain);
		for (const name of ["carla", "dora"]) {
			await vote(plain, box.vote, guest(`${name}-platz`), [["option", "2"]]);
			await vote(plain, box.budget, guest(`${name}-geld`), [["project", "1"]]);
		}
		await vote(plain, box.vote, guest("emil-platz"), [["option", "1"]]);
		await vote(plain, box.budget, guest("emil-geld"), [
			["project", "2"],
			["project", "3"],
		]);
		await answer(citizen, `${survey.open}/umfrage/1`, "ja");
		await answer(plain, `${survey.open}/umfrage/1`, "ja", guest("bernd-bus"));
		await answer(citizen, `${poll.open}/umfrage/1`, "morgens");
		await answer(plain, `${poll.open}/umfrage/1`, "abends", guest("bernd-markt"));

		// day 4: everything is over; staff closes with scripts, after it has answered
		await turnTo(4);
		const clerk = await another();
		await signIn(clerk, "thoennes@mendig.example", { fresh: true });
		await signIn(colleague, "rausch@mendig.example", { fresh: true });
		for (const process of [variants, money, survey, poll]) await closeTooEarly(clerk, process);
		await expect(clerk.getByRole("link", { name: "Das Ergebnis ist noch nicht mitgeteilt" })).toBeVisible();
		await inOrder(clerk);

		await clerk.goto(`${forms}/mitteilung`);
		await press(clerk, "Mitteilung veröffentlichen");
		await expect(clerk.locator("[data-error-summary]")).toBeVisible();
		await inOrder(clerk);
		await clerk.locator('textarea[name="note"]').fill("Der Bus fährt weiter, auch am Abend.");
		await press(clerk, "Mitteilung veröffentlichen");
		await clerk.goto(`${poll.hub}/umfrage/1/mitteilung`);
		await clerk.locator('textarea[name="note"]').fill("Der Markt bleibt am Morgen.");
		await press(clerk, "Mitteilung veröffentlichen");
		await close(clerk, survey);
		await close(clerk, poll);

		await clerk.goto(`${money.hub}/antworten`);
		await clerk.getByRole("checkbox").first().check();
		await press(clerk, "Antwort vorbereiten");
		await clerk.getByLabel("übernommen", { exact: true }).check();
		await write(clerk, "Begründung", "Die Bänke werden im Frühjahr gebaut.");
		await press(clerk, "Speichern");
		await press(clerk, "Um Freigabe bitten");
		await colleague.goto(clerk.url());
		await press(colleague, "Freigeben und veröffentlichen");

		// the house counts by itself
		for (const [kind, path] of Object.entries(box)) {
			await expect(async () => {
				const status = (await clerk.goto(`${path}/ergebnis`))?.status();
				expect(status, kind).toBe(200);
			}).toPass({ intervals: [1_000] });
		}
		await plain.goto(`${box.vote}/ergebnis`);
		await expect(plain.locator("main")).toContainText("5 Menschen haben abgestimmt. Vorn liegt: Bäume");
		await expect(plain.locator("main")).toContainText("Bäume: 3.");
		await plain.goto(`${box.vote}/quittung/${receipt.replaceAll("-", "")}`);
		await expect(plain.getByRole("row", { name: /Bäume/ })).toContainText("angekreuzt");
		await plain.goto(`${box.budget}/ergebnis`);
		const result = plain.locator("main");
		await expect(result).toContainText("5 Menschen haben abgestimmt. 2 Vorhaben wurden bewilligt.");
		await expect(result).toContainText("3 Personen haben dafür gestimmt. Jede zahlt 2.000,00 €.");
		const funded = plain.getByRole("table", { name: "Bewilligte Vorhaben", exact: true });
		await expect(funded).toContainText(idea);
		await expect(funded).toContainText("Fahrradständer");
		await expect(plain.getByRole("row", { name: /Trinkbrunnen.*noch 1.000,00 €. Es kostet 5.000,00 €/ })).toBeVisible();

		for (const path of [ballot, budget]) {
			await clerk.goto(`${path}/antwort`);
			await press(clerk, "Veröffentlichen");
			await expect(clerk.locator("[data-error-summary]")).toBeVisible();
			await inOrder(clerk);
			await clerk.locator('textarea[name="note"]').fill("Der Rat folgt dem Ergebnis.");
			await press(clerk, "Veröffentlichen");
		}
		await close(clerk, variants);
		await close(clerk, money);

		// what people find afterwards
		await inOrder(clerk);
		await plain.goto(money.open);
		await expect(plain.locator("main")).not.toContainText("läuft jetzt");
		await expect(plain.locator("main")).not.toContainText("Ohne Internet mitmachen");
		await plain.getByRole("link", { name: "Was wurde gesagt – was wurde daraus" }).click();
		await expect(plain.getByRole("row", { name: new RegExp(idea) })).toContainText("im Frühjahr gebaut");
		await expect(plain.locator("main")).toContainText("Der Rat folgt dem Ergebnis.");
		await inOrder(plain);
		await plain.goto(variants.open);
		await plain.getByRole("link", { name: "Was wurde gesagt – was wurde daraus" }).click();
		await plain.locator("main").getByRole("link", { name: "Abstimmung", exact: true }).click();
		await expect(plain.locator("main")).toContainText("Vorn liegt: Bäume");
		await plain.goto(`${survey.open}/umfrage/1/ergebnis`);
		await expect(plain.locator("main")).toContainText("5 Antworten, davon 3 auf Papier.");
		await expect(plain.locator("main")).toContainText("Der Bus fährt weiter, auch am Abend.");
		await expect(plain.getByRole("row", { name: /^ja/ })).toContainText("5");
		await plain.goto(`${poll.open}/umfrage/1/ergebnis`);
		await expect(plain.locator("main")).toContainText("Weniger als fünf Personen haben diese Frage beantwortet.");
		await expect(plain.locator("main")).toContainText("2 Antworten.");
		await newestMail(plain, guest("bernd-bus"), { says: "Der Bus fährt weiter" });
	} finally {
		await releaseClock(page);
	}
});
