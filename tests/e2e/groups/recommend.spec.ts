import type { Page } from "@playwright/test";
import { press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);

/** Some minutes ago in Germany, but not before today began (the seats are of today), as `datetime-local` wants it. */
function minutesAgo(minutes: number): string {
	const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" });
	const now = parts.format(new Date());
	const then = parts.format(new Date(Date.now() - minutes * 60_000));
	return (then.slice(0, 10) === now.slice(0, 10) ? then : `${now.slice(0, 10)} 00:00`).replace(" ", "T");
}

test("a group is set up, meets and recommends; its chair certifies, everybody reads it", async ({
	page: staff,
	another,
}, { project }) => {
	test.setTimeout(240_000);
	const name = `Arbeitskreis Schatten ${project.name} ${Date.now()}`;
	const title = `Bäume pflanzen ${Date.now()}`;
	await signIn(staff, "rausch@mendig.example");
	await staff.goto("/o/mendig/verwaltung/arbeitskreise/neu");
	await axe(staff);
	await field(staff, "name").fill(name);
	await write(staff, /^Auftrag$/, "Wie kommt mehr Schatten in die Stadt?");
	for (const bench of ["administration", "advisory"]) {
		await field(staff, `${bench}-min`).fill("0");
		await field(staff, `${bench}-max`).fill("0");
	}
	await staff.getByLabel(/zwei Drittel der abgegebenen Stimmen/).check();
	await staff.getByLabel("Keine Gruppe darf überstimmt werden").check();
	await press(staff, "Arbeitskreis einsetzen");
	const group = new URL(staff.url()).pathname;
	await expect(staff.locator("main")).toContainText("Die Besetzung passt nicht zur Geschäftsordnung");
	await axe(staff);

	const chairName = "Miriam Thönnes";
	for (const [bench, held, who] of [
		["politics", "chair", chairName],
		["citizens", "member", "Berta"],
	] as const) {
		await staff.goto(`${group}/mitglieder/neu`);
		if (held === "chair") await field(staff, "person").selectOption({ label: who });
		else {
			await field(staff, "givenName").fill(who);
			await field(staff, "familyName").fill("Beispiel");
		}
		await field(staff, "benchKind").selectOption(bench);
		await field(staff, "function").selectOption(held);
		await press(staff, "Aufnehmen");
	}
	await expect(staff.locator("main")).not.toContainText("Die Besetzung passt nicht");

	await staff.goto(`${group}/sitzungen/neu`);
	await field(staff, "title").fill("Erste Sitzung");
	await field(staff, "startsAt").fill(minutesAgo(60));
	await field(staff, "place").fill("Rathaus");
	await press(staff, "Sitzung planen");
	const meeting = new URL(staff.url()).pathname;
	await staff.goto(`${meeting}/tagesordnung`);
	await field(staff, "title").fill(title);
	await press(staff, "Aufnehmen");
	await staff.goto(`${meeting}/anwesenheit`);
	await axe(staff);
	for (const present of await staff.getByLabel("anwesend", { exact: true }).all()) await present.check();
	await press(staff, "Festhalten");
	await htmlValid(staff);

	await staff.getByRole("link", { name: /Abstimmung öffnen/ }).click();
	await axe(staff);
	await press(staff, "Weiter zum Wortlaut");
	await axe(staff);
	await write(staff, "Wortlaut", "Wir empfehlen, **zehn Bäume** zu pflanzen.");
	await field(staff, "votedAt").fill(minutesAgo(30));
	await field(staff, "responsiblePostId").selectOption({ index: 1 });
	await press(staff, "Abstimmung öffnen");
	const vote = new URL(staff.url()).pathname;
	await field(staff, "politics-yes").fill("2");
	await press(staff, "Stimmen speichern");
	await expect(staff.locator("main")).toContainText("Hier stehen 2 Stimmen, anwesend waren 1.");
	await field(staff, "politics-yes").fill("1");
	await field(staff, "citizens-yes").fill("1");
	await press(staff, "Stimmen speichern");
	await expect(staff.locator("main")).toContainText("Berechnet nach der Regel: angenommen");
	await expect(staff.getByRole("button", { name: "Ergebnis feststellen" })).toHaveCount(0);
	await axe(staff);

	const chair = await another();
	await signIn(chair, "thoennes@mendig.example");
	await chair.goto("/heute");
	await expect(chair.locator("main")).toContainText(`Beschluss feststellen: ${name}`);
	await chair.goto(vote);
	await press(chair, "Ergebnis feststellen");
	await press(chair, "Jetzt veröffentlichen");
	const page = new URL(chair.url()).pathname;
	expect(page).toMatch(/^\/empfehlung\/[0-9A-Z]{8}$/);

	const reader = await another();
	await reader.goto(page);
	const main = reader.locator("main");
	await expect(main).toContainText("zehn Bäume");
	await expect(main).toContainText("angenommen");
	await expect(main).toContainText("mindestens zwei Drittel (2/3) der abgegebenen Stimmen");
	for (const address of [
		page,
		group.replace("/verwaltung", ""),
		meeting.replace("/verwaltung", ""),
		"/arbeitskreise",
	]) {
		await reader.goto(address);
		await axe(reader);
		await htmlValid(reader);
		await fitsInto(reader, 320);
	}
});
