import { germanDay } from "../../support/days";
import { inOrder, press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { pictureWithPlace } from "../../support/upload-samples";
import { write } from "../../support/write";

const work = "/o/mendig/verwaltung/beteiligung";

test("a survey is made, answered by a guest with a condition, resumed and corrected, and its result withheld", async ({
	page: staff,
	another,
}, { project }) => {
	const title = `Busfahren ${project.name} ${Date.now()}`;
	const email = `umfrage-${project.name}-${Date.now()}@example.org`;
	const today = germanDay();
	await signIn(staff, "participation-manager");
	await staff.goto(`${work}/neu`);
	await staff.getByRole("link", { name: /^Mit diesem Muster beginnen ?: Umfrage/ }).click();
	await staff.locator('input[name="title"]').fill(title);
	await write(staff, "Worum geht es?", "Wir planen den Bus neu.");
	await write(staff, "Was steht schon fest?", "Die Linie bleibt.");
	await write(staff, "Was ist noch offen?", "Wann der Bus fährt.");
	await staff.locator('input[name="firstDay"]').fill(today);
	await press(staff, "Entwurf speichern");
	const hub = new URL(staff.url()).pathname.replace(/\/veroeffentlichen$/, "");
	await staff.getByRole("link", { name: "Eine Umfrage hat noch keine Frage." }).click();
	await inOrder(staff);
	await staff.getByRole("link", { name: title }).last().click();
	await staff.getByRole("link", { name: "Eine Antwort", exact: true }).click();
	await press(staff, "Frage speichern");
	await expect(staff.locator("[data-error-summary]")).toContainText("Geben Sie mindestens zwei Antworten an.");
	await inOrder(staff);
	await staff.locator('input[name="title"]').fill("Fahren Sie Bus?");
	await staff.locator('textarea[name="options"]').fill("ja\nnein");
	await staff.locator('input[name="required"]').check();
	await press(staff, "Frage speichern");
	await staff.getByRole("link", { name: "Freie Antwort", exact: true }).click();
	await staff.locator('input[name="title"]').fill("Warum nicht?");
	await staff.locator('select[name="condition"]').selectOption({ label: "nein" });
	await press(staff, "Frage speichern");
	for (const [kind, words] of [
		["Ort auf der Karte", "Wo fehlt eine Haltestelle?"],
		["Datei", "Haben Sie ein Foto?"],
	] as const) {
		await staff.getByRole("link", { name: kind, exact: true }).click();
		await staff.locator('input[name="title"]').fill(words);
		await press(staff, "Frage speichern");
	}
	await inOrder(staff);
	await staff.getByRole("link", { name: "Vorschau und Bogen zum Drucken" }).click();
	await expect(staff.locator("main")).toContainText("Nur wenn Sie bei „Fahren Sie Bus?“ die Antwort „nein“ haben.");
	await inOrder(staff);
	await staff.goto(`${hub}/veroeffentlichen`);
	await press(staff, "Um Freigabe bitten");
	const colleague = await another();
	await signIn(colleague, "rausch@mendig.example");
	await colleague.goto(`${hub}/freigabe`);
	await press(colleague, "Freigeben und veröffentlichen");

	const guest = await another();
	await guest.goto(hub.replace("/verwaltung", ""));
	await guest.getByRole("link", { name: "Zur Umfrage" }).click();
	await inOrder(guest);
	await press(guest, "Umfrage beginnen");
	const form = new URL(guest.url()).pathname;
	await press(guest, "Speichern und weiter");
	await expect(guest.locator("[data-error-summary]")).toContainText("Bitte beantworten Sie diese Frage.");
	await guest.getByLabel("nein", { exact: true }).check();
	await press(guest, "Speichern und weiter");
	await inOrder(guest);
	await guest.goto(`${form}?seite=2`);
	await guest.getByLabel("Warum nicht?").fill("Er fährt zu selten.");
	await guest.getByLabel("Ort in Worten").fill("Am Brunnen");
	// without scripts the form comes back with the point
	await guest.locator('input[type="image"]').click({ position: { x: 140, y: 126 } });
	await expect(guest.getByLabel("Ort in Worten")).toHaveValue("Am Brunnen");
	await expect(guest.getByLabel("Punkt auf der Karte")).toHaveValue(/^50\.\d+,7\.\d+$/);
	const photo = { name: "halt.jpg", mimeType: "image/jpeg", buffer: await pictureWithPlace(60, 40) };
	await guest.locator('input[type="file"]').setInputFiles(photo);
	await inOrder(guest);
	await press(guest, "Speichern und weiter");
	await expect(guest.locator("main")).toContainText("Am Brunnen · 50.");
	await expect(guest.locator("main")).toContainText("halt.");
	await expect(guest.locator("main")).toContainText("Er fährt zu selten.");
	await inOrder(guest);
	await guest.getByLabel("E-Mail-Adresse").fill(email);
	await press(guest, "Code zuschicken");
	const { codes } = await newestMail(guest, email);
	await guest.getByLabel("Code aus der Nachricht").fill(codes.find((code) => code.length === 6) ?? "");
	await press(guest, "Antworten abgeben");
	await expect(guest.getByRole("heading", { level: 1, name: "Vielen Dank, Ihre Antworten sind da" })).toBeVisible();
	await inOrder(guest);
	await guest.getByRole("link", { name: "Antworten ändern" }).click();
	await guest.getByLabel("ja", { exact: true }).check();
	await press(guest, "Speichern und weiter");
	await expect(guest.locator("main")).not.toContainText("Warum nicht?");
	await expect(guest.locator("main")).toContainText("Gespeichert ist „halt.");
	await press(guest, "Speichern und weiter");
	await press(guest, "Geänderte Antworten abgeben");
	await expect(guest.locator("main")).toContainText("Quittung");

	const survey = `${hub}/umfrage/1`;
	await staff.goto(`${survey}/eingeben`);
	await staff.getByLabel("ja", { exact: true }).check();
	await inOrder(staff);
	await press(staff, "Bogen speichern");
	await expect(staff.locator("main")).toContainText("Schreiben Sie sie auf den Bogen.");
	await staff.goto(`${survey}/texte`);
	await expect(staff.getByRole("link", { name: /^halt\./ })).toBeVisible();
	await inOrder(staff);
	await staff.goto(`${survey}/wer-antwortet`);
	await inOrder(staff);
	await staff.goto(survey);
	await inOrder(staff);
	await staff.goto(`${survey.replace("/verwaltung", "")}/ergebnis`);
	await expect(staff.locator("main")).toContainText("2 Antworten, davon 1 auf Papier.");
	await expect(staff.locator("main")).toContainText("Weniger als fünf Personen haben diese Frage beantwortet.");
	await inOrder(staff);
	expect((await guest.goto(`${survey.replace("/verwaltung", "")}/ergebnis`))?.status()).not.toBe(200);
});
