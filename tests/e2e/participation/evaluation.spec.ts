import { inOrder, press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const place = "/o/mendig";
const work = `${place}/verwaltung/beteiligung`;

test("a process of CONSUL is taken over, evaluated and read by everybody, as page, paper and data @plain", async ({
	page: staff,
	another,
}, { project }) => {
	const first = Date.now() % 1_000_000_000;
	const title = `Spielplatz am Bach ${project.name} ${first}`;
	const debates = [1, 2, 3].map((number) => ({
		id: String(first + number),
		title: `Schaukel Nummer ${number}`,
		description: `<p>Bitte eine Schaukel &ndash; die ${number}.</p>`,
		cachedVotesUp: number,
		publicAuthor: number === 1 ? { username: "kletterkind" } : null,
		publicCreatedAt: `2023-05-0${number}T10:00:00+02:00`,
	}));
	const file = (records: object[]) => ({
		name: "debates.json",
		mimeType: "application/json",
		buffer: Buffer.from(JSON.stringify({ data: { debates: { nodes: records } } })),
	});

	await signIn(staff, "participation-manager");
	await staff.goto(work);
	await staff.locator("main").getByRole("link", { name: "Verfahren übernehmen" }).click();
	await inOrder(staff);
	const table = {
		name: "x.csv",
		mimeType: "text/csv",
		buffer: Buffer.from("id,title,created_at\n1,Eine Idee,2023-05-01\n"),
	};
	await staff.locator('input[name="file"]').setInputFiles(table);
	await press(staff, "Datei ansehen");
	await expect(staff.locator("[data-error-summary]")).toContainText(
		"Aus der Datei geht nicht hervor, was darin steht.",
	);
	await inOrder(staff);
	await staff.locator('input[name="file"]').setInputFiles(file([...debates, { id: String(first), title: "Ohne Tag" }]));
	await press(staff, "Datei ansehen");
	await expect(staff.locator("#fehler").locator("..").locator("..")).toContainText(
		"Der Tag fehlt oder ist nicht lesbar.",
	);
	await inOrder(staff);
	await staff.locator('input[name="title"]').fill(title);
	await staff.locator('input[name="source"]').fill(`https://${project.name}.mendig.example/debates`);
	await staff.locator('input[name="licence"]').fill("Stadt Mendig, dl-de/by-2-0");
	await staff.locator('input[name="decidedBy"]').fill("Stadtrat");
	await staff.locator('select[name="responsiblePostId"]').selectOption({ index: 1 });
	await press(staff, "Übernehmen");
	await expect(staff.locator("[data-error-summary]")).toContainText("Ein Eintrag hat Fehler.");
	await staff.getByLabel("Den Eintrag mit Fehler weglassen").check();
	await press(staff, "Übernehmen");
	await expect(staff.getByRole("heading", { level: 1 })).toContainText(title);
	const path = new URL(staff.url()).pathname;
	await inOrder(staff);

	await staff.goto(`${path}/auswertung`);
	await staff.getByRole("link", { name: "Selbsteinschätzung ausfüllen" }).click();
	await staff.locator('input[name="grade-early"][value="missed"]').check();
	await press(staff, "Einschätzung speichern");
	await expect(staff.locator("[data-error-summary]")).toContainText("Bitte schreiben Sie in einem Satz, was fehlte.");
	await inOrder(staff);
	await staff.locator('textarea[name="remark-early"]').fill("Der Plan war schon fertig.");
	await press(staff, "Einschätzung speichern");
	await staff.getByRole("link", { name: "Abschlussbericht schreiben" }).click();
	await write(staff, "Text des Berichts", "Zwei Schaukeln werden gebaut.");
	await staff.getByLabel("Veröffentlichen", { exact: false }).check();
	await inOrder(staff);
	await press(staff, "Bericht speichern");

	const reader = await another();
	const moved = await reader.request.get(`/debates/${first + 1}-schaukel`, { maxRedirects: 0 });
	expect([moved.status(), moved.headers().location]).toEqual([301, expect.stringMatching(/^\/b\//)]);
	expect((await reader.request.get(`/debates/${first}-ohne-tag`, { maxRedirects: 0 })).status()).toBe(404);
	await reader.goto(`/debates/${first + 1}`);
	await expect(reader.locator("main")).toContainText("kletterkind");
	await reader.goto(path);
	await expect(reader.locator("main")).toContainText(`Übernommen von ${project.name}.mendig.example`);
	await reader.getByRole("link", { name: "Auswertung in Zahlen" }).click();
	await expect(reader.locator("main")).toContainText("Zwei Schaukeln werden gebaut.");
	await expect(reader.locator("main")).toContainText("Der Plan war schon fertig.");
	await inOrder(reader);
	const pdf = await reader.request.get(`${path}/auswertung/auswertung.pdf`);
	expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
	await reader.getByRole("link", { name: "Alle Verfahren des Jahres 2023" }).click();
	await expect(reader.locator("main")).toContainText(title);
	await inOrder(reader);
	await reader.goto(`${path}/daten`);
	await inOrder(reader);
	const csv = await (await reader.request.get(`${path}/daten/beitraege.csv`)).text();
	expect(csv).toContain("Bitte eine Schaukel – die 2.");
	expect(csv).not.toContain("kletterkind");
	const origin = await (await reader.request.get(`${path}/daten/herkunft.json`)).json();
	expect(origin.rows).toHaveLength(3);
});
