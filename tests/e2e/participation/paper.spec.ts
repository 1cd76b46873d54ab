import { inOrder, press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const process = "/o/mendig/beteiligung/wege-im-alltag-wo-hakt-es";
const work = process.replace("/beteiligung/", "/verwaltung/beteiligung/");
const paper = `${work}/papier`;

test("cards are typed in with Enter, a table is imported without doubles, and its author gets slip and letter", async ({
	page: staff,
	another,
}, { project }) => {
	const mark = `${project.name} ${Date.now()}`;
	const guest = await another();
	await guest.goto(process);
	await guest.getByRole("link", { name: "Bogen zum Ausdrucken und Ausfüllen" }).click();
	await inOrder(guest);
	const pdf = await guest.request.get(`${process}/bogen/pdf`);
	expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);

	await signIn(staff, "participation-manager");
	await staff.goto("/heute");
	await staff.locator('main a[href="/o/mendig/verwaltung/papier"]').first().click();
	await inOrder(staff);
	await staff.locator(`main a[href="${paper}"]`).click();
	await staff.getByLabel("per Brief").check();
	await staff.locator('input[name="text"]').fill(`Schatten am Busbahnhof ${mark}`);
	await staff.locator('input[name="text"]').press("Enter");
	await expect(staff.locator("[data-error-summary]")).toContainText("Für einen Brief fehlt der Name.");
	await inOrder(staff);
	await staff.locator('input[name="name"]').fill("Erika Muster");
	await staff.locator('input[name="street"]').fill("Marktplatz 1");
	await staff.locator('input[name="town"]').fill("56743 Mendig");
	await staff.locator('input[name="text"]').press("Enter");
	const saved = staff.getByText(/Gespeichert als Beitrag \d+/);
	await expect(saved).toBeVisible();
	const number = (await saved.innerText()).match(/\d+/)?.[0] ?? "";
	await expect(staff.locator('input[name="text"]')).toHaveValue("");
	if (project.use.javaScriptEnabled !== false) await expect(staff.locator('input[name="text"]')).toBeFocused();
	await inOrder(staff);
	await staff.getByRole("link", { name: "Abholschein drucken" }).click();
	await inOrder(staff);
	const code = (await staff.locator(".gw-slip__code").innerText()).trim();

	// a comment gets a letter when it is a question, because only questions are answered
	await staff.goto(paper);
	await staff.locator('input[name="text"]').fill(`Wann kommt der Schatten? ${mark}`);
	await staff.getByLabel("Kommentar zu Beitrag Nr.").fill(number);
	await staff.getByLabel("per Brief").check();
	await staff.locator('input[name="name"]').fill("Uli Muster");
	await staff.locator('input[name="street"]').fill("Marktplatz 2");
	await staff.locator('input[name="town"]').fill("56743 Mendig");
	await press(staff, "Speichern");
	await expect(staff.locator("[data-error-summary]")).toContainText(
		"Beantwortet werden nur Kommentare, die eine Frage",
	);
	await staff.getByLabel("Der Kommentar ist eine Frage an die Verwaltung").check();
	await press(staff, "Speichern");
	await expect(staff.getByText("Gespeichert als Kommentar 1")).toBeVisible();
	await staff.getByRole("link", { name: "Abholschein drucken" }).click();
	const question = (await staff.locator(".gw-slip__code").innerText()).trim();
	await guest.goto("/abholen");
	await guest.getByLabel("Code vom Abholschein").fill(question);
	await press(guest, "Stand ansehen");
	await expect(guest.locator("main")).toContainText("Wann kommt der Schatten?");

	await staff.goto(`${paper}/tabellen`);
	await inOrder(staff);
	const file = (text: string) => ({ name: "Karten.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
	const rows = `Anregung;Datum\nBus am Sonntag ${mark};`;
	await staff.locator('input[name="table"]').setInputFiles(file(`${rows}gestern\n`));
	await press(staff, "Hochladen und prüfen");
	await expect(staff.locator("main")).toContainText("Das ist kein Datum.");
	await inOrder(staff);
	await press(staff, "Tabelle verwerfen");
	await staff.locator('input[name="table"]').setInputFiles(file(`${rows}1.6.2026\nLicht am Weg ${mark};\n`));
	await press(staff, "Hochladen und prüfen");
	await inOrder(staff);
	await press(staff, "2 Beiträge übernehmen");
	await expect(async () => {
		await staff.goto(staff.url());
		await expect(staff.locator("main")).toContainText("Fertig: 2 Beiträge übernommen", { timeout: 1000 });
	}).toPass();
	await inOrder(staff);
	await staff.goto(`${paper}/tabellen`);
	await staff.locator('input[name="table"]').setInputFiles(file(`${rows}1.6.2026\nLicht am Weg ${mark};\n`));
	await press(staff, "Hochladen und prüfen");
	await expect(staff.locator("main")).toContainText("Diese Tabelle kennen wir schon.");

	await staff.goto(`${work}/antworten?${new URLSearchParams({ wort: `Schatten am Busbahnhof ${mark}` })}`);
	await staff.getByRole("checkbox").check();
	await press(staff, "Antwort vorbereiten");
	await staff.getByLabel("übernommen", { exact: true }).check();
	await write(staff, "Begründung", "Wir pflanzen dort im Herbst zwei Linden.");
	await press(staff, "Speichern");
	await press(staff, "Um Freigabe bitten");
	const answer = staff.url();
	const colleague = await another();
	await signIn(colleague, "rausch@mendig.example");
	await colleague.goto(answer);
	await press(colleague, "Freigeben und veröffentlichen");

	await guest.goto("/abholen");
	await inOrder(guest);
	await guest.getByLabel("Code vom Abholschein").fill("ABCD");
	await press(guest, "Stand ansehen");
	await expect(guest.locator("[data-error-summary]")).toContainText("Das ist kein vollständiger Code.");
	await guest.getByLabel("Code vom Abholschein").fill(code.toLowerCase());
	await press(guest, "Stand ansehen");
	await expect(guest.locator("main")).toContainText("zwei Linden");

	await staff.goto(`${paper}/briefe`);
	await inOrder(staff);
	// the same journey without scripts may gather, and post, both letters at this very moment
	const gather = staff.getByRole("button", { name: /^(Einen Brief|\d+ Briefe) zusammenstellen$/ });
	if ((await gather.count()) > 0) await press(staff, /zusammenstellen$/);
	const letter = staff.locator("main").getByRole("link", { name: `Schatten am Busbahnhof ${mark}` });
	await staff.goto(`${paper}/briefe`);
	const batches = await staff.locator(`main a[href^="${paper}/briefe/"]`).all();
	const addresses = await Promise.all(batches.map((batch) => batch.getAttribute("href")));
	for (const address of addresses) {
		await staff.goto(address ?? "");
		if ((await letter.count()) > 0) break;
	}
	await inOrder(staff);
	const letters = await staff.request.get(`${new URL(staff.url()).pathname}/pdf`);
	expect([letters.status(), (await letters.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
	if ((await staff.getByRole("button", { name: "Alle zur Post gegeben" }).count()) > 0) {
		await press(staff, "Alle zur Post gegeben");
	}
	await expect(staff.locator("main")).toContainText("zur Post am");
	await letter.click();
	await expect(staff.locator("main")).toContainText("auf Papier eingereicht");
});
