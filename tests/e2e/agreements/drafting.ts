import { expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { serverTime } from "../../support/clock";
import { newestMail } from "../../support/mailbox";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import type { Account } from "../../support/sign-in";

/**
 * What every page of agreements keeps: one heading, no finding by axe, valid HTML, no scrolling sideways at 320 px.
 * The server sends both runs the same page, so the run with JavaScript looks at it closely.
 */
export async function inOrder(page: Page, withoutRules: string[] = []): Promise<void> {
	await expect(page.locator("h1")).toHaveCount(1);
	if (test.info().project.name === "without-javascript") return;
	await axe(page);
	await htmlValid(page, withoutRules);
	await fitsInto(page, 320);
}

export const press = (page: Page, name: string) =>
	page.locator("main").getByRole("button", { name, exact: true }).first().click();

export const fill = (page: Page, name: string, text: string) => page.locator(`main [name="${name}"]`).fill(text);

/** Ticks one of a group of choices, found by field and visible words (the same words may stand in several groups). */
export async function choose(page: Page, name: string, words: string): Promise<void> {
	const choice = page.locator("main .gw-check").filter({ has: page.locator(`input[name="${name}"]`) });
	await choice
		.filter({ has: page.getByText(words, { exact: true }) })
		.locator("input")
		.check();
}

/** What a refused form says, and that its summary leads to the first field. */
export async function refusedWith(page: Page, words: string): Promise<void> {
	const summary = page.locator(".gw-error-summary");
	await expect(summary).toContainText(words);
	const target = (await summary.locator("a").first().getAttribute("href")) ?? "";
	await expect(page.locator(target)).toHaveCount(1);
}

/** A calendar day in Germany as date fields take it, from the clock of the house. */
export async function dayIn(page: Page, { years = 0, days = 0 }): Promise<string> {
	const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(await serverTime(page));
	const day = new Date(`${today}T12:00:00Z`);
	day.setUTCFullYear(day.getUTCFullYear() + years);
	day.setUTCDate(day.getUTCDate() + days);
	return day.toISOString().slice(0, 10);
}

const lead = "Verbandsgemeinde Mendig";
const company = "Netzgesellschaft Osteifel GmbH";
/** Who is asked to join, in which role, and whose holder signs; the lead is there already. */
const partners = [
	{ search: "Thür", name: "Thür", role: "beteiligt" },
	{ search: "Dorfverein", name: "Dorfverein Thür e. V.", role: "beteiligt" },
	{ search: "Netzgesellschaft", name: company, role: "Umsetzungspartner" },
];
const signing = {
	[lead]: "Bürgermeister der Verbandsgemeinde Mendig",
	Thür: "Ortsbürgermeisterin von Thür",
	"Dorfverein Thür e. V.": "1. Vorsitzende",
	[company]: "Geschäftsführung",
};

/** Two municipalities, an association and a municipal company become parties, each with who signs. */
export async function nameParties(page: Page, here: string): Promise<void> {
	await page.goto(`${here}/parteien`);
	await fill(page, "q", "Thür");
	await page.locator('main form[role="search"] button, main search button').first().click();
	await press(page, "Partei hinzufügen");
	await refusedWith(page, "Bitte wählen Sie eine Möglichkeit.");
	for (const { search, name, role } of partners) {
		await page.goto(`${here}/parteien?q=${encodeURIComponent(search)}`);
		await choose(page, "organisationId", name);
		await choose(page, "role", role);
		await press(page, "Partei hinzufügen");
		await expect(page.locator("main h2").filter({ hasText: `${name} (${role})` })).toHaveCount(1);
	}
	for (const [name, post] of Object.entries(signing)) {
		await page.getByLabel(post, { exact: true }).check();
		await press(page, `Speichern: ${name}`);
		await expect(page.getByLabel(post, { exact: true })).toBeChecked();
	}
	await inOrder(page);
}

/** Nature and dates: in force and pilot from today, funded for two years; then what the legal office says. */
export async function nameDates(page: Page, here: string): Promise<void> {
	await page.goto(`${here}/angaben`);
	await choose(page, "nature", "Vereinbarung des Privatrechts");
	const end = await dayIn(page, { years: 2, days: -1 });
	await fill(page, "effectiveOn", await dayIn(page, {}));
	await fill(page, "pilotStart", await dayIn(page, {}));
	await fill(page, "pilotEnd", end);
	await fill(page, "fundingEnd", end);
	await fill(page, "agreedMonths", "viele");
	await press(page, "Speichern");
	await refusedWith(page, "Bitte prüfen Sie diese Angabe.");
	await fill(page, "agreedMonths", "24");
	await press(page, "Speichern");
	await expect(page.locator("main")).toContainText("Gespeichert");
	await inOrder(page);
	await page.goto(`${here}/form`);
	await expect(page.locator("main")).toContainText("muss die Rechtsstelle bestätigen");
	await inOrder(page);
}

/** The ten blocks, each with a text. */
export async function writeBlocks(page: Page, here: string): Promise<void> {
	await page.goto(here);
	const links = page.locator('main a[href*="/baustein/"]');
	const paths = await links.evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute("href") ?? ""));
	expect(paths).toHaveLength(10);
	for (const [index, path] of paths.entries()) {
		await page.goto(path);
		await fill(page, "text", "Das haben die Parteien gemeinsam besprochen.\n\nNäheres steht in den Tabellen.");
		if (index === 0) await inOrder(page);
		await press(page, "Speichern");
		await expect(page).toHaveURL(/#bausteine$/);
	}
	await inOrder(page);
}

/** Who does what, and when; one date too many is taken out again. */
export async function planWork(page: Page, here: string): Promise<void> {
	await page.goto(`${here}/aufgaben`);
	for (const [task, phase] of [
		["Sensoren aufstellen", "Pilot"],
		["Anlage betreiben und warten", "Betrieb"],
	] as const) {
		await fill(page, "task", task);
		await choose(page, "dutyPhase", phase);
		await choose(page, "responsibleId", company);
		await choose(page, "helperIds", lead);
		await press(page, "Aufgabe hinzufügen");
		await expect(page.locator("main table")).toContainText([task]);
	}
	await press(page, "Meilenstein hinzufügen");
	await refusedWith(page, "Bitte schreiben Sie etwas in dieses Feld.");
	for (const title of ["Erste Auswertung", "Zweite Auswertung"]) {
		await fill(page, "title", title);
		await fill(page, "day", await dayIn(page, { days: 90 }));
		await choose(page, "phase", "Pilot");
		await press(page, "Meilenstein hinzufügen");
		await expect(page.locator("main")).toContainText(title);
	}
	await press(page, "Zweite Auswertung entfernen");
	await expect(page.locator("main")).not.toContainText("Zweite Auswertung");
	await inOrder(page);
}

/** Running costs by inhabitants: 10,000.00 € a year by 40,619 and 14,622 heads, to the cent. */
export async function planCosts(page: Page, here: string): Promise<void> {
	await page.goto(`${here}/kosten`);
	await page.getByRole("link", { name: "Kostenposition hinzufügen" }).click();
	await fill(page, "label", "Betrieb der Sensoren");
	await choose(page, "costClass", "Betrieb");
	await choose(page, "key", "nach Einwohnerzahl");
	const first = Number((await dayIn(page, {})).slice(0, 4));
	const amount = (year: number) => page.getByLabel(`Betrag ${year} in Euro`);
	for (const later of [1, 2, 3]) await amount(first + later).fill("10.000,00");
	await amount(first + 4).fill("zehntausend");
	for (const [name, heads] of [
		[lead, "40619"],
		["Thür", "14622"],
	] as const) {
		await page.getByLabel(`Wert für ${name}`).fill(heads);
		await page.getByLabel(`Quelle der Einwohnerzahl (${name})`).fill("Statistisches Landesamt Rheinland-Pfalz");
		await page.getByLabel(`Stichtag (${name})`).fill("2023-12-31");
	}
	await press(page, "Speichern");
	await refusedWith(page, "Bitte schreiben Sie den Betrag so: 1.234,56");
	await expect(page.getByLabel(`Wert für ${lead}`)).toHaveValue("40619");
	// Years and parties are lists: the same names in every line, read in order.
	await inOrder(page, ["form-dup-name"]);
	await amount(first + 4).fill("10.000,00");
	await press(page, "Speichern");
	await expect(page.locator("main tbody tr").first()).toContainText(/10\.000,00\s€\s*7\.353,05\s€\s*2\.646,95\s€/);
	await expect(page.locator("section:has(#summen) tfoot")).toContainText(
		/40\.000,00\s€\s*29\.412,20\s€\s*10\.587,80\s€/,
	);
	await inOrder(page);
}

/** While a year after the funding has no class and name, nothing can be frozen; then every euro gets both. */
export async function coverCosts(page: Page, here: string): Promise<void> {
	const gaps = page.getByText(/Im Jahr \d{4} fehlen 10\.000,00\s€/);
	await page.goto(`${here}/festschreiben`);
	await expect(gaps).toHaveCount(2);
	await expect(page.locator("main")).toContainText("Es fehlen Angaben zu: Betriebskostenzusage.");
	await expect(page.getByRole("button", { name: "Jetzt festschreiben" })).toHaveCount(0);
	await inOrder(page);
	await page.goto(`${here}/deckung`);
	const last = String(Number((await dayIn(page, {})).slice(0, 4)) + 4);
	await fill(page, "year", last);
	await fill(page, "label", lead);
	await fill(page, "cents", "10.000,00");
	await choose(page, "standing", "offen");
	await press(page, "Zeile hinzufügen");
	await refusedWith(page, "Bei offenem Geld muss dastehen, wer einspringt.");
	await fill(page, "bearer", "Kämmerei der Verbandsgemeinde");
	await press(page, "Zeile hinzufügen");
	await expect(page.locator("main")).toContainText("Kämmerei der Verbandsgemeinde");
	await press(page, "Aus den Anteilen übernehmen");
	await expect(page.locator("main")).toContainText("unter Haushaltsvorbehalt");
	await choose(page, "partyId", company);
	await fill(page, "from", await dayIn(page, { years: 2 }));
	await fill(page, "until", await dayIn(page, { years: 4 }));
	await press(page, "Betriebskostenzusage hinzufügen");
	await refusedWith(page, "Bitte schreiben Sie etwas in dieses Feld.");
	await fill(page, "yearly", "10.000,00");
	await fill(page, "basis", "Beschluss der Gesellschafterversammlung");
	await fill(page, "adjustment", "keine");
	await press(page, "Betriebskostenzusage hinzufügen");
	await expect(page.locator("main")).toContainText("Beschluss der Gesellschafterversammlung");
	await inOrder(page);
	await page.goto(`${here}/festschreiben`);
	await expect(gaps).toHaveCount(0);
	await expect(page.locator("main")).toContainText("hat die Rechtsstelle noch nicht bestätigt.");
	await confirmForms(page, here);
}

/** The legal office confirms the forms of all parties as the rules give them. */
export async function confirmForms(page: Page, here: string): Promise<void> {
	await page.goto(`${here}/form`);
	await press(page, "Formen bestätigen");
	await refusedWith(page, "Bitte schreiben Sie etwas in dieses Feld.");
	await fill(page, "confirmedBy", "Rechtsamt, Frau Adler");
	await fill(page, "confirmReason", "Gesetze nachgesehen");
	await press(page, "Formen bestätigen");
	await expect(page.locator("main")).toContainText("Rechtsamt, Frau Adler");
	await inOrder(page);
}

/** The way of a guest: link, password, second factor. @returns what they sign with */
export async function acceptAsGuest(guest: Page, email: string): Promise<Account> {
	const password = "Laterne am kleinen Hafen";
	const mail = await newestMail(guest, email);
	// The text of a mail is broken into lines.
	expect(mail.text.replace(/\s+/g, " ")).toContain("Sie sehen dort nur diese eine Vereinbarung.");
	await guest.goto(mail.links.find((link) => link.includes("/einladung/")) ?? "");
	await fill(guest, "password", password);
	await press(guest, "Einladung annehmen");
	await expect(guest).toHaveURL(/zweiter-faktor/);
	const secret = (await guest.locator("main code").innerText()).replaceAll(" ", "");
	const totp = new TOTP({ secret: Secret.fromBase32(secret) });
	await fill(guest, "code", totp.generate({ timestamp: (await serverTime(guest)).getTime() }));
	await press(guest, "Einrichten");
	await expect(guest.locator("main li code")).toHaveCount(10);
	return { role: "guest", email, password, totpSecret: secret };
}
