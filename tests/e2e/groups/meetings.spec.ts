import type { Page } from "@playwright/test";
import { inOrder, press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);

/** A moment in Germany as `datetime-local` wants it, some minutes from now. */
function inMinutes(minutes: number): string {
	const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" });
	return parts.format(new Date(Date.now() + minutes * 60_000)).replace(" ", "T");
}
const day = 24 * 60;

test("a date is found, people are invited, the meeting is run, and what is unfinished goes on", async ({
	page: staff,
	another,
}, { project }) => {
	const mark = `${project.name}-${Date.now()}`;
	const name = `Arbeitskreis Wege ${mark}`;
	await signIn(staff, "rausch@mendig.example");
	await staff.goto("/o/mendig/verwaltung/arbeitskreise/neu");
	await field(staff, "name").fill(name);
	await write(staff, /^Auftrag$/, "Wie kommen alle gut zu Fuß ans Ziel?");
	for (const bench of ["administration", "advisory"]) {
		await field(staff, `${bench}-min`).fill("0");
		await field(staff, `${bench}-max`).fill("0");
	}
	await press(staff, "Arbeitskreis einsetzen");
	const group = new URL(staff.url()).pathname;
	for (const [bench, held, who] of [
		["politics", "chair", "Miriam Thönnes"],
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

	// a poll; a slip of the finger keeps what was typed
	await staff.goto(`${group}/terminabfragen/neu`);
	await field(staff, "title").fill(`Dritte Sitzung ${mark}`);
	await field(staff, "place").fill("Rathaus");
	await field(staff, "slot-1").fill(inMinutes(5 * day));
	await field(staff, "answerUntil").fill(inMinutes(3 * day).slice(0, 10));
	await field(staff, "guests").fill("Gerd Gast");
	await press(staff, "Alle fragen");
	await expect(staff.locator("main")).toContainText("Bitte schreiben Sie jeden Gast in eine eigene Zeile");
	await axe(staff);
	await field(staff, "guests").fill(`Gerd Gast, gast-${Date.now()}@example.org`);
	await press(staff, "Alle fragen");
	await expect(staff.locator("main")).toContainText("Bitte schlagen Sie mindestens zwei Termine vor.");
	const guestAddress = /\S+@example\.org/.exec(await field(staff, "guests").inputValue())?.[0] ?? "";
	await field(staff, "slot-2").fill(inMinutes(6 * day));
	await press(staff, "Alle fragen");
	await inOrder(staff);

	const guest = await another();
	const asked = await newestMail(guest, guestAddress, { says: mark });
	await guest.goto(asked.links.find((link) => link.includes("/terminabfrage/")) ?? "");
	await inOrder(guest);
	await press(guest, "Antworten senden");
	await expect(guest.locator("main")).toContainText("Bitte antworten Sie zu jedem Termin.");
	for (const [index, answer] of ["nein", "ja"].entries()) {
		await guest.getByRole("radiogroup").nth(index).getByLabel(answer, { exact: true }).check();
	}
	await press(guest, "Antworten senden");
	await expect(guest.locator("main")).toContainText("Ihre Antworten sind da");
	await staff.reload();
	await expect(staff.locator("main")).toContainText("1 ja, 0 zur Not, 0 nein, 2 offen");
	await staff.locator("main li", { hasText: "am besten" }).getByRole("button").click();
	await expect(staff.locator("h1")).toContainText("Dritte Sitzung");
	const meeting = new URL(staff.url()).pathname;
	const own = meeting.replace("/verwaltung", "");
	await newestMail(guest, guestAddress, { subject: /Termin steht/, says: mark });

	// agenda, one item closed, invitation
	for (const [title, closed] of [
		["Zebrastreifen", false],
		["Personal", true],
	] as const) {
		await staff.goto(`${meeting}/tagesordnung`);
		await field(staff, "title").fill(title);
		if (closed) await field(staff, "isPublic").uncheck();
		await press(staff, "Aufnehmen");
	}
	await expect(staff.locator("main")).toContainText("Frist der Geschäftsordnung war");
	await press(staff, "Jetzt einladen");
	const invited = await newestMail(guest, guestAddress, { subject: /Einladung/, says: mark });
	expect(invited.text).not.toContain("Personal");
	expect(await (await guest.request.get(invited.page)).text()).toContain("einladung.ics");
	await guest.goto(invited.links.find((link) => link.includes("/sitzung-antwort/")) ?? "");
	await inOrder(guest);
	await guest.getByLabel("Ich komme", { exact: true }).check();
	await press(guest, "Antwort senden");
	await expect(guest.locator("main")).toContainText("Ihre Antwort ist da");
	await expect(guest.locator("main")).toContainText("Ein Punkt ist nicht öffentlich");
	await staff.goto(`${meeting}/rueckmeldungen`);
	await inOrder(staff);
	const berta = staff.getByRole("row", { name: /Berta Beispiel/ });
	const letter = await staff.request.get(
		(await berta.getByRole("link", { name: /drucken/ }).getAttribute("href")) ?? "",
	);
	expect(letter.headers()["content-type"]).toBe("application/pdf");
	await berta.getByRole("link", { name: /Antwort eintragen/ }).click();
	await staff.getByLabel("kommt", { exact: true }).check();
	await press(staff, "Eintragen");
	await expect(berta).toContainText("kommt (eingetragen)");

	// it is moved to today, and begins
	await staff.goto(`${meeting}/aendern`);
	await axe(staff);
	await field(staff, "startsAt").fill(inMinutes(30));
	await field(staff, "endsAt").fill(inMinutes(150));
	await press(staff, "Änderungen speichern");
	await newestMail(guest, guestAddress, { subject: /Geändert/, says: mark });
	await staff.goto(`${meeting}/leiten`);
	await press(staff, "Sitzung eröffnen");
	await expect(staff.locator("main")).toContainText("Anwesend: 0 von 2 Sitzen.");
	await field(staff, "um").fill("08:00");
	await field(staff, "um").press("Enter");
	await expect(staff.locator("main")).toContainText("Tippen Sie jetzt an, wer kommt oder geht.");
	await expect(staff.locator("main")).toContainText("Anwesend: 0 von 2 Sitzen.");
	await field(staff, "um").fill("");
	await staff.getByRole("button", { name: "Ist da: Miriam Thönnes" }).click();
	await expect(staff.locator("main")).toContainText("Anwesend: 1 von 2 Sitzen.");
	await expect(staff.locator("main")).toContainText("nicht beschlussfähig (nötig: 2)");
	await inOrder(staff);
	await guest.goto(own);
	await expect(guest.locator("main")).toContainText("Anwesend: 1 von 2 Sitzen.");
	await staff.getByRole("button", { name: "Ist da: Berta Beispiel" }).click();
	await expect(staff.locator("main")).toContainText("ist beschlussfähig (nötig: 2)");
	const speak = guest.getByRole("button", { name: "Stand vorlesen" });
	if ((await speak.count()) > 0) {
		// renewed by itself, and silent until asked
		await expect(guest.locator("[data-lines]")).toContainText("Anwesend: 2 von 2 Sitzen.");
		await expect(guest.locator("[data-island=live-standing] [role=status]")).toHaveText("");
		await speak.click();
		await expect(guest.locator("[data-island=live-standing] [role=status]")).toContainText("Anwesend: 2 von 2");
	} else {
		await guest.getByRole("link", { name: "Stand neu laden" }).click();
		await expect(guest.locator("main")).toContainText("Anwesend: 2 von 2 Sitzen.");
	}
	await inOrder(guest);
	const first = staff.locator("main li", { hasText: "TOP 1: Zebrastreifen" });
	await first.getByText("Befangenheit", { exact: true }).click();
	await first.getByLabel("Wer ist befangen?").selectOption({ label: "Berta Beispiel" });
	await first.getByRole("button", { name: "Befangenheit festhalten" }).click();
	await staff.getByRole("button", { name: "Aufrufen: Zebrastreifen" }).click();
	await expect(staff.locator("main")).toContainText("Stimmberechtigt bei diesem Punkt: 1, davon anwesend: 1.");
	await staff.goto(`${group}/sitzungen/neu`);
	await axe(staff);
	await field(staff, "title").fill("Vierte Sitzung");
	await field(staff, "startsAt").fill(inMinutes(40 * day));
	await press(staff, "Sitzung planen");
	await expect(staff.locator("main")).toContainText("Bitte geben Sie einen Ort ein");
	await field(staff, "place").fill("Rathaus");
	await press(staff, "Sitzung planen");
	const next = new URL(staff.url()).pathname;
	await staff.goto(`${meeting}/leiten`);
	await staff.getByRole("button", { name: "Erledigt: Personal" }).click();
	await press(staff, "Sitzung beenden");
	await staff.goto(next);
	await expect(staff.locator("main")).toContainText("Zebrastreifen (aus der letzten Sitzung)");
	await expect(staff.locator("main")).not.toContainText("Personal");
	await guest.goto(own);
	await expect(guest.locator("main")).toContainText("Ein Mitglied ist befangen.");

	// cancelled: everybody is told, the calendar forgets it
	await staff.goto(`${next}/absagen`);
	await field(staff, "reason").fill("Der Saal ist nicht frei.");
	await press(staff, "Sitzung absagen");
	await expect(staff.locator("main")).toContainText("abgesagt");

	await guest.goto(`${group.replace("/verwaltung", "")}/sitzungen`);
	await expect(guest.locator("main")).toContainText(`Dritte Sitzung ${mark}`);
	await inOrder(guest);
	const feed = await (await guest.request.get(`${group.replace("/verwaltung", "")}/sitzungen.ics`)).text();
	expect(feed).toContain("BEGIN:VEVENT");
});

test("a circular procedure is answered in writing, and a workshop gathers notes and points @plain", async ({
	page: staff,
	another,
}, { project }) => {
	const mark = `${project.name}-${Date.now()}`;
	await signIn(staff, "rausch@mendig.example");
	await staff.goto("/o/mendig/verwaltung/arbeitskreise/neu");
	await field(staff, "name").fill(`Arbeitskreis Plätze ${mark}`);
	await write(staff, /^Auftrag$/, "Wie werden unsere Plätze schöner?");
	for (const bench of ["administration", "advisory", "citizens"]) {
		await field(staff, `${bench}-min`).fill("0");
		await field(staff, `${bench}-max`).fill("0");
	}
	await press(staff, "Arbeitskreis einsetzen");
	const group = new URL(staff.url()).pathname;
	await staff.goto(`${group}/mitglieder/neu`);
	await field(staff, "person").selectOption({ label: "Miriam Thönnes" });
	await field(staff, "benchKind").selectOption("politics");
	await field(staff, "function").selectOption("chair");
	await press(staff, "Aufnehmen");

	await staff.goto(`${group}/sitzungen/neu`);
	await field(staff, "title").fill(`Bänke ${mark}`);
	await staff.getByLabel("Umlaufverfahren (schriftlich)").check();
	await press(staff, "Sitzung planen");
	await expect(staff.locator("main")).toContainText("bis wann geantwortet werden kann");
	await field(staff, "endsAt").fill(inMinutes(7 * day));
	await press(staff, "Sitzung planen");
	const meeting = new URL(staff.url()).pathname;
	await staff.goto(`${meeting}/tagesordnung`);
	await field(staff, "title").fill("Zwei Bänke");
	await press(staff, "Aufnehmen");
	await expect(staff.locator("main")).toContainText("Jeder Punkt braucht einen Wortlaut.");
	await field(staff, "proposal").fill("Der Arbeitskreis empfiehlt zwei Bänke am Markt.");
	await press(staff, "Aufnehmen");
	await press(staff, "Jetzt einladen");

	const chair = await another();
	await signIn(chair, "thoennes@mendig.example");
	const asked = await newestMail(chair, "thoennes@mendig.example", { subject: /schriftlich/, says: mark });
	await chair.goto(asked.links.find((link) => link.includes("/sitzungen/")) ?? "");
	await chair.getByRole("link", { name: "Schriftlich antworten" }).click();
	await chair.getByLabel(/widerspreche dem Verfahren/).check();
	await press(chair, "Antwort speichern");
	await expect(chair.locator("main")).toContainText("Bitte schreiben Sie kurz, warum.");
	await chair.getByLabel("Ja", { exact: true }).check();
	await press(chair, "Antwort speichern");
	await expect(chair.locator("main")).toContainText("Ihre Antwort ist gespeichert.");
	await inOrder(chair);
	await staff.goto(`${meeting}/umlauf`);
	await press(staff, "Umlaufverfahren beenden");
	await expect(staff.locator("main")).toContainText("Politik: 1 Ja, 0 Nein, 0 Enthaltung");
	await inOrder(staff);
	await staff.getByRole("link", { name: /Ergebnis zur Feststellung/ }).click();
	await field(staff, "responsiblePostId").selectOption({ index: 1 });
	await press(staff, "Abstimmung anlegen");
	await expect(staff.locator("main")).toContainText("Berechnet nach der Regel: angenommen");

	await staff.goto(`${group}/sitzungen/neu`);
	await field(staff, "title").fill("Werkstatt");
	await staff.getByLabel("Workshop", { exact: true }).check();
	await field(staff, "startsAt").fill(inMinutes(2 * day));
	await field(staff, "place").fill("Rathaus");
	await field(staff, "dotsEach").fill("1");
	await press(staff, "Sitzung planen");
	await staff.getByRole("link", { name: "Tische des Workshops" }).click();
	await field(staff, "topic").fill("Schatten");
	await press(staff, "Tisch einrichten");
	const tables = new URL(staff.url()).pathname;
	await staff.goto(`${tables}/1`);
	await chair.goto(`${tables}/1`);
	for (const [writer, text] of [
		[staff, "Zehn Bäume"],
		[chair, "Ein Brunnen"],
	] as const) {
		await field(writer, "text").first().fill(text);
		await press(writer, "Notiz aufschreiben");
	}
	await chair.getByRole("button", { name: "Punkt geben: Zehn Bäume" }).click();
	await expect(chair.locator("main")).toContainText("Sie haben noch 0 von 1 Punkten.");
	await inOrder(chair);
	await staff.goto(`${tables}/1`);
	await expect(staff.locator("main")).toContainText("Ein Brunnen");
	await staff.getByRole("button", { name: "Ins Plenum: Zehn Bäume" }).click();
	await staff.goto(tables);
	await press(staff, "Auf die Tagesordnung");
	await expect(staff.locator("main")).toContainText("steht jetzt auf der Tagesordnung");
	await axe(staff);
	await htmlValid(staff);
	await fitsInto(staff, 320);
});
