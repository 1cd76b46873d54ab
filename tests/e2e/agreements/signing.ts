import { expect, type Page } from "@playwright/test";
import { type Account, showAgain } from "../../support/sign-in";
import { choose, dayIn, fill, press } from "./drafting";

const scan = {
	name: "unterschrieben.pdf",
	mimeType: "application/pdf",
	buffer: Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
};

/** The scan of a signed paper is brought in for a party. */
export async function bringScan(page: Page, party: string): Promise<void> {
	await choose(page, "organisationId", party);
	await page.locator('main [name="scan"]').setInputFiles(scan);
	await fill(page, "signedOn", await dayIn(page, {}));
	await press(page, "Scan hochladen");
	await expect(page.locator("main")).toContainText("Jetzt prüft ihn eine zweite Person.");
}

/** The verification code, read off the paper: before the agreement is concluded it stands nowhere else. */
export async function codeOnPaper(page: Page): Promise<string> {
	const href = await page.getByRole("link", { name: "PDF herunterladen" }).getAttribute("href");
	const paper = await page.request.get(href ?? "");
	expect(paper.headers()["content-type"]).toBe("application/pdf");
	const [, code = ""] = /\/pruefen\/([0-9A-Z]{20})/.exec((await paper.body()).toString("latin1")) ?? [];
	expect(code).not.toBe("");
	return code.replace(/(.{4})/g, "$1 ");
}

/** The verification code as our papers carry it in their metadata. */
export function verificationIn(pdf: Buffer): string {
	return /Prüfcode ([0-9A-Z]{20})/.exec(pdf.toString("utf8"))?.[1] ?? "";
}

/** The section in which the scan of a party waits for its check. */
export const checkOf = (page: Page, party: string) => page.getByRole("region", { name: `Scan prüfen: ${party}` });

/** A second person compares the paper with the version and accepts it. */
export async function acceptScan(page: Page, party: string, verification: string): Promise<void> {
	const section = checkOf(page, party);
	await section.locator('[name="codeOnPaper"]').fill(verification);
	await section.locator('[name="signaturesComplete"]').check();
	await section.locator('[name="originalPlace"]').fill("Hauptamt, Ordner 12");
	await section.getByRole("button", { name: "Papier stimmt mit der Fassung überein" }).click();
}

export async function freeze(page: Page, draft: string): Promise<void> {
	await page.goto(`${draft}/festschreiben`);
	await expect(page.locator("main")).toContainText("Es fehlt nichts.");
	await press(page, "Jetzt festschreiben");
	await expect(page).toHaveURL(/\/vereinbarungen\/[A-Z0-9]+$/);
	await expect(page.locator("main")).toContainText("Fassung zur Unterschrift");
}

/** Who signed in through the form at this page shows password and code again, and confirms in text form. */
export async function confirmInTextForm(page: Page, account: Account, code: string): Promise<void> {
	await page.goto(`/vereinbarungen/${code}/unterschreiben`);
	await press(page, "Weiter: Passwort und Code eingeben");
	await showAgain(page, account);
	await press(page, "Jetzt verbindlich bestätigen");
	await expect(page.locator("main")).toContainText(/Ihre Bestätigung ist gespeichert|Die letzte Unterschrift ist da/);
}
