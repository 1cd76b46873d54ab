import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { releaseClock, setClock } from "../../support/clock";
import { inOrder, press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A moment as `datetime-local` wants it in Germany. */
function localMoment(moment: Date): string {
	return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" })
		.format(moment)
		.replace(" ", "T");
}

test("a group is founded, calls for citizens, draws lots, invites a guest; nobody of them needs scripts @clock", async ({
	page: staff,
	another,
}) => {
	test.setTimeout(300_000);
	const stamp = Date.now();
	const name = `Arbeitskreis Spielplätze ${stamp}`;
	const citizen = await another({ scripts: false });

	await signIn(staff, "rausch@mendig.example");
	await staff.goto("/o/mendig/verwaltung/gremien/neu");
	await field(staff, "name").fill(`Spielplatzbeirat ${stamp}`);
	await staff.getByLabel("Beirat", { exact: true }).check();
	await staff.getByLabel("beratend", { exact: true }).check();
	await field(staff, "carrier").fill("Stadtrat");
	await field(staff, "purpose").fill("Berät die Stadt zu ihren Spielplätzen.");
	await field(staff, "topics").fill("Spielplätze");
	await press(staff, "Eintragen");
	await citizen.goto("/o/mendig/gremien?q=spielplatzbeirat");
	await expect(citizen.locator("main")).toContainText(`Spielplatzbeirat ${stamp}`);
	await inOrder(citizen);

	await staff.goto("/o/mendig/verwaltung/arbeitskreise/neu");
	await field(staff, "name").fill(name);
	await field(staff, "topics").fill("Spielplätze");
	await write(staff, /^Auftrag$/, "Welche Spielplätze braucht die Stadt?");
	for (const [bench, least, most] of [
		["administration", "0", "0"],
		["advisory", "0", "0"],
		["politics", "0", "2"],
		["citizens", "1", "2"],
	] as const) {
		await field(staff, `${bench}-min`).fill(least);
		await field(staff, `${bench}-max`).fill(most);
	}
	await press(staff, "Arbeitskreis einsetzen");
	const group = new URL(staff.url()).pathname;
	const open = group.replace("/verwaltung", "");

	await staff.goto(`${group}/stand`);
	await expect(staff.locator("main")).toContainText(`Spielplatzbeirat ${stamp}`);
	await axe(staff);
	await press(staff, "Konstituieren");
	await expect(staff.locator("main")).toContainText("begründen Sie, warum der Arbeitskreis trotzdem beginnt");
	await field(staff, "reason").first().fill("Die Bürgerschaft wird noch ausgelost.");
	await press(staff, "Konstituieren");
	await expect(staff.locator("main")).toContainText("eingesetzt");

	await staff.goto(`${group}/mitglieder/neu`);
	await field(staff, "person").selectOption({ label: "Miriam Thönnes" });
	await field(staff, "benchKind").selectOption("politics");
	await field(staff, "function").selectOption("chair");
	await field(staff, "onBehalfOf").fill("Stadtrat");
	await press(staff, "Aufnehmen");

	const closesAt = new Date(Date.now() + 2 * 86_400_000);
	await staff.goto(`${group}/aufrufe`);
	await axe(staff);
	await field(staff, "text").fill("Wir suchen zwei Menschen, die über Spielplätze mitreden wollen.");
	await field(staff, "seats").fill("1");
	await field(staff, "closesAt").fill(localMoment(closesAt));
	await field(staff, "livesIn").fill("Mendig");
	await field(staff, "publicSource").fill("Sechs Würfe vor Zeugen");
	await press(staff, "Aufruf veröffentlichen");
	const run = new URL(staff.url()).pathname;
	const call = `/aufruf/${run.split("/").at(-1)}`;

	await citizen.goto(call);
	await inOrder(citizen);
	const seedHash = await citizen.locator("main code").last().innerText();
	await field(citizen, "givenName").fill("Berta");
	await field(citizen, "familyName").fill("Beispiel");
	await field(citizen, "email").fill(`erste-${stamp}@example.org`);
	await press(citizen, "Bewerben");
	await expect(citizen.locator("main")).toContainText("Der Aufruf richtet sich an Menschen aus Mendig.");
	await expect(field(citizen, "familyName")).toHaveValue("Beispiel");
	const applications: string[] = [];
	for (const who of ["erste", "zweite"]) {
		await citizen.goto(call);
		await field(citizen, "givenName").fill("Berta");
		await field(citizen, "familyName").fill(who);
		await field(citizen, "email").fill(`${who}-${stamp}@example.org`);
		await citizen.getByLabel("Ich wohne in Mendig.").check();
		await press(citizen, "Bewerben");
		await expect(citizen.locator("main")).toContainText("Bitte bestätigen Sie Ihre Adresse");
		const mail = await newestMail(citizen, `${who}-${stamp}@example.org`);
		const link = mail.links.find((one) => one.includes("/bewerbung/")) ?? "";
		await citizen.goto(link);
		await press(citizen, "Bewerbung bestätigen");
		await expect(citizen.locator("main")).toContainText("nimmt am Los teil");
		applications.push(link);
	}
	await inOrder(citizen);

	await staff.goto(`${open}/unterlagen`);
	await field(staff, "title").fill("Plan der Spielplätze");
	await field(staff, "file")
		.last()
		.setInputFiles({ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("Sieben Spielplätze.") });
	await press(staff, "Hinzufügen");
	await expect(staff.getByRole("link", { name: "plan.txt" })).toBeVisible();
	await axe(staff);
	await staff.goto(`${group}/gaeste`);
	await field(staff, "name").fill("Gisela Gast");
	await field(staff, "email").fill(`gast-${stamp}@example.org`);
	await press(staff, "Einladen");
	await expect(staff.locator("main")).toContainText("Bitte wählen Sie wenigstens einen Punkt");
	await expect(field(staff, "name")).toHaveValue("Gisela Gast");
	await staff.getByLabel("Plan der Spielplätze").check();
	await press(staff, "Einladen");
	await axe(staff);
	const invitation = await newestMail(citizen, `gast-${stamp}@example.org`);
	const access = invitation.links.find((one) => one.includes("/arbeitskreis-gast/")) ?? "";
	await citizen.goto(access);
	const paper = citizen.getByRole("link", { name: "Plan der Spielplätze" });
	const answer = await citizen.request.get((await paper.getAttribute("href")) ?? "");
	expect(await answer.text()).toBe("Sieben Spielplätze.");
	await inOrder(citizen);
	await staff.getByText("Zugang entziehen: Gisela Gast").click();
	await field(staff, "reason").fill("Das Gutachten ist fertig.");
	await press(staff, "Zugang entziehen");
	await citizen.goto(access);
	await expect(citizen.locator("main")).toContainText("Dieser Zugang ist zu Ende");

	await setClock(staff, new Date(closesAt.getTime() + 60_000));
	await citizen.goto(call);
	await expect(citizen.locator("main")).toContainText("Die Frist ist vorbei");
	await signIn(staff, "rausch@mendig.example", { fresh: true });
	await staff.goto(run);
	await press(staff, "Jetzt auslosen");
	await expect(staff.locator("main")).toContainText("den angekündigten Zufallswert");
	await field(staff, "publicValue").fill("3 1 4 1 5 6");
	await press(staff, "Jetzt auslosen");
	await axe(staff);

	await citizen.goto(`${call}/los`);
	await inOrder(citizen);
	const record = await (await citizen.request.get(`${call}/los.json`)).json();
	expect(sha256(record.seed)).toBe(seedHash);
	const digests = [1, 2].map((number) => sha256(`${record.seed}:3 1 4 1 5 6:${number}`));
	const first = (digests[0] ?? "") < (digests[1] ?? "") ? 1 : 2;
	expect(record.list[0].number).toBe(first);
	const offer = await newestMail(citizen, `${first === 1 ? "erste" : "zweite"}-${stamp}@example.org`, {
		subject: /ausgelost/,
	});
	expect(offer.links).toContain(applications[first - 1]);
	await citizen.goto(applications[first - 1] ?? "");
	await press(citizen, "Platz annehmen");
	await expect(citizen.locator("main")).toContainText("Sie sind Mitglied");
	await staff.goto(group);
	await staff.getByRole("link", { name: "Brief mit Code für Berta" }).click();
	await expect(staff.getByRole("button", { name: "Brief erstellen (PDF)" })).toBeVisible();
	await axe(staff);
	await citizen.locator("main").getByRole("link", { name: "Konto anlegen" }).click();
	const chosen = `${first === 1 ? "erste" : "zweite"}-${stamp}@example.org`;
	await field(citizen, "displayName").fill(`Berta ${stamp}`);
	await field(citizen, "email").fill(chosen);
	await press(citizen, "Weiter");
	const { codes } = await newestMail(citizen, chosen, { subject: /Ihr Code/ });
	await field(citizen, "code").fill(codes[0] ?? "");
	await field(citizen, "password").fill("Moselschiefer-Basalt-Bims");
	await press(citizen, "Konto anlegen");
	await expect(citizen.locator("main")).toContainText("Sie sind mit derselben Adresse angemeldet");
	await inOrder(citizen);
	await citizen.goto("/konto/sitz");
	await field(citizen, "code").fill("ABCD-EFGH-JKMN");
	await press(citizen, /^Verbinden$/);
	await expect(citizen.locator("main")).toContainText("Diesen Code gibt es nicht");
	await inOrder(citizen);
	await press(citizen, `Sitz verbinden: ${name}`);
	await expect(citizen).toHaveURL(new RegExp(`${open}/mein$`));
	await inOrder(citizen);

	await staff.goto(`${group}/auftrag`);
	await field(staff, "citizens-max").fill("4");
	await field(staff, "reason").fill("Es sollen mehr Menschen mitreden.");
	await field(staff, "firstDay").fill(localMoment(new Date(closesAt.getTime() + 5 * 86_400_000)).slice(0, 10));
	await press(staff, "Fassung festlegen");
	await citizen.goto(`${open}/auftrag`);
	await expect(citizen.locator("main")).toContainText("gilt noch nicht");
	await inOrder(citizen);

	const chair = await another();
	await signIn(chair, "thoennes@mendig.example", { fresh: true });
	await chair.goto(open);
	await chair.getByRole("link", { name: "Mein Arbeitskreis" }).click();
	await expect(chair.locator("main")).toContainText("Plan der Spielplätze");
	await expect(chair.locator("main")).toContainText("Konstituiert");
	await inOrder(chair);
	await releaseClock(staff);
});
