import { releaseClock, serverTime, setClock } from "../../support/clock";
import { germanDay } from "../../support/days";
import { inOrder, press, takeTime } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

/** Nothing but what a file needs to be a PDF. */
const pdf = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

const process = "/o/andernach/beteiligung/bebauungsplan-am-bassin";
const work = "/o/andernach/verwaltung/beteiligung/bebauungsplan-am-bassin/bauleitplanung";

test("a statement on a plan is taken, receipted and forwarded, and waits for the weighing @plain", async ({
	page: citizen,
	another,
}, { project }) => {
	const email = `plan-${project.name}-${Date.now()}@example.org`;
	const words = `Der Radweg fehlt (${email}).`;
	await citizen.goto(process);
	await citizen.getByRole("link", { name: "Unterlagen und Stellungnahme" }).click();
	await expect(citizen.locator("main")).toContainText("Sie ersetzt es nicht");
	await inOrder(citizen);
	await citizen.getByRole("link", { name: "Stellungnahme schreiben" }).click();
	await citizen.locator('textarea[name="text"]').fill(words);
	await citizen.locator('input[name="name"]').fill("Rita Radler");
	await takeTime(citizen);
	await press(citizen, "Stellungnahme abgeben");
	await expect(citizen.locator("[data-error-summary]")).toContainText("damit Sie das Ergebnis erfahren");
	await expect(citizen.locator('textarea[name="text"]')).toHaveValue(words);
	await inOrder(citizen);
	await citizen.locator('input[name="email"]').fill(email);
	await takeTime(citizen);
	await press(citizen, "Stellungnahme abgeben");
	await expect(citizen.getByRole("heading", { level: 1, name: "Eingangsbestätigung" })).toBeVisible();
	await expect(citizen.locator("main")).toContainText(words);
	await inOrder(citizen);
	const receipt = await newestMail(citizen, email);
	expect(receipt.links.some((link) => citizen.url().startsWith(link))).toBe(true);
	const number = /Stellungnahme (\d+):/.exec(receipt.subject)?.[1] ?? "";
	const forwarded = await newestMail(citizen, "stadtplanung@andernach.example", {
		subject: new RegExp(`^Stellungnahme ${number} zu`),
	});
	expect(forwarded.text.replace(/\s+/g, " ")).toContain(words);

	const staff = await another();
	await signIn(staff, "engel@andernach.example");
	await staff.goto(work);
	await inOrder(staff);
	for (const page of ["angaben", "unterlagen", "bekanntmachung", "abwaegung", "stellungnahmen"]) {
		await staff.goto(`${work}/${page}`);
		await inOrder(staff);
	}
	await staff.getByRole("link", { name: "Stellungnahme 1", exact: true }).click();
	await expect(staff.locator("main")).toContainText("Die Abwägung beginnt nach dem letzten Tag");
	await inOrder(staff);
	await staff.goto(`${work}/auslegung`);
	await staff.locator('input[name="beginn"]').fill("2026-01-31");
	await press(staff, "Frist ausrechnen");
	await expect(staff.locator("main")).toContainText("2.\u00a0März 2026");
	await inOrder(staff);
});

test("a plan from the recipe to its closing: authorities and paper take part, the weighing is resolved @clock", async ({
	page: staff,
	another,
}) => {
	const made = "/o/andernach/verwaltung/beteiligung";
	const name = `Bebauungsplan „Am Wehr“ ${Date.now()}`;
	const authority = `forst-${Date.now()}@behoerde.example`;
	const start = (await serverTime(staff)).getTime();
	const day = (days: number) => germanDay(days, start);
	const person = "engel@andernach.example";
	await signIn(staff, person);
	await staff.goto(`${made}/neu`);
	await staff.getByRole("link", { name: /^Mit diesem Muster beginnen ?: Auslegung/ }).click();
	await staff.locator('input[name="title"]').fill(name);
	await write(staff, "Worum geht es?", "Am Wehr sollen Häuser entstehen.");
	await write(staff, "Was steht schon fest?", "Das Wehr bleibt.");
	await write(staff, "Was ist noch offen?", "Höhen und Wege.");
	await staff.locator('input[name="firstDay"]').fill(day(2));
	await staff.locator('input[name="lastDay"]').fill(day(36));
	await staff.locator('input[name="answeredUntil"]').fill(day(120));
	await press(staff, "Entwurf speichern");
	const hub = new URL(staff.url()).pathname.replace(/\/veroeffentlichen$/, "");
	const plan = `${hub}/bauleitplanung`;
	await staff.goto(`${plan}/angaben`);
	await staff.locator('input[name="name"]').fill(name);
	await staff.locator('input[name="way"][value="take"]').check();
	await staff.locator('input[name="office"]').fill("Bauamt");
	await staff.locator('input[name="officeEmail"]').fill("bauamt@andernach.example");
	await press(staff, "Angaben speichern");
	await staff.goto(`${plan}/auslegung?beginn=${day(2)}`);
	const last = await staff.locator('input[name="endsOn"]').inputValue();
	await staff.locator('textarea[name="secondAccess"]').fill("Rathaus, Zimmer 3");
	await staff.locator('textarea[name="environmentalInfo"]').fill("Umweltbericht");
	await press(staff, "Veröffentlichung speichern");
	await staff.goto(`${plan}/behoerden`);
	await inOrder(staff);
	await staff.locator('textarea[name="list"]').fill("Forstamt");
	await press(staff, "Aufnehmen");
	await expect(staff.locator("[data-error-summary]")).toContainText("Zeile 1:");
	await staff.locator('textarea[name="list"]').fill(`Forstamt; ${authority}`);
	await press(staff, "Aufnehmen");
	for (const step of ["Aufstellungsbeschluss", "Beschluss über Entwurf"]) {
		await staff.goto(plan);
		const option = staff.locator('select[name="stage"] option', { hasText: step });
		await staff.locator('select[name="stage"]').selectOption((await option.getAttribute("value")) ?? "");
		await press(staff, "Eintragen");
	}
	await staff.goto(`${hub}/veroeffentlichen`);
	await press(staff, "Um Freigabe bitten");
	const colleague = await another();
	await signIn(colleague, "wirtz@andernach.example");
	await colleague.goto(`${hub}/freigabe`);
	await press(colleague, "Freigeben und veröffentlichen");
	await staff.goto(`${plan}/bekanntmachung`);
	await staff.locator('input[name="on"]').fill(day(0));
	await staff.locator('input[name="where"]').fill("Mitteilungsblatt");
	await press(staff, "Eintragen");
	await staff.goto(`${plan}/behoerden`);
	await press(staff, "Eine Stelle benachrichtigen");
	await expect(staff.locator("table")).toContainText("Frist bis");
	const notice = await newestMail(staff, authority);
	const link = notice.links.find((address) => address.includes("/behoerde/")) ?? "";
	try {
		await setClock(staff, new Date(start + 5 * 86_400_000));
		await signIn(staff, person, { fresh: true });
		const office = await another();
		await office.goto(link);
		await inOrder(office);
		await press(office, "Stellungnahme abgeben");
		await expect(office.locator("[data-error-summary]")).toContainText("Bitte geben Sie Ihren Namen an.");
		await office.locator('textarea[name="text"]').fill("Keine Bedenken.");
		await office.locator('input[name="name"]').fill("Frau Tann");
		await office
			.locator('input[type="file"]')
			.setInputFiles({ name: "anlage.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf) });
		await press(office, "Stellungnahme abgeben");
		await expect(office.locator("main")).toContainText("anlage.pdf");
		await inOrder(office);
		await staff.goto(`${plan}/stellungnahmen/eingeben`);
		await inOrder(staff);
		await staff.locator('input[name="receivedOn"]').fill(day(4));
		await staff.locator('input[name="name"]').fill("Otto Papier");
		await staff.locator('textarea[name="text"]').fill("Der Weg am Wehr ist zu schmal.");
		await press(staff, "Stellungnahme speichern");
		await expect(staff.getByRole("status").first()).toContainText("Stellungnahme 2 ist gespeichert");
		await staff.goto(`${plan}/stellungnahmen/1`);
		await expect(staff.getByRole("link", { name: "anlage.pdf" })).toBeVisible();
		await inOrder(staff);

		await setClock(staff, new Date(Date.parse(`${last}T12:00:00Z`) + 86_400_000));
		await signIn(staff, person, { fresh: true });
		for (const number of ["1", "2"]) {
			await staff.goto(`${plan}/stellungnahmen/${number}`);
			await press(staff, "Teile speichern");
			await staff.locator('select[name="vote"]').selectOption({ label: "Kenntnisnahme" });
			await press(staff, "Votum speichern: Teil 1");
		}
		await staff.goto(`${plan}/abwaegung`);
		await expect(staff.locator("main")).toContainText("Anteil der bloßen Kenntnisnahme: 100");
		await inOrder(staff);
		for (const step of [
			"Abwägungsbeschluss",
			"Satzungs- oder Feststellungsbeschluss",
			"Bekanntmachung, Plan wirksam",
		]) {
			await staff.goto(plan);
			const option = staff.locator('select[name="stage"] option', { hasText: step });
			await staff.locator('select[name="stage"]').selectOption((await option.getAttribute("value")) ?? "");
			await press(staff, "Eintragen");
		}
		expect((await newestMail(staff, authority, { subject: /^Ergebnis der Abwägung/ })).text).toContain("Kenntnisnahme");
		await staff.goto(`${hub}/abschliessen`);
		await press(staff, "Beteiligung abschließen");
		await staff.goto(hub.replace("/verwaltung", ""));
		await expect(staff.locator("main")).toContainText(/abgeschlossen/i);
	} finally {
		await releaseClock(staff);
	}
});
