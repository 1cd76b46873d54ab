import type { Page } from "@playwright/test";
import { inOrder, press, takeTime } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const process = "/o/mayen-koblenz/beteiligung/leitlinien-fuer-buergerbeteiligung";
const work = "/o/mayen-koblenz/verwaltung/beteiligung/leitlinien-fuer-buergerbeteiligung";
const words = "Die Ämter antworten innerhalb von zehn Tagen auf jede Frage.";

/** To the form for this passage: by selecting its words where scripts run, else by the link below the paragraph. */
async function annotate(page: Page, quote: string, scripts: boolean): Promise<void> {
	const block = page.locator("[data-block]", { hasText: quote });
	if (!scripts) {
		await block
			.locator("..")
			.getByRole("link", { name: /^Zu diesem Absatz Stellung nehmen/ })
			.click();
		await page.locator('textarea[name="zitat"]').fill("worte, die dort nicht stehen");
		return;
	}
	await block.evaluate((element, wanted) => {
		const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
		const start = node?.textContent?.indexOf(wanted) ?? -1;
		if (node && start >= 0) document.getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
	}, quote);
	await page.getByRole("link", { name: "Anmerken", exact: true }).click();
	await expect(page.locator('textarea[name="zitat"]')).toHaveValue(quote);
	await page.locator('textarea[name="zitat"]').fill("worte, die dort nicht stehen");
}

test("a passage is annotated by a guest, weighed, answered and taken up in the next version, and its author is told", async ({
	page: staff,
	another,
}, { project }) => {
	const scripts = project.name === "with-javascript";
	const title = `Fristen ${project.name} ${Date.now()}`;
	const email = `text-${project.name}-${Date.now()}@example.org`;

	await signIn(staff, "breitbach@kreis.example");
	await staff.goto(`${work}/texte`);
	await inOrder(staff);
	await staff.locator('input[name="title"]').fill(title);
	await press(staff, "Text anlegen");
	const manage = new URL(staff.url()).pathname.replace(/\/fassung$/, "");
	const text = `${process}/text/${manage.split("/").at(-1)}`;
	await write(staff, "Wortlaut", words);
	await press(staff, "Speichern");
	await inOrder(staff);
	await staff.goto(`${manage}/veroeffentlichen`);
	await press(staff, "Jetzt veröffentlichen");

	const guest = await another();
	await guest.goto(text);
	await inOrder(guest);
	await annotate(guest, "zehn Tagen", scripts);
	await write(
		guest,
		"Was möchten Sie dazu sagen?",
		"Zehn Tage sind zu kurz für eine gute Antwort. Und wer zählt die Tage?",
	);
	await takeTime(guest);
	await press(guest, "Speichern und weiter");
	await expect(guest.locator("[data-error-summary]")).toContainText("Diese Worte stehen so nicht in dem Absatz.");
	await inOrder(guest);
	await guest.locator('textarea[name="zitat"]').fill("ZEHN Tagen");
	await guest.locator('textarea[name="vorschlag"]').fill("vierzehn Tagen");
	await press(guest, "Speichern und weiter");
	await expect(guest.getByRole("heading", { level: 1, name: "Ihr Entwurf ist gespeichert" })).toBeVisible();
	await axe(guest);
	await guest.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(email);
	await press(guest, "Code zuschicken");
	const { codes } = await newestMail(guest, email);
	await guest.getByLabel("Code aus der Nachricht").fill(codes.find((code) => code.length === 6) ?? "");
	await press(guest, "Beitrag einreichen");
	await expect(guest.locator("main")).toContainText("vierzehn Tagen");
	await axe(guest);

	await staff.goto(`${text}/anmerkungen`);
	await inOrder(staff);
	await staff.getByRole("link", { name: "Behandeln" }).click();
	await inOrder(staff);
	const said = staff.locator('textarea[name="divided"]');
	await said.fill((await said.inputValue()).replace("Antwort. Und", "Antwort.\n---\nUnd"));
	await press(staff, "Teile speichern");
	for (const [index, vote] of ["Der Anregung wird entsprochen", "Klärender Hinweis"].entries()) {
		const part = staff.locator(`#abwaegung-${index + 1}`);
		await part.getByRole("combobox").selectOption({ label: vote });
		await part.getByRole("textbox").fill(`Begründung ${index + 1}`);
		await press(staff, new RegExp(`Teil ${index + 1}$`));
	}
	await inOrder(staff);
	const treatment = staff.url();
	await staff.getByRole("link", { name: "Antwort vorbereiten" }).click();
	await expect(staff.getByLabel("übernommen", { exact: true })).toBeChecked();
	await press(staff, "Speichern");
	await press(staff, "Um Freigabe bitten");
	const release = staff.url();
	const colleague = await another();
	await signIn(colleague, "saal@kreis.example");
	await colleague.goto(release);
	await press(colleague, "Freigeben und veröffentlichen");
	const answered = await newestMail(guest, email, { subject: /^Antwort auf Ihren Beitrag/ });
	expect(answered.text.replace(/\s+/g, " ")).toContain("Der Anregung wird entsprochen. Begründung 1");

	await staff.goto(manage);
	await press(staff, "Nächste Fassung beginnen");
	await write(staff, "Wortlaut", words.replace("zehn Tagen", "vierzehn Tagen"));
	await staff.locator('textarea[name="note"]').fill("Mehr Zeit für gute Antworten.");
	await press(staff, "Speichern");
	await staff.goto(treatment);
	await staff.getByRole("combobox", { name: "Fassung und Absatz" }).selectOption({ index: 1 });
	await press(staff, "Festhalten");
	await expect(staff.locator("main")).toContainText("Fassung 2 (in Arbeit), Absatz 1");
	await staff.goto(`${manage}/veroeffentlichen`);
	await inOrder(staff);
	await press(staff, "Jetzt veröffentlichen");

	const told = await newestMail(guest, email, { subject: new RegExp(`^Neue Fassung: ${title}`) });
	expect(told.text.replace(/\s+/g, " ")).toContain("ist in diese Fassung eingeflossen");
	await guest.goto(told.links.find((link) => link.includes("/vergleich")) ?? "");
	await inOrder(guest);
	await expect(guest.locator("main del")).toHaveText("[gestrichen: zehn Ende]");
	await expect(guest.locator("main ins")).toHaveText("[neu: vierzehn Ende]");
	await guest.goto(`${text}/anmerkungen`);
	await expect(guest.locator("main")).toContainText("2 Teile einzeln abgewogen");
	await axe(guest);
});
