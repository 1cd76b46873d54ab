import { press } from "../../support/journey";
import { startOparlServer } from "../../support/oparl-server";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";

test("a recommendation goes to the council with a package, a number, a link and a resolution that differs @plain", async ({
	page: staff,
	another,
}, { project }) => {
	const mark = `${project.name} ${Date.now()}`;
	const council = await startOparlServer();
	try {
		await signIn(staff, "rausch@mendig.example");
		const search = await staff.request.get("/suche?q=Laternen%20Sensoren");
		const address = /\/empfehlung\/[0-9A-Z]{8}/.exec(await search.text())?.[0] ?? "";
		const main = staff.locator("main");

		// the system is named and read by OParl
		await staff.goto("/o/mendig/verwaltung/ratsinformation");
		await main.locator('[name="name"]').fill(`RIS ${mark}`);
		await main.locator('[name="address"]').fill(`${council.origin}/kaputt`);
		await main.getByLabel("OParl-Schnittstelle").check();
		await press(staff, "Hinzufügen");
		await expect(main).toContainText("kam keine brauchbare Antwort");
		await axe(staff);
		await main.locator('[name="address"]').fill(council.door);
		await press(staff, "Hinzufügen");
		await expect(async () => {
			await staff.reload();
			await expect(main).toContainText("vollständig", { timeout: 1000 });
		}).toPass();
		await axe(staff);
		await htmlValid(staff);

		// the way through the bodies, the package, the number
		await staff.goto(address);
		await expect(main.getByRole("link", { name: "Maßnahme daraus machen" })).toBeVisible();
		await main.getByRole("link", { name: "Weg durch die Gremien eintragen" }).click();
		const way = new URL(staff.url()).pathname;
		await main.getByRole("link", { name: "Station hinzufügen" }).click();
		await main.locator('[name="body"]').fill(`Stadtrat ${mark}`);
		await main.getByLabel("Entscheidung", { exact: true }).check();
		await main.locator('[name="sessionOn"]').fill("2020-03-01");
		await axe(staff);
		await press(staff, "Speichern");
		const sheet = await staff.request.get(`${way.replace("gremienweg", "uebergabe")}/paket.zip`);
		expect([sheet.status(), sheet.headers()["content-type"]]).toEqual([200, "application/zip"]);
		await main.locator('[name="to"]').fill("Sitzungsdienst");
		await press(staff, "Übergabe eintragen");
		await main.locator('[name="reference"]').fill(`2026/${mark}`.slice(0, 40));
		await press(staff, "Nummer eintragen");
		await expect(main).toContainText("an die Gremien übergeben");

		// the paper is found by its number, linked, copied
		await staff.goto(`${way}/verweis?q=1234/2014`);
		await axe(staff);
		await press(staff, /^Verknüpfen als Ergebnis/);
		await expect(main).toContainText("Antwort auf Anfrage 1200/2014");

		// the resolution, and where its wording differs
		await main.getByRole("link", { name: "Beschluss aufnehmen" }).click();
		await main.locator('[name="title"]').fill(`Laternen ${mark}`);
		await main.locator('[name="body"]').fill(`Stadtrat ${mark}`);
		await main.locator('[name="sessionOn"]').fill("2020-03-01");
		await main.locator('[name="outcome"][value="refused"]').check();
		await main.locator('[name="summary"]').fill("Abgelehnt.");
		await main.locator('[name="wording"]').fill(`Der Rat lehnt ab ${mark}.`);
		await main.locator('[name="deviation"][value="deviates"]').check();
		await main.locator('[name="deviationReason"]').fill("Es fehlt Geld.");
		await press(staff, "Aufnehmen");
		await press(staff, "Veröffentlichen");

		const reader = await another();
		await reader.goto(address);
		const shown = reader.locator("main");
		await expect(shown).toContainText("Weg durch die Gremien");
		await expect(shown.locator("ins").first()).toContainText("Rat");
		await expect(shown.locator("del").first()).toBeVisible();
		await expect(shown.getByRole("link", { name: "Weg durch die Gremien eintragen" })).toHaveCount(0);
		await axe(reader);
		await htmlValid(reader);
		await fitsInto(reader, 320);
		const paper = await (await reader.request.get("/oparl/v1/papers")).json();
		expect(JSON.stringify(paper)).toContain(address);
	} finally {
		council.stop();
	}
});
