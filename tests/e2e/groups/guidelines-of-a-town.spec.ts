import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { releaseClock, setClock } from "../../support/clock";
import { inOrder, press, takeTime } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { makeByRecipe, release } from "../../support/whole-process";
import { write } from "../../support/write";

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const section = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const day = 86_400_000;

/** A moment as `datetime-local` wants it in Germany. */
function localMoment(moment: Date): string {
	return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" })
		.format(moment)
		.replace(" ", "T");
}
const localDay = (moment: Date) => localMoment(moment).slice(0, 10);

/** A meeting that was held then; everybody was there. Returns where it is managed. */
async function meet(
	staff: Page,
	group: string,
	{ title, at, item, takenUp }: { title: string; at: Date; item?: string; takenUp?: boolean },
) {
	await staff.goto(`${group}/sitzungen/neu`);
	await field(staff, "title").fill(title);
	await field(staff, "startsAt").fill(localMoment(at));
	await field(staff, "place").fill("Rathaus");
	await press(staff, "Sitzung planen");
	const meeting = new URL(staff.url()).pathname;
	if (item) {
		await staff.goto(`${meeting}/tagesordnung`);
		await field(staff, "title").fill(item);
		// the only thing that the group has taken up
		if (takenUp) await field(staff, "takenUpId").selectOption({ index: 1 });
		await press(staff, "Aufnehmen");
	}
	await staff.goto(`${meeting}/anwesenheit`);
	for (const present of await staff.getByLabel("anwesend", { exact: true }).all()) await present.check();
	await press(staff, "Festhalten");
	return meeting;
}

/** A vote by hands at that meeting, which its chair certifies and publishes; returns its permanent page. */
async function decide(staff: Page, chair: Page, given: { at: Date; wording: string; in: string }): Promise<string> {
	await staff.getByRole("link", { name: /Abstimmung öffnen/ }).click();
	await press(staff, "Weiter zum Wortlaut");
	await write(staff, "Wortlaut", given.wording);
	await field(staff, "votedAt").fill(localMoment(new Date(given.at.getTime() + 1_800_000)));
	await field(staff, "responsiblePostId").selectOption({ index: 1 });
	await press(staff, "Abstimmung öffnen");
	await field(staff, "politics-yes").fill("2");
	await press(staff, "Stimmen speichern");
	await expect(staff.locator("main")).toContainText("Hier stehen 2 Stimmen, anwesend waren 1.");
	for (const bench of ["politics", "citizens"]) await field(staff, `${bench}-yes`).fill("1");
	await press(staff, "Stimmen speichern");
	await expect(staff.locator("main")).toContainText("Berechnet nach der Regel: angenommen");
	await expect(staff.getByRole("button", { name: "Ergebnis feststellen" })).toHaveCount(0);
	await axe(staff);
	await chair.goto("/heute");
	await expect(chair.locator("main")).toContainText(`Beschluss feststellen: ${given.in}`);
	await chair.goto(new URL(staff.url()).pathname);
	await press(chair, "Ergebnis feststellen");
	await press(chair, "Jetzt veröffentlichen");
	return new URL(chair.url()).pathname;
}

/** Says something on the paragraph that holds these words, up to where a guest is asked for an address. */
async function remark(page: Page, words: string, comment: string): Promise<void> {
	await page
		.locator("[data-block]", { hasText: words })
		.locator("..")
		.getByRole("link", { name: /^Zu diesem Absatz Stellung nehmen/ })
		.click();
	await write(page, "Was möchten Sie dazu sagen?", comment);
	await takeTime(page);
	await press(page, /^(Speichern und weiter|Einreichen)$/);
}

/** Sends the same form so many times more, as requests of who is signed in, without showing the pages. */
async function sendRemarks(page: Page, address: string, count: number): Promise<void> {
	const { origin } = new URL(page.url());
	for (let number = 1; number <= count; number++) {
		const html = await (await page.request.get(address)).text();
		const main = html.slice(html.indexOf("<main"));
		const form: Record<string, string> = {
			text: `Anmerkung ${number}: Bitte auch in einfacher Sprache.`,
			shownAs: "self",
		};
		for (const [tag] of main.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
			const [, name] = /\bname="([^"]*)"/.exec(tag) ?? [];
			if (name) form[name] = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "";
		}
		form.seit = String(Number(form.seit) - 60_000);
		const answer = await page.request.post(address, { form, headers: { Origin: origin }, maxRedirects: 0 });
		expect([answer.status(), answer.headers().location ?? ""]).toEqual([303, expect.stringMatching(/\/stand\//)]);
	}
}

test("a town's guidelines: call, lot, eight meetings, public remarks, two votes, council, post and training; nobody needs scripts @clock", async ({
	another,
}) => {
	const stamp = Date.now();
	const began = new Date(stamp + 30 * day);
	const name = `Arbeitskreis Leitlinien ${stamp}`;
	const [staff, citizen, chair] = [
		await another({ scripts: false }),
		await another({ scripts: false }),
		await another({ scripts: false }),
	];

	const turn = async (days: number) => {
		await setClock(staff, new Date(began.getTime() + days * day));
		await signIn(staff, "rausch@mendig.example", { fresh: true });
		await signIn(chair, "thoennes@mendig.example", { fresh: true });
	};
	try {
		await setClock(staff, began);
		await signIn(staff, "rausch@mendig.example");
		// what the town asked of the county; the group will have something to say on it
		await staff.goto("/o/mendig/verwaltung/kreis/anliegen/neu");
		await staff.getByLabel("Wunsch").check();
		await staff.getByLabel("Anliegen", { exact: true }).fill(`Wir brauchen Leitlinien für Beteiligung ${stamp}.`);
		await press(staff, "An den Kreis geben");
		const concern = new URL(staff.url()).pathname.split("/").at(-1) ?? "";

		await staff.goto("/o/mendig/verwaltung/gremien/neu");
		await field(staff, "name").fill(`Leitlinienbeirat ${stamp}`);
		await staff.getByLabel("Beirat", { exact: true }).check();
		await staff.getByLabel("beratend", { exact: true }).check();
		await field(staff, "carrier").fill("Stadtrat");
		await field(staff, "purpose").fill("Berät die Stadt zur Beteiligung.");
		await field(staff, "topics").fill("Beteiligung");
		await press(staff, "Eintragen");
		await citizen.goto("/o/mendig/gremien?q=leitlinienbeirat");
		await expect(citizen.locator("main")).toContainText(`Leitlinienbeirat ${stamp}`);
		await inOrder(citizen);

		await staff.goto("/o/mendig/verwaltung/arbeitskreise/neu");
		await field(staff, "name").fill(name);
		await field(staff, "topics").fill("Beteiligung");
		await write(staff, /^Auftrag$/, "Leitlinien schreiben, nach denen die Stadt ihre Menschen beteiligt.");
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
		await expect(staff.locator("main")).toContainText(`Leitlinienbeirat ${stamp}`);
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

		const closesAt = new Date(began.getTime() + 2 * day);
		await staff.goto(`${group}/aufrufe`);
		await axe(staff);
		await field(staff, "text").fill("Wir suchen zwei Menschen, die über Beteiligung mitreden wollen.");
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

		await test.step("the seat becomes that of an account", async () => {
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
		});

		await staff.goto(`${group}/auftrag`);
		await field(staff, "citizens-max").fill("4");
		await field(staff, "reason").fill("Es sollen mehr Menschen mitreden.");
		await field(staff, "firstDay").fill(localMoment(new Date(closesAt.getTime() + 5 * day)).slice(0, 10));
		await press(staff, "Fassung festlegen");
		await citizen.goto(`${open}/auftrag`);
		await expect(citizen.locator("main")).toContainText("gilt noch nicht");
		await inOrder(citizen);

		await signIn(chair, "thoennes@mendig.example", { fresh: true });
		await chair.goto(open);
		await chair.getByRole("link", { name: "Mein Arbeitskreis" }).click();
		await expect(chair.locator("main")).toContainText("Plan der Spielplätze");
		await expect(chair.locator("main")).toContainText("Konstituiert");
		await inOrder(chair);

		const made = await test.step("six meetings, a text, and everybody's remarks on it", async () => {
			await turn(200);
			for (let number = 1; number <= 6; number++) {
				const at = new Date(began.getTime() + (number * 30 + 3) * day);
				await meet(staff, group, { title: `Sitzung ${number}`, at });
			}
			await citizen.goto(open);
			await expect(citizen.locator("main")).toContainText("arbeitet");

			await staff.goto(`${open}/texte/neu`);
			await field(staff, "title").fill(`Leitlinien ${stamp}`);
			await write(
				staff,
				"Womit der Text beginnt",
				"Jedes Vorhaben steht in einer Liste.\n\nDie Antwort kommt nach acht Wochen.",
			);
			await press(staff, "Beginnen");
			const text = new URL(staff.url()).pathname;
			await staff.goto(`${text}/festhalten`);
			await field(staff, "reason").fill("Stand für die öffentliche Beratung");
			await field(staff, "isPublic").check();
			await press(staff, "Fassung festhalten");

			const process = await makeByRecipe(chair, {
				place: "mendig",
				recipe: "Leitlinien gemeinsam schreiben",
				title: `Leitlinien ${stamp}`,
				purpose: "Wir möchten wissen, was Sie davon halten.",
				fixedPoints: "Der Rat beschließt.",
				openQuestions: "Alles andere.",
				firstDay: localDay(new Date(began.getTime() + 200 * day)),
				lastDay: localDay(new Date(began.getTime() + 220 * day)),
				answeredUntil: localDay(new Date(began.getTime() + 250 * day)),
			});
			// what people say appears at once; a moderator reads it afterwards
			await chair.goto(`${process.hub}/bearbeiten`);
			await chair.locator('main [name="moderation"][value="after"]').check();
			await press(chair, "Änderungen speichern");
			await chair.goto(`${process.hub}/texte/aus-arbeitskreis`);
			await press(chair, "Übernehmen");
			await expect(chair.locator("[data-error-summary]")).toContainText("Bitte wählen Sie eine Fassung aus.");
			await axe(chair);
			await chair.getByLabel(`Leitlinien ${stamp}, Fassung 1 (${name})`).check();
			await press(chair, "Übernehmen");
			const taken = new URL(chair.url()).pathname;
			await release(chair, staff, process);
			await chair.goto(`${taken}/veroeffentlichen`);
			await press(chair, "Jetzt veröffentlichen");

			// the plan opens remarks on the draft in its third week
			await turn(216);
			const guest = await another({ scripts: false });
			await guest.goto(process.open);
			await guest
				.getByRole("link", { name: `Leitlinien ${stamp}` })
				.last()
				.click();
			const published = guest.url();
			await remark(guest, "acht Wochen", `Acht Wochen sind zu lang ${stamp}.`);
			const remarker = `anmerkung-${stamp}@example.org`;
			await guest.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(remarker);
			await press(guest, "Code zuschicken");
			const { codes } = await newestMail(guest, remarker);
			await guest.getByLabel("Code aus der Nachricht").fill(codes.find((code) => code.length === 6) ?? "");
			await press(guest, "Beitrag einreichen");
			const neighbour = await another({ scripts: false });
			await signIn(neighbour, "citizen", { fresh: true });
			for (const [words, comment] of [
				["in einer Liste", "Die Liste gehört ins Netz und ins Rathaus."],
				["acht Wochen", "Vier Wochen reichen."],
			] as const) {
				await neighbour.goto(published);
				await remark(neighbour, words, `${comment} ${stamp}`);
				await expect(neighbour).toHaveURL(/\/stand\//);
			}
			await inOrder(neighbour);
			await neighbour.goto(published);
			const form = neighbour.getByRole("link", { name: /^Zu diesem Absatz Stellung nehmen/ }).last();
			await sendRemarks(neighbour, (await form.getAttribute("href")) ?? "", 57);
			await guest.goto(process.open);
			await expect(guest.locator("main")).toContainText("60 Anmerkungen");
			await guest.goto(published);
			await inOrder(guest);
			return { text, taken, process };
		});

		const decision =
			await test.step("the treatment goes back into the group's text, and two votes are taken", async () => {
				await turn(230);
				const { text, taken, process } = made;
				// fifty stand on a page of the board, and one answer is given to all that are ticked
				for (const reason of ["Sechs Wochen schaffen die Ämter.", "Wir antworten nach sechs Wochen."]) {
					await chair.goto(`${process.hub}/antworten?stand=unanswered`);
					for (const box of await chair.getByRole("checkbox").all()) await box.check();
					await press(chair, "Antwort vorbereiten");
					await chair.getByLabel("übernommen", { exact: true }).check();
					await write(chair, "Begründung", reason);
					await press(chair, "Speichern");
					await press(chair, "Um Freigabe bitten");
					await staff.goto(chair.url());
					await press(staff, "Freigeben und veröffentlichen");
				}
				await chair.goto(taken);
				await press(chair, "Nächste Fassung beginnen");
				await write(chair, "Wortlaut", "Jedes Vorhaben steht in einer Liste.\n\nDie Antwort kommt nach sechs Wochen.");
				await chair.locator('textarea[name="note"]').fill("Sechs statt acht Wochen.");
				await press(chair, "Speichern");
				await chair.goto(`${taken}/veroeffentlichen`);
				await press(chair, "Jetzt veröffentlichen");
				await chair.goto(taken);
				await chair.getByRole("link", { name: "An den Arbeitskreis zurückgeben" }).click();
				await expect(chair.locator("main")).toContainText("60 Anmerkungen");
				await axe(chair);
				await press(chair, "Zurückgeben");
				await staff.goto(text);
				await expect(staff.locator("main")).toContainText("nach sechs Wochen");
				await chair.goto(`${text}/anmerken`);
				await chair.locator('main [name="kind"][value="comment"]').check();
				await field(chair, "body").fill(`Wer zählt die Wochen? ${stamp}`);
				await press(chair, "Absenden");
				await staff.goto(`${text}/festhalten`);
				await staff.getByLabel(`Wer zählt die Wochen? ${stamp}`).check();
				await staff
					.getByLabel(/^Aus der Beratung: /)
					.first()
					.check();
				await press(staff, "Fassung festhalten");
				await expect(staff.locator("[data-error-summary]")).toBeVisible();
				await expect(staff.getByLabel(`Wer zählt die Wochen? ${stamp}`)).toBeChecked();
				await axe(staff);
				await field(staff, "reason").fill("Nach der öffentlichen Beratung");
				await field(staff, "isPublic").check();
				await press(staff, "Fassung festhalten");
				await expect(section(staff, "Eingeflossen")).toContainText(`Wer zählt die Wochen? ${stamp}`);
				await citizen.goto(`${text}/fassungen/2`);
				await expect(section(citizen, "Eingeflossen")).toContainText("Aus der Beratung");
				await inOrder(citizen);

				const seventh = new Date(began.getTime() + 222 * day);
				await meet(staff, group, { title: "Sitzung 7", at: seventh, item: `Wortlaut der Leitlinien ${stamp}` });
				await decide(staff, chair, { at: seventh, wording: "Der Wortlaut steht in Fassung 2.", in: name });
				const eighth = new Date(began.getTime() + 229 * day);
				await staff.goto(`${group}/aufgreifen`);
				await field(staff, "kurz").fill(concern);
				await press(staff, "Aufgreifen");
				await expect(section(staff, "Aufgegriffen")).toContainText(concern);
				await meet(staff, group, {
					title: "Sitzung 8",
					at: eighth,
					takenUp: true,
					item: `Leitlinien dem Stadtrat vorlegen ${stamp}`,
				});
				return decide(staff, chair, { at: eighth, wording: "Der Stadtrat möge die Leitlinien beschließen.", in: name });
			});

		await test.step("the recommendation goes to the council and becomes a measure and an agreement", async () => {
			await staff.goto(decision);
			await staff.getByRole("link", { name: "Maßnahme daraus machen" }).click();
			await field(staff, "title").fill("");
			await press(staff, "Maßnahme beginnen");
			await expect(staff.locator("[data-error-summary]")).toBeVisible();
			await field(staff, "title").fill(`Leitlinien einführen ${stamp}`);
			await field(staff, "summary").fill("Die Stadt beteiligt nach ihren Leitlinien.");
			await staff.locator('main [name="kind"]').first().check();
			await staff.locator('main [name="fields"]').first().check();
			await press(staff, "Maßnahme beginnen");
			await expect(staff).toHaveURL(/\?begonnen$/);
			await staff.goto(decision);
			await staff.getByRole("link", { name: "Vereinbarung daraus entwerfen" }).click();
			await field(staff, "title").fill("");
			await press(staff, /./);
			await expect(staff.locator("[data-error-summary]")).toBeVisible();
			await field(staff, "title").fill(`Leitlinien gemeinsam ${stamp}`);
			await press(staff, /./);
			await staff.goto(decision);
			await expect(section(staff, "Daraus entstanden")).toContainText(`Leitlinien einführen ${stamp}`);
			await expect(section(staff, "Daraus entstanden")).toContainText(`Leitlinien gemeinsam ${stamp}`);
			await staff.getByRole("link", { name: "Übergabeblatt für den Rat" }).click();
			await staff.locator('main a[href*="/beschluesse/neu"]').click();
			await field(staff, "title").fill(`Mendig gibt sich Leitlinien ${stamp}`);
			await field(staff, "body").fill("Stadtrat Mendig");
			await field(staff, "sessionOn").fill(localDay(new Date(began.getTime() + 230 * day)));
			await staff.locator('main [name="outcome"][value="adopted"]').check();
			await staff.locator('main [name="deviation"][value="follows"]').check();
			await field(staff, "effect").selectOption("binds");
			await field(staff, "summary").fill("Die Leitlinien gelten.");
			await press(staff, "Aufnehmen");
			await press(staff, "Veröffentlichen");
			await citizen.goto(decision);
			await expect(citizen.locator("main")).toContainText(`Mendig gibt sich Leitlinien ${stamp}`);
			await expect(section(citizen, "Daraus entstanden")).toContainText(`Leitlinien einführen ${stamp}`);
			await expect(section(citizen, "Daraus entstanden")).not.toContainText(`Leitlinien gemeinsam ${stamp}`);
			await inOrder(citizen);
		});

		await test.step("the county's guide answers the concern with it", async () => {
			const guide = await another({ scripts: false });
			await signIn(guide, "acar@kreis.example", { fresh: true });
			await guide.goto(decision);
			await guide.getByRole("link", { name: `Anliegen ${concern} damit beantworten` }).click();
			// nobody had settled yet who is responsible for it
			const answering = guide.url();
			await guide.goto(answering.replace(/antwort$/, "klaeren"));
			await press(guide, "Zuordnen");
			await guide.goto(answering);
			await expect(field(guide, "text")).toHaveValue(/\/beschluss\/[0-9A-Z]{8}/);
			await press(guide, "Antwort geben");
			await expect(guide.locator("[data-error-summary]")).toBeVisible();
			await expect(field(guide, "text")).toHaveValue(/\/beschluss\/[0-9A-Z]{8}/);
			await axe(guide);
			await field(guide, "outcome").first().check();
			await press(guide, "Antwort geben");
			await staff.goto(`/o/mendig/verwaltung/kreis/anliegen/${concern}`);
			await expect(staff.locator("main")).toContainText(`Mendig gibt sich Leitlinien ${stamp}`);
			await guide.goto(decision);
			await expect(guide.getByRole("link", { name: `Anliegen ${concern} damit beantworten` })).toHaveCount(0);
		});

		await test.step("a post keeps them alive, with training material", async () => {
			const post = `Stabsstelle Bürgerbeteiligung ${stamp}`;
			await staff.goto("/o/mendig/verwaltung/stellen/neu");
			await field(staff, "label").fill(post);
			await staff.locator('main [name="kind"][value="OFFICER"]').check();
			await press(staff, "Stelle anlegen");
			await expect(staff.locator("h1")).toContainText(post);
			await staff.goto(decision);
			await staff.getByRole("link", { name: "Aufgabe anlegen" }).click();
			await field(staff, "title").fill("Leitlinien anwenden und jährlich berichten");
			await field(staff, "postId").selectOption({ label: post });
			await field(staff, "dueOn").fill(localDay(new Date(began.getTime() + 300 * day)));
			await press(staff, "Aufgabe anlegen");
			await staff.goto(`${open}/unterlagen`);
			await field(staff, "title").fill("Schulung: Leitlinien im Alltag");
			await field(staff, "isPublic").check();
			await field(staff, "file")
				.last()
				.setInputFiles({ name: "schulung.txt", mimeType: "text/plain", buffer: Buffer.from("Sechs Wochen.") });
			await press(staff, "Hinzufügen");
			await citizen.goto(`${open}/unterlagen`);
			await expect(citizen.getByRole("link", { name: "schulung.txt" })).toBeVisible();
			await citizen.goto(decision);
			await expect(citizen.locator("main")).toContainText("Leitlinien anwenden und jährlich berichten");
		});
	} finally {
		await releaseClock(staff);
	}
});
