import type { Page } from "@playwright/test";
import { press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);

/** Some minutes from now in Germany, as `datetime-local` wants it; never before today began (the seats are of today). */
function minutesFromNow(minutes: number): string {
	const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" });
	const now = parts.format(new Date());
	const then = parts.format(new Date(Date.now() + minutes * 60_000));
	return (minutes > 0 || then.slice(0, 10) === now.slice(0, 10) ? then : `${now.slice(0, 10)} 00:00`).replace(" ", "T");
}

const chairName = "Miriam Thönnes";

test("a group votes by consent, deals with the objection, votes anew, and another time in secret @plain", async ({
	page: staff,
	another,
}, { project }) => {
	const mark = `${project.name} ${Date.now()}`;
	await signIn(staff, "rausch@mendig.example");
	await staff.goto("/o/mendig/verwaltung/arbeitskreise/neu");
	await field(staff, "name").fill(`Arbeitskreis Abstimmen ${mark}`);
	await write(staff, /^Auftrag$/, "Wie stimmen wir ab?");
	for (const bench of ["administration", "advisory"]) {
		await field(staff, `${bench}-min`).fill("0");
		await field(staff, `${bench}-max`).fill("0");
	}
	await staff.getByLabel(/Mehr als die Hälfte der Ja- und Nein-Stimmen/).check();
	await press(staff, "Arbeitskreis einsetzen");
	const group = new URL(staff.url()).pathname;
	const publicGroup = group.replace("/verwaltung", "");
	for (const [bench, held, who] of [
		["politics", "chair", chairName],
		["citizens", "member", "Berta"],
		["citizens", "member", "Carl"],
		["citizens", "member", "Dora"],
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
	await staff.goto(`${group}/sitzungen/neu`);
	await field(staff, "title").fill("Erste Sitzung");
	await field(staff, "startsAt").fill(minutesFromNow(-60));
	await field(staff, "place").fill("Rathaus");
	await press(staff, "Sitzung planen");
	const meeting = new URL(staff.url()).pathname;
	for (const item of ["Beschluss über den Namen", "Wer spricht für uns"]) {
		await staff.goto(`${meeting}/tagesordnung`);
		await field(staff, "title").fill(item);
		await press(staff, "Aufnehmen");
	}

	// bad input first: what was typed stays
	await staff.goto(meeting);
	await staff.getByRole("link", { name: "Abstimmung öffnen: Beschluss über den Namen" }).click();
	await staff.getByLabel("Konsent", { exact: true }).check();
	await staff.getByLabel("Geheim auf der Seite des Arbeitskreises").check();
	await press(staff, "Weiter zum Wortlaut");
	await expect(staff.locator("main")).toContainText("Diese Methode verlangt Begründungen");
	await expect(staff.getByLabel("Konsent", { exact: true })).toBeChecked();
	await axe(staff);
	await staff.getByLabel("Namentlich auf der Seite des Arbeitskreises").check();
	await press(staff, "Weiter zum Wortlaut");
	// only what this method asks
	await expect(field(staff, "options")).toHaveCount(0);
	await expect(field(staff, "votedAt")).toHaveCount(0);
	await write(staff, "Wortlaut", "Wir heißen **Schattenkreis**.");
	await field(staff, "responsiblePostId").selectOption({ index: 1 });
	await field(staff, "closesAt").fill(minutesFromNow(-30));
	await press(staff, "Abstimmung öffnen");
	await expect(staff.locator("main")).toContainText("Das Ende muss in der Zukunft liegen.");
	await expect(staff.locator("main")).toContainText("Konsent. Angenommen, wenn niemand");
	await axe(staff);
	await field(staff, "closesAt").fill(minutesFromNow(600));
	await press(staff, "Abstimmung öffnen");
	const first = new URL(staff.url()).pathname;
	await expect(staff.locator("main")).toContainText("0 von 4 haben abgestimmt.");
	await axe(staff);
	await htmlValid(staff);

	// a member without access: written down before a witness
	await staff.getByRole("link", { name: "Stimme für ein Mitglied aufschreiben" }).click();
	await field(staff, "seat").selectOption({ label: "Berta Beispiel" });
	await field(staff, "witness").selectOption({ label: "Berta Beispiel" });
	await staff.getByLabel("Kein Einwand", { exact: true }).check();
	await press(staff, "Stimme aufschreiben");
	await expect(staff.locator("main")).toContainText("Bezeugen muss es ein anderes Mitglied");
	await field(staff, "witness").selectOption({ label: "Carl Beispiel" });
	await axe(staff);
	await press(staff, "Stimme aufschreiben");
	await expect(staff.locator("main")).toContainText("1 von 4 haben abgestimmt.");

	// the chair votes on the group's page like every member
	const chair = await another();
	await signIn(chair, "thoennes@mendig.example");
	await chair.goto(publicGroup);
	await chair.getByRole("link", { name: "Beschluss über den Namen" }).first().click();
	await chair.getByLabel("Schwerwiegender Einwand").check();
	await press(chair, "Stimme abgeben");
	await expect(chair.locator("main")).toContainText("Bitte begründen Sie das in ein, zwei Sätzen.");
	await expect(chair.getByLabel("Schwerwiegender Einwand")).toBeChecked();
	await chair.getByRole("textbox", { name: /Begründung/ }).fill("Der Name ist schon vergeben.");
	await press(chair, "Stimme abgeben");
	await expect(chair.locator("main")).toContainText("Ihre Stimme ist gespeichert");
	await axe(chair);
	await htmlValid(chair);
	await fitsInto(chair, 320);

	await chair.goto(`${first}/schliessen`);
	await press(chair, "Abstimmung schließen");
	await expect(chair.locator("main")).toContainText("Ein Einwand steht dagegen.");
	await press(chair, "Ergebnis feststellen");
	await expect(chair.locator("main")).toContainText("Bitte halten Sie zuerst bei jedem Einwand fest");
	await chair.getByRole("link", { name: "Einwände behandeln" }).click();
	await chair.getByLabel("Er wird in einen neuen Wortlaut eingearbeitet").check();
	await field(chair, "note").fill("Der Kreis heißt jetzt anders.");
	await axe(chair);
	await press(chair, `Speichern: ${chairName}`);

	// another wording is another vote; nobody's vote moves on
	await chair.goto(`${first}/abbrechen`);
	await press(chair, "Abbrechen und neu öffnen");
	await expect(chair.locator("main")).toContainText("tritt an die Stelle einer abgebrochenen");
	await expect(chair.getByLabel("Konsent", { exact: true })).toBeChecked();
	await chair.getByLabel("Widerstand messen", { exact: true }).check();
	await press(chair, "Weiter zum Wortlaut");
	await expect(field(chair, "title")).toHaveValue("Beschluss über den Namen");
	await expect(field(chair, "highest")).toHaveValue("10");
	await field(chair, "options").fill("Baumkreis\nSchattenbank");
	await press(chair, "Abstimmung öffnen");
	const second = new URL(chair.url()).pathname;
	await expect(chair.locator("main")).toContainText("0 von 4 haben abgestimmt.");
	await chair.goto(second.replace("/verwaltung", "").replace("/empfehlungen/", "/abstimmungen/"));
	for (const [number, resistance] of [
		["1", "0"],
		["2", "7"],
	] as const) {
		await field(chair, `option-${number}`).selectOption(resistance);
	}
	await press(chair, "Stimme abgeben");
	await expect(chair.locator("main")).toContainText("Bitte geben Sie zu jeder Möglichkeit eine Zahl");
	await expect(field(chair, "option-2")).toHaveValue("7");
	await field(chair, "option-3").selectOption("9");
	await press(chair, "Stimme abgeben");
	await expect(chair.locator("main")).toContainText("Baumkreis: 0 · Schattenbank: 7");
	await chair.goto(`${second}/schliessen`);
	await press(chair, "Abstimmung schließen");
	await expect(chair.locator("main")).toContainText("Vorn liegt: Baumkreis.");
	await chair.getByRole("link", { name: "Vorbehalt oder Minderheitsmeinung" }).click();
	await chair.getByLabel(/Minderheitsmeinung: Ich sehe/).check();
	await field(chair, "text").fill("Mir gefällt keiner der Namen.");
	await axe(chair);
	await press(chair, "Daneben stellen");
	await chair.goto(second);
	await press(chair, "Ergebnis feststellen");
	await press(chair, "Jetzt veröffentlichen");
	const page = new URL(chair.url()).pathname;

	const reader = await another();
	await reader.goto(page);
	for (const words of ["Vorn liegt: Baumkreis.", "Der Name ist schon vergeben.", "Mir gefällt keiner der Namen."]) {
		await expect(reader.locator("main")).toContainText(words);
	}
	await axe(reader);
	await htmlValid(reader);
	await fitsInto(reader, 320);

	// in secret: said before what it does not protect against; once; nothing shown before enough have voted
	await staff.goto(meeting);
	await staff.getByRole("link", { name: "Abstimmung öffnen: Wer spricht für uns" }).click();
	await staff.getByLabel("Geheim auf der Seite des Arbeitskreises").check();
	await press(staff, "Weiter zum Wortlaut");
	await write(staff, "Wortlaut", "Carl spricht für uns.");
	await field(staff, "responsiblePostId").selectOption({ index: 1 });
	await press(staff, "Abstimmung öffnen");
	const secret = new URL(staff.url()).pathname;
	await expect(staff.locator("main")).toContainText("wird erst ab 3 Stimmen gezeigt");
	await chair.goto(secret.replace("/verwaltung", "").replace("/empfehlungen/", "/abstimmungen/"));
	await expect(chair.locator("main")).toContainText("Wovor diese Abstimmung nicht schützt");
	await chair.getByLabel("Nein", { exact: true }).check();
	await press(chair, "Geheim abstimmen");
	await expect(chair.locator("main")).toContainText("Bitte bestätigen Sie, dass Ihre Stimme endgültig ist.");
	await expect(chair.getByLabel("Nein", { exact: true })).toBeChecked();
	await axe(chair);
	await htmlValid(chair);
	await field(chair, "sure").check();
	await press(chair, "Geheim abstimmen");
	await expect(chair.locator("main")).toContainText("Ihr Stimmzettel ist in der Urne");
	await expect(chair.getByRole("button", { name: "Geheim abstimmen" })).toHaveCount(0);

	// the others vote on paper: written down before, counted by two, each by themselves
	const slips = `${secret.replace("/verwaltung", "").replace("/empfehlungen/", "/abstimmungen/")}/zettel`;
	await staff.goto(slips);
	await press(staff, `Zettel geben: ${chairName}`);
	await expect(staff.locator("main")).toContainText("Für diesen Sitz ist schon ein Stimmzettel in der Urne.");
	for (const name of ["Berta", "Carl", "Dora"]) await press(staff, `Zettel geben: ${name} Beispiel`);
	for (const [counting, yes] of [
		[staff, "2"],
		[chair, "3"],
		[chair, "2"],
	] as const) {
		await counting.goto(slips);
		await field(counting, "yes").fill(yes);
		await field(counting, "no").fill(yes === "2" ? "1" : "0");
		await field(counting, "abstain").fill("0");
		await press(counting, "Gezählt eintragen");
		if (yes === "3") {
			await expect(counting.locator("main")).toContainText("Ihre Zahlen sind andere als die der ersten Person.");
			await expect(field(counting, "yes")).toHaveValue("3");
			await axe(counting);
		}
	}
	await expect(chair.locator("main")).toContainText("Es ist kein Zettel ausgegeben, der noch zu zählen wäre.");
	// who counted the three slips would know what the only other one said: not closed, but anew with slips for all
	await chair.goto(`${secret}/schliessen`);
	await press(chair, "Abstimmung schließen");
	await expect(chair.locator("main")).toContainText("Das Ergebnis würde verraten, wie.");
	await axe(chair);
	await chair.goto(`${secret}/abbrechen`);
	await press(chair, "Abbrechen und neu öffnen");
	await press(chair, "Weiter zum Wortlaut");
	await press(chair, "Abstimmung öffnen");
	const onPaper = new URL(chair.url()).pathname;
	await staff.goto(`${onPaper.replace("/verwaltung", "").replace("/empfehlungen/", "/abstimmungen/")}/zettel`);
	for (const name of [chairName, "Berta Beispiel", "Carl Beispiel", "Dora Beispiel"]) {
		await press(staff, `Zettel geben: ${name}`);
	}
	for (const counting of [staff, chair]) {
		await counting.goto(staff.url());
		await field(counting, "yes").fill("3");
		await field(counting, "no").fill("1");
		await field(counting, "abstain").fill("0");
		await press(counting, "Gezählt eintragen");
	}
	await chair.goto(`${onPaper}/schliessen`);
	await press(chair, "Abstimmung schließen");
	await expect(chair.locator("main")).toContainText("4 von 4 Stimmberechtigten haben abgestimmt.");
	await chair.goto(`${onPaper}/nicht-feststellen`);
	await field(chair, "reason").fill("Der Wortlaut nennt den falschen Namen.");
	await press(chair, "Nicht feststellen");
	await expect(chair.locator("main")).toContainText("Der Vorsitz hat das Ergebnis nicht festgestellt");
	await expect(chair.getByRole("button", { name: "Ergebnis feststellen" })).toHaveCount(0);
});
