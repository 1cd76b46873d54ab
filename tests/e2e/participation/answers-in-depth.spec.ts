import { readSheet } from "read-excel-file/node";
import { germanDay } from "../../support/days";
import { press, takeTime } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const process = "wege-im-alltag-wo-hakt-es";
const board = `/o/mendig/verwaltung/beteiligung/${process}/antworten`;

/** The downloaded table as CSV, with this in the column to fill in; `leaveOut` drops the last row. */
async function filled(workbook: Buffer, text: string, { leaveOut = false } = {}): Promise<Buffer> {
	const rows = (await readSheet(workbook)).map((row) => row.map((cell) => String(cell ?? "")));
	const at = rows[0]?.indexOf("Ihre Einschätzung") ?? -1;
	const answered = rows.filter((row, index) => index === 0 || row[0] !== "");
	for (const row of answered.slice(1)) row[at] = `${text} ${row[2]}`;
	const lines = leaveOut ? answered.slice(0, -1) : answered;
	return Buffer.from(lines.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")).join("\r\n"));
}

test("a question is answered with a text block, carried out in public, and a department fills in a list @plain", async ({
	page: staff,
	another,
}, { project }) => {
	const mark = `${project.name}-${Date.now()}`;
	const office = `amt-${mark}@amt.example`;

	await signIn(staff, "participation-manager");
	await staff.goto("/heute");
	await expect(staff.locator(`main a[href="${board}"]`).first()).toBeVisible();

	await staff.goto("/o/mendig/verwaltung/textbausteine/neu");
	await axe(staff);
	await press(staff, "Speichern");
	await expect(staff.locator("[data-error-summary]")).toContainText("Bitte geben Sie dem Textbaustein einen Namen.");
	await staff.locator('input[name="name"]').fill(`Weitergabe ${mark}`);
	await staff.getByLabel("weitergeleitet", { exact: true }).check();
	await write(staff, "Text", `Zu Beitrag {nummer}: Wir geben das an das zuständige Amt weiter. Zeichen: ${mark}.`);
	await press(staff, "Speichern");
	await htmlValid(staff);
	await expect(staff.locator("main")).toContainText(`Weitergabe ${mark}`);

	await staff.goto(`${board}?stand=unanswered`);
	const ideas = staff.locator('main th a[href^="/b/"]');
	const idea = (await ideas.first().getAttribute("href")) ?? "";

	const citizen = await another();
	const author = await signIn(citizen, "citizen");
	await citizen.goto(`${idea}/kommentieren`);
	await citizen.locator('textarea[name="text"]').fill(`${mark}: Wann wird das entschieden?`);
	await citizen.getByLabel("Das ist eine Frage an die Verwaltung").check();
	await axe(citizen);
	await takeTime(citizen);
	await press(citizen, "Kommentar absenden");
	await staff.goto("/o/mendig/verwaltung/moderation");
	const waiting = staff.locator("article").filter({ hasText: mark });
	await waiting.getByRole("button", { name: "Veröffentlichen" }).click();
	await expect(staff.locator("article").filter({ hasText: mark })).toHaveCount(0);
	await citizen.goto(idea);
	await expect(citizen.locator("article").filter({ hasText: mark })).toContainText("Frage an die Verwaltung");

	await staff.goto(`${board}?${new URLSearchParams({ wort: mark })}`);
	await staff.getByRole("checkbox").check();
	await press(staff, "Antwort vorbereiten");
	await staff.locator("summary").filter({ hasText: "Textbausteine" }).click();
	await staff.getByRole("link", { name: `Als Anfang nehmen: Weitergabe ${mark}` }).click();
	await axe(staff);
	await press(staff, "Speichern");
	await expect(staff.locator("[data-answer]")).toContainText("Wir geben das an das zuständige Amt weiter.");
	await press(staff, "Um Freigabe bitten");
	const release = staff.url();
	const colleague = await another();
	await signIn(colleague, "moderator");
	await colleague.goto(release);
	await press(colleague, "Freigeben und veröffentlichen");
	await expect(colleague.locator("main")).toContainText("Die Antwort ist veröffentlicht.");
	const told = await newestMail(citizen, author.email, { subject: /Antwort auf Ihre Frage/, says: mark });
	expect(told.text).toMatch(/Zu Beitrag \d+: Wir geben/);
	await citizen.goto(told.links.find((link) => link.includes("/k/")) ?? "");
	await expect(citizen.locator("article").filter({ hasText: mark })).toContainText(/Zu Beitrag \d+: Wir geben/);
	await axe(citizen);
	await htmlValid(citizen);

	await colleague.getByRole("link", { name: "Stand der Umsetzung" }).click();
	await axe(colleague);
	await colleague.getByLabel("begonnen", { exact: true }).check();
	await colleague.locator('textarea[name="text"]').fill(`${mark}: Das Amt hat den Auftrag erteilt.`);
	await press(colleague, "Veröffentlichen");
	await expect(colleague.getByRole("status").first()).toContainText("veröffentlicht");

	const guest = await another();
	await guest.goto(`/o/mendig/beteiligung/${process}`);
	await guest.getByRole("link", { name: "Was wurde gesagt – was wurde daraus" }).first().click();
	await axe(guest);
	await htmlValid(guest);
	await guest.goto(`${new URL(guest.url()).pathname}?ergebnis=passed-on`);
	const row = guest.locator("tr").filter({ hasText: mark });
	await expect(row).toContainText("weitergeleitet");
	await expect(row).toContainText("begonnen");
	const csv = await (await guest.request.get(`/o/mendig/beteiligung/${process}/antworten.csv`)).text();
	expect(csv).toContain(`${mark}: Das Amt hat den Auftrag erteilt.`);

	await staff.goto(`${board}?stand=unanswered`);
	const boxes = staff.locator('main input[name="beitrag"]');
	await boxes.nth(0).check();
	await boxes.nth(1).check();
	await press(staff, "Fachamt fragen");
	await staff.locator('input[name="office"]').fill("Bauamt");
	await staff.locator('input[name="email"]').fill(office);
	await staff.locator('textarea[name="question"]').fill("Was wäre dort möglich?");
	await staff.locator('input[name="dueOn"]').fill(germanDay(7));
	await press(staff, "Frage senden");
	const department = await another();
	await department.goto("/");
	const question = await newestMail(department, office);
	await department.goto(question.links.find((link) => link.includes("/fachamt/")) ?? "");
	await department.getByRole("link", { name: "Als Tabelle ausfüllen (Excel)" }).click();
	await axe(department);
	await htmlValid(department);
	const file = await department.request.get(`${new URL(department.url()).pathname}.xlsx`);
	const workbook = Buffer.from(await file.body());
	const upload = async (buffer: Buffer) => {
		await department.locator('input[type="file"]').setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer });
		await press(department, "Prüfen");
	};
	await upload(await filled(workbook, mark, { leaveOut: true }));
	await expect(department.locator("main")).toContainText(/Die Zeile zu Beitrag \d+ fehlt/);
	await axe(department);
	await upload(await filled(workbook, mark));
	await expect(department.locator("main")).toContainText("2 Einschätzungen werden übernommen.");
	await axe(department);
	await htmlValid(department);
	await press(department, "Übernehmen");
	await expect(department.getByRole("status").first()).toContainText("Vielen Dank");
	await staff.goto(`${board}/rueckfragen`);
	await expect(staff.locator("section").filter({ hasText: office })).toContainText(mark);
});
