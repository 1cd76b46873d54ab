import type { Page } from "@playwright/test";
import { press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid, runsScripts } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const texts = "/o/mendig/arbeitskreise/arbeitskreis-wege-und-plaetze/texte";
const chairman = "rausch@mendig.example";
const member = "elke.neumann@post.example";

/** Begins a text as the chair and returns its address. */
async function begun(staff: Page, title: string): Promise<string> {
	await staff.goto(`${texts}/neu`);
	await field(staff, "title").fill(title);
	await write(staff, "Womit der Text beginnt", "Alle können mitreden.\n\nDie Gemeinde antwortet.");
	await press(staff, "Beginnen");
	return new URL(staff.url()).pathname;
}

/** A remark on a passage, as the form takes it. */
async function remark(
	page: Page,
	text: string,
	wanted: { kind: "comment" | "suggestion"; quote: string; body: string; words?: string },
) {
	await page.goto(`${text}/anmerken`);
	await page.locator(`main [name="kind"][value="${wanted.kind}"]`).check();
	await field(page, "quote").fill(wanted.quote);
	if (wanted.words !== undefined) await field(page, "replacement").fill(wanted.words);
	await field(page, "body").fill(wanted.body);
	await press(page, "Absenden");
}

test("a group writes a text: form with conflict, remarks, suggestions, versions, comparison", async ({
	page: staff,
	another,
}, { project }) => {
	const title = `Leitlinien ${project.name} ${Date.now()}`;
	await signIn(staff, chairman);
	const text = await begun(staff, title);
	await axe(staff);

	const elke = await another();
	await signIn(elke, member);
	// both have the plain form open; the second one to save is told, and keeps what was typed
	await elke.goto(`${text}/schreiben?einfach`);
	await staff.goto(`${text}/schreiben?einfach`);
	await axe(staff);
	await field(elke, "body").fill("Alle können mitreden.\n\nDie Gemeinde antwortet schnell.");
	await press(elke, "Speichern");
	await expect(elke.locator("main")).toContainText("Gespeichert.");
	await field(staff, "body").fill("Alle dürfen mitreden.\n\nDie Gemeinde antwortet.");
	await press(staff, "Speichern");
	await expect(staff.locator("main")).toContainText("Jemand hat den Text inzwischen geändert");
	await expect(staff.locator(".gw-pair")).toContainText("antwortet schnell");
	await expect(staff.locator(".gw-pair")).toContainText("Alle dürfen mitreden");
	await axe(staff);
	await write(staff, "Text des Entwurfs", "Alle dürfen mitreden.\n\nDie Gemeinde antwortet schnell.");
	await press(staff, "Speichern");

	await remark(elke, text, { kind: "suggestion", quote: "Das steht nirgends", body: "Weil", words: "x" });
	await expect(elke.locator("main")).toContainText("Diese Worte stehen so nicht im Text.");
	await expect(field(elke, "quote")).toHaveValue("Das steht nirgends");
	await axe(elke);
	await remark(elke, text, {
		kind: "suggestion",
		quote: "antwortet schnell",
		body: "Genauer",
		words: "antwortet in vier Wochen",
	});
	const suggestion = new URL(elke.url()).pathname;
	await expect(elke.locator("main")).toContainText("Am Text ändert sich erst etwas, wenn er angenommen wird.");
	await remark(elke, text, { kind: "suggestion", quote: "Alle dürfen", body: "Freundlicher", words: "Alle sollen" });
	const refused = new URL(elke.url()).pathname;
	await remark(elke, text, { kind: "comment", quote: "mitreden", body: "Auch Kinder?" });
	const comment = new URL(elke.url()).pathname;

	await staff.goto(text);
	await expect(staff.locator(".gw-document")).toContainText("antwortet schnell");
	await axe(staff);
	await htmlValid(staff);
	await fitsInto(staff, 320);
	await staff.goto(refused);
	await press(staff, "Ablehnen");
	await expect(staff.locator("main")).toContainText("Bitte begründen Sie, warum Sie ablehnen.");
	await field(staff, "decision").fill("Das klingt nach Pflicht.");
	await press(staff, "Ablehnen");
	await staff.goto(suggestion);
	await axe(staff);
	await press(staff, "Annehmen");
	await expect(staff.locator("main")).toContainText("Die Entscheidung ist gespeichert.");
	await staff.goto(comment);
	await axe(staff);
	await press(staff, "Als erledigt markieren");
	await elke.goto(refused);
	await expect(elke.locator("main")).toContainText("Das klingt nach Pflicht.");

	await staff.goto(`${text}/festhalten`);
	await expect(staff.locator("main")).toContainText("antwortet in vier Wochen");
	await axe(staff);
	await press(staff, "Fassung festhalten");
	await expect(staff.locator("main")).toContainText("warum diese Fassung festgehalten wird");
	await field(staff, "reason").fill("Stand für die öffentliche Beratung");
	await field(staff, "isPublic").check();
	await press(staff, "Fassung festhalten");
	await expect(staff.locator("main")).toContainText("Die Fassung ist festgehalten.");
	await axe(staff);
	await staff.goto(text);
	await press(staff, "Nächsten Entwurf beginnen");
	await staff.goto(`${text}/schreiben?einfach`);
	await field(staff, "body").fill("Alle dürfen mitreden, auch Kinder.\n\nDie Gemeinde antwortet in vier Wochen.");
	await press(staff, "Speichern");
	await staff.goto(`${text}/festhalten`);
	await field(staff, "reason").fill("Nach der Beratung");
	await press(staff, "Fassung festhalten");
	await staff.goto(`${text}/vergleich?von=1&bis=2`);
	await expect(staff.locator("main")).toContainText("auch Kinder");
	await expect(staff.locator("main")).toContainText("Beim gemeinsamen Schreiben geändert.");
	await axe(staff);
	await fitsInto(staff, 320);

	const reader = await another();
	await reader.goto(text);
	await expect(reader.locator("main")).toContainText("Fassung 1");
	await expect(reader.locator("main")).not.toContainText("Fassung 2");
	await reader.goto(`${text}/fassungen/1`);
	await expect(reader.locator("main")).toContainText("antwortet in vier Wochen");
	await expect(reader.locator("main")).not.toContainText("Neumann");
	await axe(reader);
	expect((await reader.request.get(`${text}/fassungen/2`)).status()).toBe(404);
	expect((await reader.request.get(`${text}/schreiben`)).status()).toBe(404);
});

test("two browsers write one text, the network is cut in between and nothing is lost; a lost right ends it @once", async ({
	page: staff,
	another,
}) => {
	expect(await runsScripts(staff)).toBe(true);
	await signIn(staff, chairman);
	const text = await begun(staff, `Gemeinsam ${Date.now()}`);
	const elke = await another();
	await signIn(elke, member);
	await staff.goto(`${text}/schreiben`);
	await elke.goto(`${text}/schreiben`);
	const editorOf = (page: Page) =>
		page.getByRole("textbox", { name: "Text des Entwurfs" }).and(page.locator("[contenteditable]"));
	const [one, other] = [editorOf(staff), editorOf(elke)];
	await expect(one).toContainText("Alle können mitreden.");
	await expect(other).toContainText("Alle können mitreden.");
	await expect(staff.locator("#formular")).toBeHidden();
	await expect(staff.locator(".gw-live__people summary")).toHaveText("Außer Ihnen dabei: 1");
	await staff.locator(".gw-live__people summary").click();
	await expect(staff.locator(".gw-live__people")).toContainText("Elke Neumann");

	const typeAtEnd = async (page: Page, paragraph: number, words: string) => {
		await editorOf(page).locator("p").nth(paragraph).click();
		await page.keyboard.press("End");
		await page.keyboard.type(words);
	};
	// who is there, who types and what is saved are read on demand: nothing of it stands in a live region, and none speaks
	const live = "[aria-live], [role=status], [role=alert], [role=log]";
	const beNoted = (page: Page) =>
		page.evaluate((regions) => {
			const heard: string[] = [];
			const holder = document.querySelector("[data-island=live-draft]");
			new MutationObserver((changes) => {
				for (const { target } of changes) {
					const region = (target instanceof Element ? target : target.parentElement)?.closest(regions);
					if (region) heard.push(region.textContent ?? "");
				}
			}).observe(holder ?? document.body, { subtree: true, childList: true, characterData: true });
			Object.assign(window, { heard });
		}, live);
	const heardBy = (page: Page) => page.evaluate(() => ("heard" in window ? window.heard : null));
	for (const page of [staff, elke]) await beNoted(page);
	await typeAtEnd(staff, 0, " Immer.");
	await expect(other).toContainText("Alle können mitreden. Immer.");
	await expect(staff.locator(".gw-live__status")).toHaveText("Gespeichert");
	for (const page of [staff, elke]) {
		// on a busy machine it may say that something is not stored yet, and that it must
		expect(JSON.stringify(await heardBy(page))).not.toMatch(/Immer|mitreden|Gespeichert|dabei|Neumann|null/);
		await expect(
			page.locator(".gw-live__people, .gw-live__status").locator(`xpath=ancestor-or-self::*[@aria-live]`),
		).toHaveCount(0);
	}
	await axe(staff);

	await elke.context().setOffline(true);
	await typeAtEnd(elke, 1, " Ohne Netz geschrieben.");
	await expect(elke.locator(".gw-live__alarm")).toContainText("Ihre Änderungen sind noch nicht gespeichert");
	await axe(elke);
	await typeAtEnd(staff, 1, " Mit Netz geschrieben.");
	await expect(staff.locator(".gw-live__status")).toHaveText("Gespeichert");
	await elke.context().setOffline(false);
	for (const editor of [one, other]) {
		await expect(editor).toContainText("Ohne Netz geschrieben.");
		await expect(editor).toContainText("Mit Netz geschrieben.");
	}
	await expect(elke.locator(".gw-live__status")).toHaveText("Gespeichert");
	// what is called saved is there without any script
	const plain = await another({ scripts: false });
	await signIn(plain, chairman);
	await plain.goto(text);
	for (const words of ["mitreden. Immer.", "Ohne Netz geschrieben.", "Mit Netz geschrieben."]) {
		await expect(plain.locator(".gw-document")).toContainText(words);
	}

	await plain.goto(`${text}/rechte`);
	await axe(plain);
	await field(plain, "personId").selectOption({ label: "Elke Neumann" });
	await plain.locator('main [name="right"][value="read"]').check();
	await press(plain, "Speichern");
	await expect(elke.locator(".gw-live__alarm")).toContainText("Ihr Recht an diesem Entwurf hat sich geändert");
	await expect(other).toHaveAttribute("contenteditable", "false");
});
