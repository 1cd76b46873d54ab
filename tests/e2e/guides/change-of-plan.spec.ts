import type { Page } from "@playwright/test";
import { serverTime, setClock } from "../../support/clock";
import { inOrder, press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";

const work = "/o/mayen-koblenz/verwaltung";

/** A day from the house's today on, `YYYY-MM-DD`. */
async function day(page: Page, ahead: number): Promise<string> {
	return new Date((await serverTime(page)).getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
}

async function addRule(page: Page, rule: { area?: string; post: string }): Promise<void> {
	await page.getByRole("link", { name: "Regel hinzufügen" }).click();
	if (rule.area) await page.getByLabel("Gebiet").selectOption({ label: rule.area });
	await page.getByLabel("Stelle").selectOption({ label: rule.post });
	await press(page, "Regel hinzufügen");
}

/** What stands on the public page of Mayen. */
async function whoAnswersInMayen(page: Page): Promise<void> {
	await page.goto("/lotsen");
	await page.getByLabel("Ort suchen").fill("Mayen");
	await page.getByLabel("Ort suchen").press("Enter");
	await expect(page.getByRole("heading", { name: "Für Sie da in Mayen" })).toBeVisible();
}

test("the county changes its plan: checked, tried on last year, approved for a day, handed over on it @clock", async ({
	page,
	another,
}) => {
	test.slow();
	const name = "Zwei Teams für den Kreis";
	await signIn(page, "saal@kreis.example");
	const firstDay = await day(page, 40);

	await page.goto(`${work}/lotsen`);
	await page.getByRole("link", { name: "Neuer Plan" }).click();
	await page.getByLabel("Name des Plans").fill(name);
	await page.getByLabel("zuerst nach Gebiet").check();
	await page.getByLabel("Erster Tag").fill(firstDay);
	await page.getByLabel("Begründung für die Menschen").fill("Kurz.");
	await press(page, "Plan anlegen");
	await expect(page.locator("[data-error-summary]")).toContainText("Bitte schreiben Sie eine Begründung");
	await expect(page.getByLabel("Name des Plans")).toHaveValue(name);
	await inOrder(page);
	await page.getByLabel("Begründung für die Menschen").fill("Zwei Teams sind öfter in den Rathäusern als sechs.");
	await press(page, "Plan anlegen");
	const plan = page.url().replace(/\?.*/, "");

	// nothing is approved while somebody would have nobody
	await expect(page.getByText(/Fälle haben keine oder zwei Stellen/)).toBeVisible();
	await expect(page.getByRole("row").filter({ hasText: "niemand" }).first()).toBeVisible();
	await inOrder(page);
	await page.goto(`${plan}/in-kraft`);
	await press(page, "In Kraft setzen");
	await expect(page.locator("[data-error-summary]")).toContainText("keine oder zwei Stellen");

	await page.goto(plan);
	await addRule(page, { post: "Regionallotsen Rhein" });
	await expect(page.getByText("Jeder Ort hat zu jedem Thema an jedem Tag genau eine Stelle")).toBeVisible();
	await addRule(page, { post: "Regionallotsen Eifel" });
	await expect(page.locator("[data-error-summary]")).toContainText("schon eine Regel");
	await inOrder(page);
	await page.goto(plan);
	await addRule(page, { area: "Pellenz und Mendig", post: "Regionallotsen Eifel" });

	// who would have got what in the last twelve months
	await expect(page.getByRole("heading", { name: "Probe: die Anliegen der letzten 12 Monate" })).toBeVisible();
	await expect(page.getByRole("row").filter({ hasText: "Regionallotsen Rhein" }).last()).toBeVisible();
	await inOrder(page);
	await page.getByRole("link", { name: "In Kraft setzen" }).click();
	await press(page, "In Kraft setzen");

	// what is open goes over piece by piece, and not before the day
	await expect(page).toHaveURL(/\/uebergaben$/);
	await page
		.getByRole("link", { name: /^Von „.*“ an „Regionallotsen Eifel“/ })
		.first()
		.click();
	const handOver = page.url();
	await inOrder(page);
	await page.goto(`${plan}/regel`);
	await page.getByLabel("Stelle").selectOption({ label: "Regionallotsen Rhein" });
	await press(page, "Regel hinzufügen");
	await expect(page.locator("[data-error-summary]")).toContainText("schon beschlossen");
	await page.goto(`${work}/lotsen/uebersicht`);
	await expect(page.getByText(`nach dem Plan „${name}“`)).toHaveCount(0);
	await page.goto(`${work}/lotsen/uebersicht?tag=${firstDay}`);
	await expect(page.getByText(`nach dem Plan „${name}“`)).toBeVisible();
	await inOrder(page);

	const citizen = await another();
	await whoAnswersInMayen(citizen);
	await expect(citizen.getByRole("heading", { name: "Regionallotsen Eifel", exact: true })).toBeVisible();
	const successor = await another();
	await signIn(successor, "heinen@kreis.example");
	await successor.goto(handOver);
	await expect(successor.getByText(/Annehmen können Sie ab dem/)).toBeVisible();

	await setClock(page, new Date(`${firstDay}T10:00:00Z`));
	await whoAnswersInMayen(citizen);
	await expect(citizen.getByRole("heading", { name: "Regionallotsen Rhein", exact: true })).toBeVisible();
	await expect(citizen.getByText("Zwei Teams sind öfter in den Rathäusern als sechs.")).toBeVisible();
	await inOrder(citizen);
	await signIn(successor, "heinen@kreis.example");
	await successor.goto(handOver);
	await press(successor, "Alles Offene annehmen");
	await expect(successor.getByText("abgeschlossen").first()).toBeVisible();
	await inOrder(successor);
});
