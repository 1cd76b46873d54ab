import type { Page } from "@playwright/test";
import { releaseClock, setClock } from "../../support/clock";
import { inOrder, press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe } from "../../support/page-checks";
import { type Account, showAgain, signIn } from "../../support/sign-in";

const group = "/o/mendig/arbeitskreise/arbeitskreis-wege-und-plaetze";
const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const germanDay = (days: number) =>
	new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date(Date.now() + days * 86_400_000));

async function signMinutes(page: Page, account: Account, writing: string): Promise<void> {
	await page.goto(`${writing}/unterschreiben`);
	await showAgain(page, account);
	await press(page, /^Fassung 2 unterschreiben/);
	await expect(page.locator("main")).toContainText("Unterschrieben:");
}

/** Who wrote the minutes signs the printed ones; the chair compares the paper with the version. */
async function signByHand(staff: Page, second: Page, writing: string): Promise<void> {
	await staff.goto(writing);
	await staff.getByRole("link", { name: "Auf Papier unterschreiben" }).click();
	await axe(staff);
	const sha256 = await field(staff, "sha256").inputValue();
	await press(staff, "Scan hochladen");
	await expect(staff.locator("[data-error-summary]")).toContainText("Bitte wählen Sie eine Datei aus.");
	await field(staff, "scan").setInputFiles({
		name: "protokoll.pdf",
		mimeType: "application/pdf",
		buffer: Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
	});
	await press(staff, "Scan hochladen");
	await expect(staff.locator("main")).toContainText("Prüfen muss ihn jemand anderes.");
	await second.goto(`${writing}/papier`);
	await axe(second);
	await field(second, "codeOnPaper").fill("0000 0000 0000");
	await field(second, "originalPlace").fill("Hauptamt, Ordner 12");
	await press(second, "Papier stimmt mit der Fassung überein");
	await expect(second.locator("[data-error-summary]")).toContainText("nicht der Prüfcode dieser Fassung");
	await expect(field(second, "originalPlace")).toHaveValue("Hauptamt, Ordner 12");
	await field(second, "codeOnPaper").fill(sha256.slice(0, 12));
	await field(second, "signaturesComplete").check();
	await press(second, "Papier stimmt mit der Fassung überein");
	await expect(second.locator("main")).toContainText("Die Unterschrift zählt.");
	await inOrder(second);
}

test("minutes from the facts over objections and signatures, one by hand, to their public version; a task; what became of a decision; nobody needs scripts @clock", async ({
	another,
}) => {
	const [staff, member] = [await another({ scripts: false }), await another({ scripts: false })];
	await signIn(staff, "rausch@mendig.example");
	await staff.goto(group);
	await staff.getByRole("link", { name: "Vierte Sitzung" }).click();
	const meeting = new URL(staff.url()).pathname;
	const writing = `${meeting.replace("/arbeitskreise", "/verwaltung/arbeitskreise")}/protokoll`;
	await staff.goto(writing);
	await inOrder(staff);
	await press(staff, "Protokoll beginnen");
	await staff.getByRole("link", { name: "Notiz schreiben zu TOP 1" }).click();
	await press(staff, "Notiz speichern");
	await expect(staff.locator("[data-error-summary]")).toContainText("Bitte schreiben Sie, was gesagt wurde");
	await axe(staff);
	await field(staff, "text").fill("Die Laternen sollen um 23 Uhr dunkler werden.");
	await press(staff, "Notiz speichern");
	await staff.getByRole("link", { name: "Verteilen" }).click();
	await field(staff, "objectionsUntil").fill(germanDay(1));
	await press(staff, "Protokoll verteilen");
	await expect(staff.locator("[data-error-summary]")).toContainText("7 bis 90 Tage");
	await field(staff, "objectionsUntil").fill(germanDay(14));
	await press(staff, "Protokoll verteilen");
	await inOrder(staff);

	await signIn(member, "elke.neumann@post.example");
	const mail = await newestMail(member, "elke.neumann@post.example", { subject: /^Protokoll: Vierte Sitzung/ });
	expect(mail.links.some((link) => link.endsWith(`${meeting}/protokoll`))).toBe(true);
	await member.goto(`${meeting}/protokoll`);
	await expect(member.locator("main")).toContainText("Laternen mit Sensoren auf zwei Fußwegen erproben");
	await inOrder(member);
	await member.getByRole("link", { name: "Einwand erheben" }).click();
	await field(member, "text").fill("kurz");
	await press(member, "Einwand senden");
	await expect(field(member, "text")).toHaveValue("kurz");
	await field(member, "text").fill("Bei TOP 1 war von 22 Uhr die Rede, nicht von 23 Uhr.");
	await press(member, "Einwand senden");
	await expect(member.locator("main")).toContainText("noch nicht entschieden");

	await staff.goto(writing);
	await staff.getByRole("link", { name: "Entscheiden" }).click();
	await axe(staff);
	await staff.getByLabel("Wird übernommen").check();
	await field(staff, "reason").fill("Das haben mehrere so gehört.");
	await press(staff, "Entscheidung festhalten");
	await staff.getByRole("link", { name: /^Ändern/ }).click();
	await field(staff, "text").fill("Die Laternen sollen um 22 Uhr dunkler werden.");
	await press(staff, "Notiz speichern");
	await staff.getByRole("link", { name: "Neue Fassung festhalten" }).click();
	await field(staff, "reason").fill("Einwand zu TOP 1 übernommen");
	await press(staff, "Fassung festhalten");
	await member.goto(`${meeting}/protokoll?fassung=1`);
	await expect(member.locator("main")).toContainText("um 23 Uhr");

	await test.step("a task out of the decision, done by a member", async () => {
		await staff.goto("/empfehlungen");
		await inOrder(staff);
		await staff.getByRole("link", { name: "Laternen mit Sensoren auf zwei Fußwegen erproben" }).click();
		const decision = new URL(staff.url()).pathname;
		await staff.getByRole("link", { name: "Aufgabe anlegen" }).click();
		await press(staff, "Aufgabe anlegen");
		await expect(staff.locator("[data-error-summary]")).toContainText("was zu tun ist");
		await axe(staff);
		await field(staff, "title").fill("Standorte der Sensoren abgehen");
		await field(staff, "memberId").selectOption({ label: "Elke Neumann" });
		await field(staff, "dueOn").fill(germanDay(3));
		await press(staff, "Aufgabe anlegen");
		await member.goto("/heute");
		await expect(member.locator("main")).toContainText("Aufgaben aus Arbeitskreisen");
		await member.goto("/arbeitskreise/aufgaben");
		await inOrder(member);
		await member.getByRole("link", { name: "Standorte der Sensoren abgehen" }).click();
		await field(member, "text").fill("Alle acht Standorte sind abgegangen.");
		await field(member, "state").selectOption("done");
		await press(member, "Speichern");
		await expect(member.locator("main")).toContainText("erledigt");
		await inOrder(member);

		await staff.goto(`${decision}/umsetzung`);
		await staff.getByLabel("wird umgesetzt").check();
		await press(staff, "Bericht veröffentlichen");
		await expect(staff.locator("[data-error-summary]")).toContainText("mindestens 5 Zeichen");
		await field(staff, "text").fill("Die Sensoren sind bestellt.");
		await press(staff, "Bericht veröffentlichen");
		await expect(staff.locator("main")).toContainText("Die Sensoren sind bestellt.");
		await expect(staff.locator("main")).toContainText("Standorte der Sensoren abgehen");
		await inOrder(staff);
		await staff.goto("/empfehlungen?stand=under-way&q=Sensoren");
		await expect(staff.getByRole("link", { name: "Laternen mit Sensoren auf zwei Fußwegen erproben" })).toBeVisible();
		expect(await (await staff.request.get("/empfehlungen.atom")).text()).toContain("Laternen mit Sensoren");
	});

	try {
		await setClock(staff, new Date(Date.now() + 16 * 86_400_000));
		await signIn(staff, "rausch@mendig.example", { fresh: true });
		await staff.goto(`${writing}/endgueltig`);
		await press(staff, "Protokoll endgültig machen");
		await expect(staff.locator("[data-error-summary]")).toContainText("Es fehlt die Unterschrift der Leitung.");
		const chair = await another({ scripts: false });
		await signMinutes(chair, await signIn(chair, "thoennes@mendig.example", { fresh: true }), writing);
		await signByHand(staff, chair, writing);
		const reader = await another({ scripts: false });
		expect((await reader.goto(`${meeting}/protokoll`))?.status()).toBe(404);
		await staff.goto(`${writing}/endgueltig`);
		await press(staff, "Protokoll endgültig machen");
		await expect(staff.locator("main")).toContainText("Das Protokoll ist endgültig.");

		await reader.goto(meeting);
		await reader.getByRole("link", { name: "Protokoll lesen" }).click();
		const main = reader.locator("main");
		await expect(main).toContainText("um 22 Uhr");
		await expect(main).toContainText("Was hier fehlt");
		await expect(main).toContainText("Es gab einen Einwand, einer wurde übernommen.");
		await expect(main).not.toContainText("Rausch");
		await expect(main).toContainText("auf Papier unterschrieben am");
		await inOrder(reader);
		const pdf = await reader.request.get(`${meeting}/protokoll.pdf`);
		expect(pdf.headers()["content-type"]).toBe("application/pdf");
	} finally {
		await releaseClock(staff);
	}
});
