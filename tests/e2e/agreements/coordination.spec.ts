import type { Page } from "@playwright/test";
import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { acceptAsGuest, choose, dayIn, fill, inOrder, press, refusedWith } from "./drafting";

const staff = "/o/mendig/verwaltung/vereinbarungen";
const association = "Dorfverein Thür e. V.";

/** The partner's file: one heading of ours with another text, one chapter that is not ours. */
async function returnedWord(): Promise<Buffer> {
	const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_1, text });
	const children = [
		heading("Rollen, Rechte und Pflichten"),
		new Paragraph("Der Verein vertritt das Vorhaben im Ort."),
		heading("Gerichtsstand"),
		new Paragraph("Koblenz."),
	];
	return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

async function newDraft(page: Page, title: string): Promise<string> {
	await page.goto(`${staff}/neu`);
	await inOrder(page);
	await fill(page, "title", "Licht\u202e");
	await choose(page, "templateVersionId", "Projektvereinbarung, Kurzform");
	await press(page, "Entwurf anlegen");
	await refusedWith(page, "An Stelle 6 steht ein Zeichen, das die Leserichtung umkehrt (U+202E).");
	await fill(page, "title", title);
	await press(page, "Entwurf anlegen");
	await expect(page).toHaveURL(/vereinbarungen\/[A-Z0-9]+$/);
	await expect(page.locator("main")).toContainText("Projektvereinbarung, Kurzform");
	return new URL(page.url()).pathname;
}

/** Two windows save the same clause: the second sees both texts and loses none. */
async function saveTwice(page: Page, here: string): Promise<void> {
	const block = `${here}/baustein/rollen`;
	const second = await page.context().newPage();
	await page.goto(block);
	await second.goto(block);
	await fill(page, "text", "Mendig führt das Vorhaben.");
	await press(page, "Speichern");
	await fill(second, "text", "Mendig und Thür führen gemeinsam.");
	await press(second, "Speichern");
	await expect(second.locator(".gw-error-summary")).toContainText("Inzwischen hat jemand anderes gespeichert.");
	const sides = second.locator(".gw-pair__side");
	await expect(sides.nth(0)).toContainText("Mendig und Thür führen gemeinsam.");
	await expect(sides.nth(1)).toContainText("Mendig führt das Vorhaben.");
	await expect(second.locator('main [name="text"]')).toHaveValue("Mendig und Thür führen gemeinsam.");
	await inOrder(second);
	await press(second, "Speichern");
	await expect(second).toHaveURL(/#bausteine$/);
	await second.close();
}

test("a draft from a template is coordinated with a partner: lines, annex, Word, comments, a guest @plain", async ({
	page,
	another,
}, { project }) => {
	const mark = `${project.name} ${Date.now()}`;
	const title = `Licht im Dorf ${mark}`;
	const email = `gast-${Date.now()}-${process.pid}@test.example`;
	let here = "";

	await test.step("a template is chosen, a block is taken in, gaps are named", async () => {
		// Fresh: inviting a guest later asks for a sign-in that is not older than ten minutes.
		await signIn(page, "staff", { fresh: true });
		here = await newDraft(page, title);
		await press(page, "Aufnehmen: Datenschutz");
		await expect(page.locator('main a[href$="/baustein/datenschutz"]')).toHaveCount(1);
		await inOrder(page);
		await page.goto(`${here}/festschreiben`);
		await expect(page.locator("main")).toContainText(
			"Im Baustein „Datenschutz“ ist noch eine Lücke […] des Musters offen.",
		);
		await page.goto(`${here}/parteien?q=Dorfverein`);
		await choose(page, "organisationId", association);
		await choose(page, "role", "Umsetzungspartner");
		await press(page, "Partei hinzufügen");
	});

	await test.step("conditions, information duties and an annex", async () => {
		await page.goto(`${here}/auflagen`);
		const duty = page.locator("#pflicht");
		await duty.locator('[name="partyId"]').selectOption({ label: association });
		await duty.locator('[name="recipient"]').fill("allen Parteien");
		await duty.locator('[name="subject"]').fill("Stand der Arbeiten");
		await duty.locator('[name="rhythm"]').selectOption("quarterly");
		await press(page, "Informationspflicht hinzufügen");
		await refusedWith(page, "Bitte sagen Sie, wann zum ersten Mal informiert wird.");
		await expect(duty.locator('[name="subject"]')).toHaveValue("Stand der Arbeiten");
		await duty.locator('[name="firstOn"]').fill(await dayIn(page, { days: 90 }));
		await press(page, "Informationspflicht hinzufügen");
		await expect(page.locator("main table")).toContainText(["Stand der Arbeiten"]);
		// Each of the forms has a party; in the page they stand under their own headings.
		await inOrder(page);
		await page.goto(`${here}/anlagen`);
		const file = { name: "lageplan.txt", mimeType: "text/plain", buffer: Buffer.from("Plan") };
		await fill(page, "title", "Lageplan");
		await page.locator('main [name="file"]').setInputFiles(file);
		await press(page, "Anlage hinzufügen");
		await expect(page.locator('main [name="title"]')).toHaveValue("Lageplan");
		const pdf = Buffer.from(`%PDF-1.7\n% ${mark}\ntrailer<<>>\n%%EOF\n`);
		await page
			.locator('main [name="file"]')
			.setInputFiles({ name: "lageplan.pdf", mimeType: "application/pdf", buffer: pdf });
		await press(page, "Anlage hinzufügen");
		await expect(page.locator("main table code")).toHaveText(/^[0-9a-f]{64}$/);
		await inOrder(page);
	});

	await test.step("two save the same clause", () => saveTwice(page, here));

	await test.step("Word out, the partner's Word in", async () => {
		await page.goto(`${here}/word`);
		await inOrder(page);
		const out = await page.request.get(`${here}/word/datei`);
		expect(out.headers()["content-type"]).toContain("wordprocessingml");
		await page.locator('main [name="file"]').setInputFiles({
			name: "zurueck.docx",
			mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			buffer: await returnedWord(),
		});
		await press(page, "Einlesen und vergleichen");
		const roles = page.getByRole("region", { name: "Rollen, Rechte und Pflichten" });
		await expect(roles).toContainText("Mendig und Thür führen gemeinsam.");
		await expect(roles).toContainText("Der Verein vertritt das Vorhaben im Ort.");
		await expect(page.getByRole("region", { name: "Gerichtsstand" })).toContainText("Koblenz.");
		await inOrder(page);
		await roles.getByRole("button", { name: /^Übernehmen/ }).click();
		await expect(roles).toContainText("übernommen");
		await page
			.getByRole("region", { name: "Gerichtsstand" })
			.getByRole("button", { name: /^Nicht übernehmen/ })
			.click();
		await page.goto(`${here}/baustein/rollen`);
		await expect(page.locator('main [name="text"]')).toHaveValue("Der Verein vertritt das Vorhaben im Ort.");
	});

	await test.step("a guest of the association reads, comments and agrees", async () => {
		await page.goto(here);
		await press(page, "Den Partnern vorlegen");
		await page.getByRole("link", { name: "Gäste einladen" }).click();
		const code = /vereinbarungen\/([A-Z0-9]+)/.exec(page.url())?.[1] ?? "";
		const form = page.getByRole("region", { name: association });
		await form.locator('[name="givenName"]').fill("Gerda");
		await form.locator('[name="familyName"]').fill("Gast");
		await form.locator('[name="email"]').fill("gerda");
		await form.getByRole("button", { name: /^Einladung schicken/ }).click();
		await refusedWith(page, "Bitte geben Sie eine E-Mail-Adresse ein");
		await form.locator('[name="email"]').fill(email);
		await form.getByRole("button", { name: /^Einladung schicken/ }).click();
		await expect(page.locator("main")).toContainText("Die Einladung ist unterwegs.");
		await inOrder(page);
		const guest = await another();
		await acceptAsGuest(guest, email);
		await guest.goto("/heute");
		await guest.getByRole("link", { name: "Vereinbarungen, zu denen Sie eingeladen sind" }).click();
		await guest.getByRole("link", { name: "Abstimmung", exact: true }).click();
		const roles = guest.getByRole("region", { name: "Rollen, Rechte und Pflichten" });
		await roles.getByText("Kommentar schreiben").click();
		await roles.locator('[name="text"]').fill("Gilt das auch für Thür?");
		await roles.getByRole("button", { name: "Kommentar abschicken" }).click();
		await expect(roles).toContainText("Gilt das auch für Thür?");
		await roles.getByRole("button", { name: /^Einverstanden/ }).click();
		await expect(roles).toContainText(`${association}: einverstanden`);
		await inOrder(guest);
		// Nothing else of the house opens: neither the making of this agreement nor the place's work.
		expect((await guest.request.get(here)).status()).toBe(403);
		await page.goto(`/vereinbarungen/${code}/abstimmung`);
		await expect(page.locator("main")).toContainText("Gilt das auch für Thür?");
		await page.getByRole("button", { name: /^Erledigt/ }).click();
		await expect(page.locator("main")).toContainText("0 Kommentare");
	});
});
