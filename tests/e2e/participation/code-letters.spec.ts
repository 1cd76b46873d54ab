import { inOrder, press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { has, run } from "../../support/seal-tools";
import { signIn } from "../../support/sign-in";
import { makeByRecipe } from "../../support/whole-process";

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const table = (...rows: string[]) => ({
	name: "anschriften.csv",
	mimeType: "text/csv",
	buffer: Buffer.from(["Vorname;Nachname;Straße;PLZ;Ort", ...rows].join("\n")),
});
const [erika, otto] = ["Erika;Muster;Marktplatz 1;56743;Mendig", "Otto;Öffner;Bachstraße 2;56743;Mendig"];

test("a table of addresses becomes letters with a code each, once; letters that got lost are taken back @plain", async ({
	page: staff,
}, { project }) => {
	await signIn(staff, "breitbach@kreis.example");
	const { hub } = await makeByRecipe(staff, {
		place: "mayen-koblenz",
		recipe: "Schnelle Umfrage",
		title: `Buslinie ${project.name} ${Date.now()}`,
		purpose: "Fährt der Bus öfter?",
		fixedPoints: "Das Geld reicht für eine Linie.",
		firstDay: day(3),
		lastDay: day(20),
		answeredUntil: day(40),
	});
	await staff.goto(`${hub}/umfrage/1/wer-antwortet`);
	await staff.locator('input[name="electorate"][value="letter"]').check();
	await press(staff, "Speichern");
	await staff.getByRole("link", { name: "Briefe mit Code herstellen" }).click();
	await inOrder(staff);

	await staff
		.locator('input[type="file"]')
		.setInputFiles(table(erika ?? "", ";;Bachstraße 2;56743;Mendig", erika ?? ""));
	await press(staff, "Tabelle prüfen");
	await expect(staff.locator("[data-error-summary]")).toContainText("Zeile 3: Der Name fehlt.");
	await expect(staff.locator("[data-error-summary]")).toContainText("Zeile 4: Erika Muster");
	await inOrder(staff);
	await staff.locator('input[type="file"]').setInputFiles(table(erika ?? "", otto ?? ""));
	await press(staff, "Tabelle prüfen");
	await expect(staff.locator("main")).toContainText("Die Tabelle ergibt 2 Briefe");
	await expect(staff.locator("main")).toContainText("Otto Öffner, Bachstraße 2, 56743 Mendig");
	await inOrder(staff);

	const arriving = staff.waitForEvent("download");
	await staff.locator("main").getByRole("button", { name: "2 Briefe herstellen" }).click();
	const stream = await (await arriving).createReadStream();
	const pdf = Buffer.concat(await stream.toArray());
	expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
	if (has("pdftotext")) {
		const pages = run("pdftotext", ["-layout", "-", "-"], pdf)
			.said.split("\f")
			.filter((page) => page.trim() !== "");
		const codes = pages.map((page) => /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(page)?.[0]);
		expect(pages[1]).toContain("Otto Öffner");
		expect(new Set(codes).size).toBe(2);
	}
	await staff.getByRole("link", { name: "Seite neu öffnen" }).click();
	await expect(staff.locator("main")).toContainText("2 Briefe sind hergestellt");
	await expect(staff.locator("main")).not.toContainText("Otto");
	await inOrder(staff);
	await staff.getByRole("link", { name: "Briefe zurücknehmen" }).click();
	await inOrder(staff);
	await press(staff, "Briefe zurücknehmen");
	await staff.getByRole("link", { name: "Alle Briefe mit Code" }).click();
	await expect(staff.locator("main")).toContainText("Noch kein Code bekannt.");
	await expect(staff.locator("table")).toContainText("zurückgenommen");
	await inOrder(staff);
});
