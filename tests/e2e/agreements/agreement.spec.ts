import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { type Account, showAgain, signIn } from "../../support/sign-in";
import { prepareMeasure } from "../measures/prepare-measure";
import {
	acceptAsGuest,
	choose,
	coverCosts,
	fill,
	inOrder,
	nameDates,
	nameParties,
	planCosts,
	planWork,
	press,
	refusedWith,
	writeBlocks,
} from "./drafting";
import { acceptScan, bringScan, checkOf, codeOnPaper, confirmInTextForm, freeze, verificationIn } from "./signing";

const [chair, director, thuerMayor] = [
	"geisen@dorfverein.example",
	"reuter@netzgesellschaft.example",
	"clemens@thuer.example",
];

/** A signatory confirms by mouse; a wrong code is refused first. */
async function sign(page: Page, account: Account, address: string): Promise<void> {
	await page.goto("/heute");
	await page.getByRole("link", { name: "Wartet auf Ihre Unterschrift" }).click();
	await expect(page).toHaveURL(address);
	await inOrder(page);
	await press(page, "Weiter: Passwort und Code eingeben");
	await fill(page, "password", account.password);
	await fill(page, "code", "000000");
	await press(page, "Bestätigen");
	await refusedWith(page, "Dieser Code gilt nicht.");
	await page.goto(address);
	await expect(page.getByRole("button", { name: "Jetzt verbindlich bestätigen" })).toHaveCount(0);
	await press(page, "Weiter: Passwort und Code eingeben");
	await showAgain(page, account);
	await inOrder(page);
	await press(page, "Jetzt verbindlich bestätigen");
	await expect(page.locator("main")).toContainText("Ihre Bestätigung ist gespeichert.");
}

/** Presses Tab until the focus stands where the test says, and no further than a page is long. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let steps = 0; steps < 60; steps++) {
		await page.keyboard.press("Tab");
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
	}
	throw new Error(`Tab does not lead to ${selector} on ${page.url()}`);
}

/** A signatory confirms with Tab, Enter and letters only, from the page of the agreement on. */
async function signByKeyboard(page: Page, account: Account, code: string): Promise<void> {
	await page.goto(`/vereinbarungen/${code}`);
	await tabTo(page, `main a[href="/vereinbarungen/${code}/unterschreiben"]`);
	await page.keyboard.press("Enter");
	await expect(page.locator("h1")).toHaveText("Vereinbarung unterschreiben");
	await tabTo(page, "#bestaetigen button");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/anmelden\/bestaetigen/);
	await showAgain(page, account, async (password, factor) => {
		await tabTo(page, 'input[name="password"]');
		await page.keyboard.type(password);
		await tabTo(page, 'input[name="code"]');
		await page.keyboard.type(factor);
		await page.keyboard.press("Enter");
	});
	await tabTo(page, "#bestaetigen button");
	await expect(page.locator("#bestaetigen button")).toHaveText("Jetzt verbindlich bestätigen");
	await page.keyboard.press("Enter");
}

const club = "Dorfverein Thür e. V.";

/** Who signs for the association: so many of its board, by its statutes; the chair always. */
async function boardSigns(page: Page, count: number, posts: string[]): Promise<void> {
	await page.goto("/o/mendig/verwaltung/vereinbarungen/vertretung");
	await page.getByRole("link", { name: club, exact: true }).click();
	await page.locator("main summary", { hasText: "Regel eintragen" }).click();
	await fill(page, "count", String(count));
	for (const post of posts) await choose(page, "posts", post);
	await choose(page, "mandatory", "1. Vorsitzende");
	await fill(page, "source", "§ 9 der Satzung");
	await press(page, "Regel speichern");
	await expect(page.locator("main")).toContainText(`${count} von: `);
}

/** The board of the association gets its second post, and signs jointly from now on. */
async function jointBoard(page: Page, administrator: Page, draft: string, treasurer: string): Promise<void> {
	await administrator.goto("/o/mendig/verwaltung/stellen/neu");
	await administrator.locator('main [name="organisation"]').selectOption({ label: club });
	await fill(administrator, "label", treasurer);
	await administrator.locator('main [name="kind"]').first().check();
	await press(administrator, "Stelle anlegen");
	await expect(administrator.locator("h1")).toContainText(treasurer);
	await boardSigns(page, 2, ["1. Vorsitzende", treasurer]);
	await inOrder(page);
	await page.goto(`${draft}/parteien`);
	await page.getByLabel(treasurer, { exact: true }).check();
	await press(page, `Speichern: ${club}`);
	await expect(page.getByLabel(treasurer, { exact: true })).toBeChecked();
}

test("from the measure to a signed agreement, and back to the pilot", async ({ page, another, javaScriptEnabled }, {
	project,
}) => {
	const title = `Licht nach Bedarf ${project.name} ${Date.now()}`;
	let [measure, draft, code] = ["", "", ""];

	await test.step("the measure leads to the draft", async () => {
		await signIn(page, "staff");
		measure = await prepareMeasure(page, title);
		await page.getByRole("link", { name: "Vereinbarung vorbereiten" }).click();
		await press(page, "Entwurf anlegen");
		await refusedWith(page, "Bitte schreiben Sie etwas in dieses Feld.");
		await inOrder(page);
		await fill(page, "title", title);
		await press(page, "Entwurf anlegen");
		await expect(page).toHaveURL(/\/verwaltung\/vereinbarungen\/[A-Z0-9]+$/);
		draft = new URL(page.url()).pathname;
		code = draft.split("/").at(-1) ?? "";
	});

	const colleague = await another();
	const treasurer = `Kassenwartin ${title}`;
	await test.step("it is drafted from the ten blocks; two of the association's board sign jointly", async () => {
		// Whoever signed in within the last ten minutes has shown password and code.
		await signIn(colleague, "organisation-admin", { fresh: true });
		await nameParties(page, draft);
		await jointBoard(page, colleague, draft, treasurer);
		await nameDates(page, draft);
		await writeBlocks(page, draft);
		await planWork(page, draft);
		await planCosts(page, draft);
		await coverCosts(page, draft);
	});

	const association = await another();
	const chairing = await signIn(association, chair, { fresh: true });
	const signing = `/vereinbarungen/${code}/unterschreiben`;

	await test.step("partners see it once it lies before them; it is frozen, withdrawn, refused, frozen again", async () => {
		expect((await association.goto(`/vereinbarungen/${code}`))?.status()).toBe(404);
		await page.goto(draft);
		await press(page, "Den Partnern vorlegen");
		await press(page, "Entwurf zurückholen");
		await press(page, "Den Partnern vorlegen");
		expect((await association.goto(`/vereinbarungen/${code}`))?.status()).toBe(200);
		await page.goto(`${draft}/festschreiben`);
		await inOrder(page);
		await freeze(page, draft);
		await page.goto(draft);
		await press(page, "Fassung zurückziehen");
		await freeze(page, draft);
		await association.goto(signing);
		await press(association, "Fassung ablehnen");
		await refusedWith(association, "Bitte nennen Sie den Grund.");
		await fill(association, "reason", "Der Name unseres Vereins fehlt im Finanzplan.");
		await press(association, "Fassung ablehnen");
		await expect(association.locator("main")).toContainText("Der Name unseres Vereins fehlt im Finanzplan.");
		await inOrder(association);
		await freeze(page, draft);
		// What is agreed later about the board changes nothing of the version; and the next draft is free of it.
		await boardSigns(page, 1, ["1. Vorsitzende"]);
		await page.goto(`/vereinbarungen/${code}`);
	});

	const visitor = await another();
	await test.step("the association invites a guest as the second of its board, who confirms by mouse; then its chair", async () => {
		const email = `unterschrift-${project.name}-${Date.now()}@test.example`;
		await association.goto(`/vereinbarungen/${code}/gaeste`);
		const form = association.getByRole("region", { name: "Dorfverein Thür e. V." });
		await form.locator('[name="givenName"]').fill("Gerda");
		await form.locator('[name="familyName"]').fill("Gast");
		await form.locator('[name="email"]').fill(email);
		await form.locator('[name="postId"]').selectOption({ label: treasurer });
		await form.getByRole("button", { name: /^Einladung schicken/ }).click();
		await expect(association.locator("main")).toContainText("Die Einladung ist unterwegs.");
		await sign(visitor, await acceptAsGuest(visitor, email), signing);
		await confirmInTextForm(association, chairing, code);
		await association.goto(signing);
		await expect(association.getByRole("button", { name: "Weiter: Passwort und Code eingeben" })).toHaveCount(0);
	});

	await test.step("the municipalities sign on paper, and a second person checks", async () => {
		await page.getByRole("link", { name: "Unterschriften auf Papier" }).click();
		await press(page, "Scan hochladen");
		await refusedWith(page, "Bitte wählen Sie");
		for (const party of ["Verbandsgemeinde Mendig", "Thür"]) await bringScan(page, party);
		await expect(page.getByText("Sie haben diesen Scan selbst hochgeladen.")).toHaveCount(2);
		await expect(page.getByRole("button", { name: "Papier stimmt mit der Fassung überein" })).toHaveCount(0);
		await inOrder(page);
	});

	await test.step("a second person reads the code off the paper, rejects and accepts", async () => {
		await colleague.goto(`/vereinbarungen/${code}`);
		await colleague.getByRole("link", { name: "Unterschriften auf Papier" }).click();
		await inOrder(colleague);
		await acceptScan(colleague, "Thür", "AAAA AAAA AAAA AAAA AAAA");
		await refusedWith(colleague, "Das ist nicht der Prüfcode dieser Fassung.");
		const thuer = checkOf(colleague, "Thür");
		await thuer.getByRole("button", { name: "Scan zurückweisen" }).click();
		await refusedWith(colleague, "Bitte nennen Sie den Grund.");
		await checkOf(colleague, "Thür").locator('[name="reason"]').fill("Die Amtsbezeichnung fehlt.");
		await checkOf(colleague, "Thür").getByRole("button", { name: "Scan zurückweisen" }).click();
		await expect(colleague.locator("main")).toContainText("Der Scan ist zurückgewiesen.");
		await page.reload();
		await bringScan(page, "Thür");
		await colleague.reload();
		for (const party of ["Thür", "Verbandsgemeinde Mendig"]) {
			await acceptScan(colleague, party, await codeOnPaper(page));
			await expect(checkOf(colleague, party)).toHaveCount(0);
		}
	});

	const company = await another();
	await test.step("the company confirms by keyboard alone: the last signature concludes", async () => {
		await signByKeyboard(company, await signIn(company, director), code);
		await expect(company.locator("main")).toContainText("Die letzte Unterschrift ist da.");
		await expect(company.locator("main")).toContainText("in Kraft");
		await inOrder(company);
	});

	const guest = await another();
	await test.step("all parties agree, then everybody reads it", async () => {
		const town = await another();
		await signIn(town, thuerMayor);
		for (const [party, of] of [
			["Verbandsgemeinde Mendig", page],
			["Dorfverein Thür e. V.", visitor],
			[/Netzgesellschaft/, company],
		] as const) {
			await of.goto(`/vereinbarungen/${code}`);
			await of
				.locator("main")
				.getByRole("button", { name: typeof party === "string" ? `Für ${party} zustimmen` : party })
				.click();
		}
		expect((await guest.goto(`/vereinbarungen/${code}`))?.status()).toBe(404);
		await town.goto(`/vereinbarungen/${code}`);
		await expect(town.locator("main")).toContainText("3 von 4 haben zugestimmt.");
		await press(town, "Für Thür zustimmen");
		await expect(town.locator("main")).toContainText("Alle Parteien haben zugestimmt");
		await guest.goto("/vereinbarungen");
		await inOrder(guest);
		await guest.getByRole("link", { name: title }).click();
		await inOrder(guest);
	});

	await test.step("everybody checks whether it is genuine; with scripts no file leaves the device", async () => {
		const mail = await newestMail(guest, chair, { subject: new RegExp(`^PDF mit Prüfvermerk: ${title}`) });
		expect(mail.text).toMatch(/Kettenkopf nach \d+ Ereignissen:\s+[0-9a-f]{64}/);
		await guest.reload();
		const paper = await guest.getByRole("link", { name: "PDF mit Prüfvermerk" }).getAttribute("href");
		await expect(guest.getByRole("link", { name: "Unterschriftsprotokoll" })).toHaveCount(0);
		await inOrder(guest);
		const pdf = await (await guest.request.get(paper ?? "")).body();
		await guest.getByRole("link", { name: "Echtheit prüfen" }).click();
		await expect(guest.locator("main")).toContainText("Echt und gültig");
		await inOrder(guest);
		const altered = Buffer.from(pdf);
		altered[altered.length - 20] = (altered[altered.length - 20] ?? 0) ^ 1;
		await guest.goto("/pruefen");
		await fill(guest, "sha256", "keine Prüfsumme");
		await press(guest, "Prüfen");
		await refusedWith(guest, "Eine Prüfsumme (SHA-256) hat 64 Zeichen");
		for (const [buffer, words] of [
			[pdf, "Die Datei ist unverändert: das PDF mit Prüfvermerk."],
			[altered, "Verlassen Sie sich nicht auf sie."],
		] as const) {
			await guest.goto("/pruefen");
			const sha256 = createHash("sha256").update(buffer).digest("hex");
			const chooser = guest.getByLabel("PDF von diesem Gerät vergleichen");
			if (javaScriptEnabled === false) {
				// The file goes to the house, which throws it away; typing the fingerprint works as well.
				await expect(chooser).toBeHidden();
				await guest
					.getByLabel("PDF der Vereinbarung")
					.setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer });
				await press(guest, "Schicken und prüfen");
				await expect(guest.locator("main")).toContainText(words);
				await fill(guest, "code", verificationIn(buffer));
				await fill(guest, "sha256", sha256.toUpperCase());
			} else {
				await expect(guest.getByLabel("PDF der Vereinbarung")).toHaveCount(0);
				await chooser.setInputFiles({ name: "vereinbarung.pdf", mimeType: "application/pdf", buffer });
				await expect(guest.locator('main [name="sha256"]')).toHaveValue(sha256);
				await expect(guest.locator('main [name="code"]')).toHaveValue(verificationIn(buffer));
			}
			await press(guest, "Prüfen");
			await expect(guest.locator("main")).toContainText(words);
		}
		await inOrder(guest);
		await guest.goto("/pruefen/kettenkopf");
		await expect(guest.locator("main tbody tr")).not.toHaveCount(0);
		await inOrder(guest);
		const trail = await association.request.get(`/vereinbarungen/${code}/pruefspur`);
		expect(await trail.json()).toMatchObject({ format: "gemeinwerk-pruefspur/1" });
		expect((await guest.request.get(`/vereinbarungen/${code}/pruefspur`)).status()).toBe(404);
	});

	await test.step("the pilot of the measure may start", async () => {
		await page.goto(draft);
		await expect(page.locator("main")).toContainText("Der Inhalt bleibt, wie er ist.");
		await inOrder(page);
		await page.goto("/o/mendig/verwaltung/vereinbarungen");
		await inOrder(page);
		await page.goto(measure);
		await fill(page, "reason", "Die Vereinbarung ist in Kraft.");
		await press(page, "Pilot beginnen");
		await expect(page.locator("h1 + *, main")).toContainText(["Pilot"]);
		await expect(page.getByRole("button", { name: "Pilot beginnen" })).toHaveCount(0);
	});
});
