import type { Page } from "@playwright/test";
import { serverTime } from "../../support/clock";
import { expect, test } from "../../support/page";
import { issueCard, signWithCard } from "../../support/qualified";
import { showAgain, signIn } from "../../support/sign-in";
import {
	choose,
	coverCosts,
	dayIn,
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

const home = "/o/mendig/verwaltung/vereinbarungen";
const [mayor, chair] = ["pauly@mendig.example", "geisen@dorfverein.example"];

/** Opens what is folded, by its words. */
const unfold = (page: Page, words: string) => page.locator("main summary", { hasText: words }).first().click();

/** The legal office reviews a rule: a new dated row, the old one stays for what was signed under it. */
async function reviewRule(page: Page): Promise<void> {
	await page.goto(`${home}/formregeln`);
	await inOrder(page);
	await page.getByRole("link", { name: "§ 73 KVG Sachsen-Anhalt" }).first().click();
	await press(page, "Prüfung speichern");
	await refusedWith(page, "Bitte schreiben Sie etwas in dieses Feld.");
	await inOrder(page);
	await fill(page, "reviewedBy", "Dr. Adler, Rechtsamt");
	await fill(page, "reason", "Wortlaut verglichen");
	await press(page, "Prüfung speichern");
	await expect(page.locator("main")).toContainText("geprüft von Dr. Adler, Rechtsamt");
}

/** A rule of representation and an authority for the mayor, entered and refused first. */
async function keepAuthority(page: Page): Promise<void> {
	await page.goto(`${home}/vertretung`);
	await unfold(page, "Regel eintragen");
	await fill(page, "count", "9");
	await fill(page, "source", "§ 49 GemO");
	await press(page, "Regel speichern");
	await refusedWith(page, "Diese Regel kann niemand erfüllen");
	await expect(page.locator('main [name="source"]')).toHaveValue("§ 49 GemO");
	await inOrder(page);
	await fill(page, "count", "1");
	await choose(page, "posts", "Bürgermeister der Verbandsgemeinde Mendig");
	await press(page, "Regel speichern");
	await expect(page.locator("main")).toContainText("1 von: Bürgermeister der Verbandsgemeinde Mendig");
}

test("decisions, approval, order and a qualified signature, from the draft to the second person @once", async ({
	page,
	another,
}, { project }) => {
	const title = `Wasserzähler ${project.name} ${Date.now()}`;
	await signIn(page, "staff");
	await reviewRule(page);
	await keepAuthority(page);
	await page.goto(`${home}/neu`);
	await fill(page, "title", title);
	await press(page, "Entwurf anlegen");
	const draft = new URL(page.url()).pathname;
	const code = draft.split("/").at(-1) ?? "";
	await nameParties(page, draft);
	await nameDates(page, draft);
	await writeBlocks(page, draft);
	await planWork(page, draft);
	await planCosts(page, draft);
	await coverCosts(page, draft);

	await test.step("a decision that does not reach, and an approval with its weeks", async () => {
		await page.goto(`${draft}/beschluesse`);
		await unfold(page, "Beschluss eintragen");
		await page.locator('main [name="organisationId"]').selectOption({ label: "Verbandsgemeinde Mendig" });
		await choose(page, "body", "Rat oder Kreistag");
		await fill(page, "reference", "Vorlage 12/2026");
		await fill(page, "ceiling", "1.000,00");
		await press(page, "Speichern");
		await refusedWith(page, "Bitte geben Sie den Tag an.");
		await fill(page, "decidedOn", await dayIn(page, { days: -1 }));
		await press(page, "Speichern");
		await expect(page.locator("main")).toContainText("Der Beschluss reicht nicht");
		await choose(page, "needed", "Genehmigung nötig");
		await page.locator("#approval").getByRole("button", { name: "Speichern" }).click();
		await refusedWith(page, "Bitte schreiben Sie etwas in dieses Feld.");
		await fill(page, "authority", "ADD Trier");
		await fill(page, "norm", "§ 12 KomZG");
		await fill(page, "deemedWeeks", "4");
		await page.locator("#approval").getByRole("button", { name: "Speichern" }).click();
		await expect(page.locator("main")).toContainText("Gespeichert");
		await inOrder(page);
	});

	await test.step("frozen with an order and a last day", async () => {
		await page.goto(draft);
		await press(page, "Den Partnern vorlegen");
		await page.goto(`${draft}/festschreiben`);
		await choose(page, "order", "Nacheinander, in der Reihenfolge der Parteien");
		await fill(page, "deadline", await dayIn(page, { days: -1 }));
		await press(page, "Jetzt festschreiben");
		await refusedWith(page, "Der letzte Tag für die Unterschrift liegt in der Vergangenheit.");
		await choose(page, "order", "Nacheinander, in der Reihenfolge der Parteien");
		await fill(page, "deadline", await dayIn(page, { days: 20 }));
		await press(page, "Jetzt festschreiben");
		await expect(page.locator("main")).toContainText("nacheinander, in der Reihenfolge der Parteien");
		await inOrder(page);
		const association = await another();
		await signIn(association, chair);
		await association.goto(`/vereinbarungen/${code}/unterschreiben`);
		await expect(association.locator("main")).toContainText("Zuerst unterschreibt Verbandsgemeinde Mendig");
		await inOrder(association);
	});

	const signatory = await another();
	await test.step("the mayor signs with a card: what is no such file is refused, the right one waits", async () => {
		const account = await signIn(signatory, mayor, { fresh: true });
		await signatory.goto(`/vereinbarungen/${code}/unterschreiben`);
		await expect(signatory.locator("main")).toContainText("Der Beschluss Ihrer Organisation reicht bis");
		await inOrder(signatory);
		await signatory.getByRole("link", { name: "Weiter zur qualifizierten Signatur" }).click();
		await inOrder(signatory);
		await press(signatory, "Weiter: Passwort und Code eingeben");
		await showAgain(signatory, account);
		const pdf = await toSign(signatory);
		await upload(signatory, pdf);
		await refusedWith(signatory, "In dieser Datei ist keine neue Signatur.");
		await inOrder(signatory);
		await upload(signatory, await signedBy(signatory, pdf));
		await expect(signatory.locator("main")).toContainText("Jetzt prüft sie eine zweite Person.");
	});

	await test.step("a second person looks into the trusted list", async () => {
		const colleague = await another();
		await signIn(colleague, "organisation-admin", { fresh: true });
		await colleague.goto(`/vereinbarungen/${code}/signatur`);
		await inOrder(colleague);
		await press(colleague, "Signatur zählt");
		await refusedWith(colleague, "unter welchem Namen und an welchem Tag");
		await fill(colleague, "listedAs", "Vertrauensdienst Test CA");
		await fill(colleague, "listedOn", await dayIn(colleague, {}));
		await press(colleague, "Signatur zählt");
		await expect(colleague.locator("main")).toContainText("Die Signatur zählt.");
		await colleague.goto(`/vereinbarungen/${code}`);
		await expect(colleague.locator("main")).toContainText("mit qualifizierter Signatur von");
		await inOrder(colleague);
	});
});

async function toSign(page: Page): Promise<Buffer> {
	const href = await page.getByRole("link", { name: "PDF zum Signieren herunterladen" }).getAttribute("href");
	return (await page.request.get(href ?? "")).body();
}

async function upload(page: Page, buffer: Buffer): Promise<void> {
	await page.locator('main [name="file"]').setInputFiles({ name: "signiert.pdf", mimeType: "application/pdf", buffer });
	await press(page, "Signatur einreichen");
}

/** Signed as the mayor's card would, by the clock of the house. */
async function signedBy(page: Page, pdf: Buffer): Promise<Buffer> {
	const now = await serverTime(page);
	const year = 365 * 86_400_000;
	const validity = { from: new Date(now.getTime() - year), until: new Date(now.getTime() + year) };
	return signWithCard(pdf, issueCard({ givenName: "Karl-Heinz", surname: "Pauly", ...validity }), now);
}
