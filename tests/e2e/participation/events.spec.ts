import type { Page } from "@playwright/test";
import { releaseClock, serverTime, setClock } from "../../support/clock";
import { germanDay } from "../../support/days";
import { inOrder, press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const process = "/o/mendig/beteiligung/wege-im-alltag-wo-hakt-es";
const work = "/o/mendig/verwaltung/beteiligung/wege-im-alltag-wo-hakt-es/termine";

/** `<input type="datetime-local">` of a day from now; the hour is German time. */
function momentIn(days: number, hour: string): string {
	return `${germanDay(days)}T${hour}`;
}

test("an event with one seat: a guest takes it, another waits, moves up and accepts; cards become contributions", async ({
	page: staff,
	another,
}, { project }) => {
	const title = `Sprechstunde ${project.name} ${Date.now()}`;
	const address = (name: string) => `${name}-${project.name}-${Date.now()}@example.org`;

	await signIn(staff, "participation-manager");
	await staff.goto(work);
	await inOrder(staff);
	await staff.locator("main").getByRole("link", { name: "Termin planen" }).first().click();
	await press(staff, "Termin eintragen");
	await expect(staff.locator("[data-error-summary]")).toContainText("Bitte geben Sie Tag und Uhrzeit an.");
	await inOrder(staff);
	await staff.locator('input[name="title"]').fill(title);
	await staff.locator('input[name="startsAt"]').fill(momentIn(20, "17:00"));
	await staff.locator('input[name="endsAt"]').fill(momentIn(20, "18:30"));
	await staff.locator('input[name="place"]').fill("Rathaus, Zimmer 7");
	await staff.getByLabel("Mit Anmeldung").check();
	await staff.locator('input[name="seats"]').fill("1");
	await press(staff, "Termin eintragen");
	const code = new URL(staff.url()).pathname.split("/").at(-1) ?? "";
	await inOrder(staff);

	const register = async (page: Page, email: string) => {
		await page.goto(`/termin/${code}`);
		await page.locator('input[name="name"]').fill("Gerda Gast");
		await page.locator('input[name="email"]').fill(email);
		await press(page, "Anmelden");
		await expect(page.getByRole("status").first()).toContainText("Bitte sehen Sie in Ihr Postfach");
		const mail = await newestMail(page, email, { subject: /^Bitte bestätigen/ });
		await page.goto(mail.links.find((link) => link.includes("/termin-anmeldung/")) ?? "");
		await press(page, "Anmeldung bestätigen");
		return mail;
	};
	const [first, second] = [await another(), await another()];
	await first.goto(`${process}/termin/${code}`);
	await inOrder(first);
	await register(first, address("erste"));
	await expect(first.locator("main")).toContainText("Angemeldet");
	await inOrder(first);
	const waiting = address("zweite");
	await register(second, waiting);
	await expect(second.locator("main")).toContainText("Auf der Warteliste");

	const file = await (await first.request.get(`${process}/termin/${code}/termin.ics`)).text();
	expect(file).toContain("BEGIN:VTIMEZONE");
	expect(file).toContain("DTSTART;TZID=Europe/Berlin:");

	await press(first, "Anmeldung absagen");
	await expect(first.locator("main")).toContainText("Diese Anmeldung gilt nicht mehr.");
	const offer = await newestMail(second, waiting, { subject: /^Ein Platz ist frei/ });
	await second.goto(offer.links.find((link) => link.includes("/termin-anmeldung/")) ?? "");
	await press(second, "Platz annehmen");
	await expect(second.locator("main")).toContainText("Angemeldet");

	await staff.goto(`${work}/${code}/absagen`);
	await axe(staff);
	await staff.locator('textarea[name="reason"]').fill("Der Saal steht unter Wasser.");
	await press(staff, "Termin absagen");
	const cancelled = await newestMail(second, waiting, { subject: /^Abgesagt/ });
	expect(cancelled.text).toContain("Der Saal steht unter Wasser.");

	await staff.goto(work);
	await staff.getByRole("link", { name: "Auftakt: Wege im Alltag" }).click();
	await staff.getByRole("link", { name: "Karten eintippen" }).click();
	const card = `Mehr Bänke am Weg ${project.name} ${Date.now()}`;
	await staff.locator('input[name="text"]').fill(card);
	await staff.locator('input[name="text"]').press("Enter");
	await expect(staff.getByRole("status").first()).toContainText(/Beitrag \d+ ist gespeichert/);
	await inOrder(staff);
	await second.goto(process);
	await second.locator("main").getByRole("link", { name: "Auftakt: Wege im Alltag" }).click();
	await expect(second.locator("main")).toContainText("Schulweg");
	await expect(second.locator("main")).toContainText(card);
	await inOrder(second);
});

test("a series of events from the recipe to its closing; a caller is registered, the list is printed @clock", async ({
	page: staff,
	another,
}) => {
	const title = `Werkstätten am Bach ${Date.now()}`;
	const made = "/o/mendig/verwaltung/beteiligung";
	const start = (await serverTime(staff)).getTime();
	const dayAt = (days: number) => germanDay(days, start);
	const german = new Intl.DateTimeFormat("sv-SE", {
		timeZone: "Europe/Berlin",
		dateStyle: "short",
		timeStyle: "short",
	});
	/** A moment as `datetime-local` wants it; within the same session, so that nobody has to sign in again. */
	const inMinutes = (minutes: number) => german.format(new Date(start + minutes * 60_000)).replace(" ", "T");
	await signIn(staff, "participation-manager");
	await staff.goto(`${made}/neu`);
	await staff.getByRole("link", { name: /^Mit diesem Muster beginnen ?: Veranstaltungsreihe/ }).click();
	await staff.locator('input[name="title"]').fill(title);
	await write(staff, "Worum geht es?", "Wir planen den Bach an drei Abenden.");
	await write(staff, "Was steht schon fest?", "Der Bach bleibt, wo er ist.");
	await write(staff, "Was ist noch offen?", "Wege und Bänke.");
	await staff.locator('input[name="firstDay"]').fill(dayAt(0));
	await staff.locator('input[name="lastDay"]').fill(dayAt(5));
	await staff.locator('input[name="answeredUntil"]').fill(dayAt(30));
	await press(staff, "Entwurf speichern");
	const hub = new URL(staff.url()).pathname.replace(/\/veroeffentlichen$/, "");
	await staff.getByRole("link", { name: "Es ist noch kein Termin geplant." }).click();
	await staff.locator("main").getByRole("link", { name: "Termin planen" }).first().click();
	await staff.locator('input[name="title"]').fill("Erster Abend");
	await staff.locator('input[name="startsAt"]').fill(inMinutes(60));
	await staff.locator('input[name="endsAt"]').fill(inMinutes(90));
	await staff.locator('input[name="place"]').fill("Bürgerhaus");
	await staff.getByLabel("Mit Anmeldung").check();
	await press(staff, "Termin eintragen");
	const evening = new URL(staff.url()).pathname;
	await staff.goto(`${hub}/veroeffentlichen`);
	await press(staff, "Um Freigabe bitten");

	// what is changed after the request has to be asked for again
	const colleague = await another();
	await signIn(colleague, "rausch@mendig.example");
	await colleague.goto(`${evening}/bearbeiten`);
	await colleague.locator('input[name="place"]').fill("Bürgerhaus, kleiner Saal");
	await press(colleague, "Änderung speichern");
	await colleague.goto(`${hub}/freigabe`);
	await expect(colleague.locator("main")).toContainText("Nach der Bitte um Freigabe geändert: Termine");
	await inOrder(colleague);
	await colleague.goto(`${hub}/freigabe/zuruecknehmen`);
	await press(colleague, "Bitte um Freigabe zurücknehmen");
	await staff.goto(`${hub}/veroeffentlichen`);
	await press(staff, "Um Freigabe bitten");
	await colleague.goto(`${hub}/freigabe`);
	await press(colleague, "Freigeben und veröffentlichen");

	await staff.goto(`${evening}/anmeldung`);
	await inOrder(staff);
	await press(staff, "Eintragen");
	await expect(staff.locator("[data-error-summary]")).toContainText("Bitte geben Sie den Namen an.");
	await staff.locator('input[name="name"]').fill("Erna Anruf");
	await staff.locator('input[name="phone"]').fill("02652 1234");
	await press(staff, "Eintragen");
	await expect(staff.getByRole("status").first()).toContainText("Eingetragen: Angemeldet");
	await inOrder(staff);
	await staff.getByRole("link", { name: "Erna Anruf" }).click();
	await expect(staff.locator("main")).toContainText("am Telefon");
	await inOrder(staff);
	await staff.goto(`${evening}/liste`);
	await expect(staff.locator("table")).toContainText("Erna Anruf");
	await inOrder(staff);
	try {
		await setClock(staff, new Date(start + 120 * 60_000));
		await staff.goto(`${evening}/anwesenheit`);
		await staff.getByLabel("Erna Anruf (eine Person)").check();
		await press(staff, "Anwesenheit speichern");
		await staff.goto(`${hub}/abschliessen`);
		await press(staff, "Beteiligung abschließen");
		await expect(staff.locator("[data-error-summary]")).toBeVisible();
		await staff.goto(`${evening}/protokoll`);
		await write(staff, "Protokoll", "Wir sprachen über Bänke.");
		await press(staff, "Protokoll veröffentlichen");
		await staff.goto(`${hub}/abschliessen`);
		await press(staff, "Beteiligung abschließen");
		await staff.goto(hub.replace("/verwaltung", ""));
		await expect(staff.locator("main")).toContainText(/abgeschlossen/i);
	} finally {
		await releaseClock(staff);
	}
});

test("the calendar of all places and of one, as pages and to subscribe to @once", async ({ page }) => {
	for (const path of ["/termine", "/o/mendig/termine"]) {
		await page.goto(path);
		await expect(page.locator("main")).toContainText("Spaziergang: Wo hakt es zu Fuß?");
		await inOrder(page);
		const feed = await page.request.get(`${path}.ics`);
		expect(feed.headers()["content-type"]).toContain("text/calendar");
		expect(await feed.text()).toContain("SUMMARY:Spaziergang: Wo hakt es zu Fuß?");
	}
});
