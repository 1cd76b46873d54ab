import type { APIRequestContext } from "@playwright/test";
import { opened, type PublicForm, sent } from "../../support/bad-input";
import { newestMail } from "../../support/mailbox";

const collection = "/o/mendig/beteiligung/wege-im-alltag-wo-hakt-es";
const guidelines = "/o/mayen-koblenz/beteiligung/leitlinien-fuer-buergerbeteiligung";
const plan = "/o/andernach/beteiligung/bebauungsplan-am-bassin";
const budget = "/o/mendig/beteiligung/buergerhaushalt-mendig/budget/1";
const vote = "/o/mendig/beteiligung/ein-name-fuer-das-neue-buergerhaus/abstimmung/1";
const survey = "/o/mendig/beteiligung/baenke-und-schatten-in-mendig/umfrage/1";

/** The first address on a page that looks like this. */
async function linkOn(request: APIRequestContext, page: string, pattern: RegExp): Promise<string> {
	const html = await (await request.get(page)).text();
	const [, found] = new RegExp(`href="(${pattern.source})["#?]`).exec(html) ?? [];
	if (!found) throw new Error(`${page} has no link like ${pattern.source}`);
	return found;
}

/** The secret address of a ballot paper, as the mail to a guest has it. */
async function paperOf(request: APIRequestContext, box: string, email: string): Promise<string> {
	await sent(request, `${box}/abstimmen`, [...(await opened(request, `${box}/abstimmen`)), ["email", email]]);
	const { links } = await newestMail({ request }, email);
	return new URL(links.find((link) => /\/(abstimmen|stimmzettel)\/[\w-]{20,}$/.test(link)) ?? "").pathname;
}

/**
 * The forms of participation that are open to everybody in the demonstration, rightly filled in.
 * @param who makes addresses and names of this run
 */
export async function publicForms(request: APIRequestContext, who: string): Promise<Record<string, PublicForm>> {
	const idea = await linkOn(request, collection, /\/b\/[A-Z0-9]+/);
	const event = await linkOn(request, collection, new RegExp(`${collection}/termin/[A-Z0-9]+`));
	const text = await linkOn(request, guidelines, new RegExp(`${guidelines}/text/[A-Z0-9]+`));
	const email = `${who}@example.org`;
	const begun = await sent(request, survey, await opened(request, survey));
	return {
		contribution: {
			path: `${collection}/beitragen`,
			fields: {
				title: "Laterne am Bahnhof",
				text: "Dort ist es abends dunkel und kein Weg zu sehen.",
				punkt: "",
				name: "",
			},
			text: "text",
			file: "picture",
			wrong: { punkt: "dort drüben", category: "gibt es nicht", title: "x", name: "N".repeat(100) },
		},
		comment: {
			path: `${idea}/kommentieren`,
			fields: { text: "Das sehe ich genauso, seit Jahren.", name: "", email },
			text: "text",
			wrong: { email: "keine Adresse", name: "N".repeat(100) },
		},
		annotation: {
			path: `${text}/anmerken`,
			fields: { text: "Dieser Absatz ist mir zu ungenau, bitte klarer.", name: "" },
			text: "text",
			wrong: { name: "N".repeat(100) },
		},
		report: {
			path: `${idea}/melden`,
			fields: { rule: "insult", text: "Hier wird jemand beleidigt." },
			text: "text",
			wrong: { rule: "gefällt mir nicht" },
		},
		registration: {
			path: event,
			fields: { name: "Elke Probe", email, persons: "1", needs: "Ich komme mit dem Rollstuhl." },
			text: "needs",
			wrong: { email: "keine Adresse", persons: "viele" },
		},
		statement: {
			path: `${plan}/bauleitplanung/stellungnahme`,
			fields: {
				text: "Die Häuser sind zu hoch für diese Straße.",
				name: "Elke Probe",
				organisation: "",
				email,
				address: "",
			},
			text: "text",
			file: "files",
			wrong: { email: "keine Adresse", name: "N".repeat(400) },
		},
		ballot: {
			path: `${budget}/abstimmen`,
			fields: { email },
			text: "email",
			wrong: { email: "keine Adresse" },
		},
		budgetPaper: {
			path: await paperOf(request, budget, `vorhaben-${email}`),
			fields: { project: "1", weiter: "pruefen" },
			text: "project",
			wrong: { project: "9999" },
			onlyChosen: true,
		},
		votePaper: {
			path: await paperOf(request, vote, `varianten-${email}`),
			fields: { "option-1": "1", "option-2": "2", weiter: "pruefen" },
			text: "option-1",
			wrong: { "option-1": "99", "option-2": "erster Platz" },
			onlyChosen: true,
		},
		surveyAnswers: {
			path: `${begun.location ?? ""}?seite=2`,
			fields: { f4: "Am Brunnen", "f4-punkt": "", f6: "Mehr Schatten an der Schule wäre gut." },
			text: "f6",
			file: "f5",
			wrong: { "f4-punkt": "dort drüben" },
			mayBeEmpty: true,
		},
		support: {
			path: `${idea}/unterstuetzen`,
			fields: { email: `dafuer-${email}` },
			text: "email",
			wrong: { email: "keine Adresse" },
		},
	};
}
