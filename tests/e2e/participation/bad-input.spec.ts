import { badAnswers, badFiles, opened, sent, sentAgain } from "../../support/bad-input";
import { releaseClock, serverTime, setClock } from "../../support/clock";
import { expect, test } from "../../support/page";
import { publicForms } from "./public-forms";

test("every open form says what is wrong, keeps what was typed, and takes a double press as one @once", async ({
	request,
}) => {
	const forms = await publicForms(request, `fehler-${Date.now()}`);
	const wrong: string[] = [];
	for (const form of Object.values(forms)) {
		wrong.push(...(await badFiles(request, form)), ...(await badAnswers(request, form)));
		wrong.push(...(await sentAgain(request, form)));
	}
	expect(wrong).toEqual([]);
});

test("a form that was open when its phase ended says so and keeps what was typed @clock @once", async ({ page }) => {
	// Survey forms that nobody touched for two weeks are forgotten, and this is later; see surveys.server.test.ts.
	const { surveyAnswers: _, ...forms } = await publicForms(page.request, `spaet-${Date.now()}`);
	const tabs = await Promise.all(Object.values(forms).map(({ path }) => opened(page.request, path)));
	const now = await serverTime(page);
	const late: Record<string, string> = {};
	try {
		await setClock(page, new Date(now.getTime() + 200 * 86_400_000));
		for (const [index, [name, { path, fields, text, onlyChosen }]] of Object.entries(forms).entries()) {
			const { status, body } = await sent(page.request, path, [...(tabs[index] ?? []), ...Object.entries(fields)]);
			const told = body.includes("data-error-summary") ? "told" : "not told";
			const kept = body.includes(fields[text] ?? "") ? "kept" : "gone";
			late[name] = status === 303 ? "stored" : onlyChosen ? told : `${told}, ${kept}`;
		}
	} finally {
		await releaseClock(page);
	}
	expect(late).toEqual({
		// the draft is stored first; its page says that the phase is over
		contribution: "stored",
		annotation: "stored",
		// reports are taken as long as there is something to read
		report: "stored",
		comment: "told, kept",
		registration: "told, kept",
		statement: "told, kept",
		// nothing but the address was typed
		ballot: "told, gone",
		budgetPaper: "told",
		votePaper: "told",
		support: "told, kept",
	});
});
