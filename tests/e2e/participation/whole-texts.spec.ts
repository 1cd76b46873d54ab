import type { Page } from "@playwright/test";
import { releaseClock } from "../../support/clock";
import { inOrder, press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import {
	beginTimeline,
	close,
	closeTooEarly,
	makeByRecipe,
	release,
	type WholeProcess,
} from "../../support/whole-process";
import { write } from "../../support/write";

const place = "mendig";
const council = "Stadtrat Mendig";
/** Makes and answers, and leads the group; releases, and sets the group up. */
const [manager, second] = ["thoennes@mendig.example", "rausch@mendig.example"];

/** Goes from the sentence that says what is missing to the text, writes its first version and publishes it. */
async function publishText(staff: Page, { hub }: WholeProcess, body: string): Promise<string> {
	await staff.goto(`${hub}/texte`);
	await staff.locator("main table a").first().click();
	const text = new URL(staff.url()).pathname;
	await staff.goto(`${text}/fassung`);
	await write(staff, "Wortlaut", body);
	await press(staff, "Speichern");
	await staff.goto(`${text}/veroeffentlichen`);
	await press(staff, "Jetzt veröffentlichen");
	return text;
}

/** Writes a remark on the paragraph with these words and stops where the draft is kept. */
async function annotate(page: Page, words: string, comment: string): Promise<void> {
	await page
		.locator("[data-block]", { hasText: words })
		.locator("..")
		.getByRole("link", { name: /^Zu diesem Absatz Stellung nehmen/ })
		.click();
	await write(page, "Was möchten Sie dazu sagen?", comment);
	// nobody writes faster, says the form
	await page.waitForTimeout(2_100);
	await press(page, /^(Speichern und weiter|Einreichen)$/);
}

async function contribute(page: Page, { open }: WholeProcess, title: string, text: string): Promise<void> {
	await page.goto(`${open}/beitragen`);
	await page.locator('input[name="title"]').fill(title);
	await write(page, "Ihr Beitrag", text);
	await page.waitForTimeout(2_100);
	await press(page, "Einreichen");
}

/** Hands a draft in as a guest: the code comes by mail. */
async function confirm(guest: Page, email: string): Promise<void> {
	await guest.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(email);
	await press(guest, "Code zuschicken");
	const { codes } = await newestMail(guest, email);
	await guest.getByLabel("Code aus der Nachricht").fill(codes.find((code) => code.length === 6) ?? "");
	await press(guest, "Beitrag einreichen");
}

/** One answer for everything in the process that still waits, released by the second person. */
async function answerAll(staff: Page, colleague: Page, { hub }: WholeProcess, result: string, reason: string) {
	await staff.goto(`${hub}/antworten`);
	for (const box of await staff.getByRole("checkbox").all()) await box.check();
	await press(staff, "Antwort vorbereiten");
	await staff.getByLabel(result, { exact: true }).check();
	await write(staff, "Begründung", reason);
	await press(staff, "Speichern");
	await press(staff, "Um Freigabe bitten");
	await colleague.goto(staff.url());
	await press(colleague, "Freigeben und veröffentlichen");
}

/** Writes down what the council resolved about a process, from its hand-over sheet, and publishes it. */
async function resolve(
	staff: Page,
	{ hub }: WholeProcess,
	given: { title: string; day: string; effect: string; deviation: string },
) {
	await staff.goto(hub);
	await staff.getByRole("link", { name: "Übergabeblatt für den Rat" }).click();
	await staff.locator('main a[href*="/beschluesse/neu"]').click();
	await staff.locator('main [name="title"]').fill(given.title);
	await staff.locator('main [name="body"]').fill(council);
	await staff.locator('main [name="sessionOn"]').fill(given.day);
	await staff.locator('main [name="outcome"][value="adopted"]').check();
	await staff.locator(`main [name="deviation"][value="${given.deviation}"]`).check();
	await staff.locator('main [name="effect"]').selectOption(given.effect);
	await staff.locator('main [name="summary"]').fill(`${given.title}: beschlossen.`);
	await press(staff, "Aufnehmen");
	await press(staff, "Veröffentlichen");
}

async function foundGroup(staff: Page, name: string): Promise<string> {
	const field = (named: string) => staff.locator(`main [name="${named}"]`);
	await staff.goto(`/o/${place}/verwaltung/arbeitskreise/neu`);
	await field("name").fill(name);
	await write(staff, /^Auftrag$/, "Den Entwurf der Leitlinien schreiben.");
	for (const bench of ["administration", "advisory"]) {
		for (const limit of ["min", "max"]) await field(`${bench}-${limit}`).fill("0");
	}
	await press(staff, "Arbeitskreis einsetzen");
	const group = new URL(staff.url()).pathname;
	for (const [bench, held] of [
		["politics", "chair"],
		["citizens", "member"],
	] as const) {
		await staff.goto(`${group}/mitglieder/neu`);
		if (held === "chair") await field("person").selectOption({ label: "Miriam Thönnes" });
		else {
			await field("givenName").fill("Berta");
			await field("familyName").fill("Beispiel");
		}
		await field("benchKind").selectOption(bench);
		await field("function").selectOption(held);
		await press(staff, "Aufnehmen");
	}
	return group;
}

/** A meeting of this morning in which the group recommends something; returns where its result is certified. */
async function recommend(staff: Page, group: string, { title, day }: { title: string; day: string }): Promise<string> {
	const field = (named: string) => staff.locator(`main [name="${named}"]`);
	await staff.goto(`${group}/sitzungen/neu`);
	await field("title").fill("Erste Sitzung");
	await field("startsAt").fill(`${day}T08:00`);
	await field("place").fill("Rathaus");
	await press(staff, "Sitzung planen");
	const meeting = new URL(staff.url()).pathname;
	await staff.goto(`${meeting}/tagesordnung`);
	await field("title").fill(title);
	await press(staff, "Aufnehmen");
	await staff.goto(`${meeting}/anwesenheit`);
	for (const present of await staff.getByLabel("anwesend", { exact: true }).all()) await present.check();
	await press(staff, "Festhalten");
	await staff.getByRole("link", { name: /Abstimmung öffnen/ }).click();
	await press(staff, "Weiter zum Wortlaut");
	await write(staff, "Wortlaut", "Wir empfehlen, diesen Entwurf allen vorzulegen.");
	await field("votedAt").fill(`${day}T08:30`);
	await field("responsiblePostId").selectOption({ index: 1 });
	await press(staff, "Abstimmung öffnen");
	for (const bench of ["politics", "citizens"]) await field(`${bench}-yes`).fill("1");
	await press(staff, "Stimmen speichern");
	return new URL(staff.url()).pathname;
}

/** Writes and publishes the next version of a text. */
async function nextVersion(staff: Page, text: string, body: string): Promise<void> {
	await staff.goto(text);
	await press(staff, "Nächste Fassung beginnen");
	await write(staff, "Wortlaut", body);
	await staff.locator('textarea[name="note"]').fill("Längere Öffnungszeiten.");
	await press(staff, "Speichern");
	await staff.goto(`${text}/veroeffentlichen`);
	await press(staff, "Jetzt veröffentlichen");
}

test("a draft, guidelines and a consultation on two ways, from the recipe to their closing @clock", async ({
	page: staff,
	another,
}) => {
	const mark = `${Date.now()}`;
	const [plain, citizen] = [await another({ scripts: false }), await another({ scripts: false })];
	const [colleague, guest] = [await another({ scripts: true }), await another({ scripts: true })];
	const email = `texte-${mark}@example.org`;
	const time = await beginTimeline(staff, 400);
	const frame = (title: string, recipe: string, lastDay: number) => ({
		place,
		recipe,
		title: `${title} ${mark}`,
		purpose: "Wir möchten wissen, was Sie davon halten.",
		fixedPoints: "Der Rat beschließt.",
		openQuestions: "Alles andere.",
		firstDay: time.day(0),
		lastDay: time.day(lastDay),
		answeredUntil: time.day(lastDay + 30),
	});
	try {
		// the first day: three drafts, made without scripts, released, and people take part
		await signIn(plain, manager, { fresh: true });
		await signIn(colleague, second, { fresh: true });
		const draft = await makeByRecipe(plain, frame("Spielplatzsatzung", "Entwurf kommentieren", 9));
		await plain
			.getByRole("link", { name: "Schreiben Sie den Text und veröffentlichen Sie seine erste Fassung." })
			.click();
		const text = await publishText(plain, draft, "Spielplätze sind bis 18 Uhr geöffnet.\n\nHunde sind nicht erlaubt.");
		await release(plain, colleague, draft);

		const hybrid = await makeByRecipe(plain, frame("Marktplatz", "Online und vor Ort zugleich", 9));
		await plain.goto(`${hybrid.hub}/termine`);
		await plain.locator("main").getByRole("link", { name: "Termin planen" }).first().click();
		await plain.locator('input[name="title"]').fill("Abend am Marktplatz");
		await plain.locator('input[name="startsAt"]').fill(`${time.day(4)}T09:00`);
		await plain.locator('input[name="endsAt"]').fill(`${time.day(4)}T10:00`);
		await plain.locator('input[name="place"]').fill("Bürgerhaus");
		await press(plain, "Termin eintragen");
		const evening = new URL(plain.url()).pathname;
		await release(plain, colleague, hybrid);

		const guidelines = await makeByRecipe(plain, frame("Leitlinien", "Leitlinien gemeinsam schreiben", 19));
		await resolve(plain, guidelines, {
			title: `Mendig gibt sich Leitlinien ${mark}`,
			day: time.day(0),
			effect: "instructs",
			deviation: "begins",
		});
		await release(plain, colleague, guidelines);
		await citizen.goto(guidelines.open);
		await expect(citizen.locator("main")).toContainText(`Mendig gibt sich Leitlinien ${mark}`);

		await guest.goto(draft.open);
		await guest.locator('main a[href*="/text/"]').first().click();
		await annotate(guest, "18 Uhr", "Im Sommer ist es um 18 Uhr noch hell.");
		await confirm(guest, email);

		await signIn(citizen, "citizen", { fresh: true });
		await contribute(citizen, hybrid, `Mehr Bäume ${mark}`, "Der Platz ist im Sommer zu heiß.");
		await contribute(citizen, guidelines, `Früher fragen ${mark}`, "Wir erfahren alles erst, wenn es beschlossen ist.");
		await plain.goto(`/o/${place}/verwaltung/moderation`);
		for (const title of ["Spielplätze sind bis 18 Uhr", `Mehr Bäume ${mark}`, `Früher fragen ${mark}`]) {
			await press(plain, new RegExp(`^Veröffentlichen: .*${title}`));
		}

		// the fourth day: an evening on the spot, and the group that writes the guidelines recommends its draft
		await time.turnTo(4);
		await signIn(staff, manager, { fresh: true });
		await signIn(colleague, second, { fresh: true });
		await staff.goto(`${evening}/karten`);
		await staff.locator('input[name="text"]').fill(`Ein Brunnen ${mark}`);
		await staff.locator('input[name="text"]').press("Enter");
		await expect(staff.getByRole("status").first()).toContainText(/Beitrag \d+ ist gespeichert/);
		const group = await foundGroup(colleague, `Arbeitskreis Leitlinien ${mark}`);
		await colleague.goto(guidelines.open);
		const code = /\/v\/([0-9A-Z]+)/.exec(await colleague.locator("main").innerText())?.[1] ?? "";
		await colleague.goto(`${group}/aufgreifen`);
		await colleague.locator('main [name="kurz"]').fill(code);
		await press(colleague, "Aufgreifen");
		await expect(colleague.locator("main")).toContainText(`Leitlinien ${mark}`);
		const vote = await recommend(colleague, group, { title: `Entwurf der Leitlinien ${mark}`, day: time.day(4) });
		await staff.goto(vote);
		await press(staff, "Ergebnis feststellen");
		await press(staff, "Jetzt veröffentlichen");
		await publishText(staff, guidelines, "Jedes Vorhaben steht in einer Liste.\n\nDie Antwort kommt nach acht Wochen.");

		// the fifteenth: the draft is open for remarks
		await time.turnTo(15);
		await signIn(citizen, "citizen", { fresh: true });
		await citizen.goto(guidelines.open);
		await citizen.locator('main a[href*="/text/"]').first().click();
		await annotate(citizen, "acht Wochen", `Acht Wochen sind zu lang ${mark}.`);

		// all is over: answers, next versions, the second resolution, closing
		await time.turnTo(21);
		await signIn(staff, manager, { fresh: true });
		await signIn(colleague, second, { fresh: true });
		await staff.goto(`/o/${place}/verwaltung/moderation`);
		await press(staff, /^Veröffentlichen: .*Die Antwort kommt nach acht Wochen/);
		await closeTooEarly(staff, hybrid);
		await answerAll(staff, colleague, hybrid, "übernommen", "Wir pflanzen Bäume und bauen einen Brunnen.");
		await close(staff, hybrid);

		await closeTooEarly(staff, draft);
		await nextVersion(staff, text, "Spielplätze sind bis 20 Uhr geöffnet.\n\nHunde sind nicht erlaubt.");
		await answerAll(staff, colleague, draft, "übernommen", "Im Sommer bleiben die Spielplätze länger offen.");
		const told = await newestMail(guest, email, { subject: /^Antwort auf Ihren Beitrag/ });
		expect(told.text.replace(/\s+/g, " ")).toContain("länger offen");
		await close(staff, draft);

		await answerAll(staff, colleague, guidelines, "teilweise übernommen", "Sechs Wochen schaffen die Ämter.");
		await resolve(staff, guidelines, {
			title: `Die Leitlinien gelten ${mark}`,
			day: time.day(21),
			effect: "binds",
			deviation: "follows",
		});
		await close(staff, guidelines);
		await expect(staff.locator("main")).toContainText(`Die Leitlinien gelten ${mark}`);
		await inOrder(staff);
		await citizen.goto(guidelines.open);
		await axe(citizen);
	} finally {
		await releaseClock(staff);
	}
});
