import type { APIRequestContext } from "@playwright/test";
import type { PublicForm } from "../../support/bad-input";

const collection = "/o/mendig/beteiligung/wege-im-alltag-wo-hakt-es";
const guidelines = "/o/mayen-koblenz/beteiligung/leitlinien-fuer-buergerbeteiligung";
const plan = "/o/andernach/beteiligung/bebauungsplan-am-bassin";
const budget = "/o/mendig/beteiligung/buergerhaushalt-mendig/budget/1";

/** The first address on a page that looks like this. */
async function linkOn(request: APIRequestContext, page: string, pattern: RegExp): Promise<string> {
	const html = await (await request.get(page)).text();
	const [, found] = new RegExp(`href="(${pattern.source})["#?]`).exec(html) ?? [];
	if (!found) throw new Error(`${page} has no link like ${pattern.source}`);
	return found;
}

/**
 * The forms of participation that are open to everybody in the demonstration, rightly filled in. Survey and ballot, which
 * begin with a step of their own, are asked in their journeys.
 * @param who makes addresses and names of this run
 */
export async function publicForms(request: APIRequestContext, who: string): Promise<Record<string, PublicForm>> {
	const idea = await linkOn(request, collection, /\/b\/[A-Z0-9]+/);
	const event = await linkOn(request, collection, new RegExp(`${collection}/termin/[A-Z0-9]+`));
	const text = await linkOn(request, guidelines, new RegExp(`${guidelines}/text/[A-Z0-9]+`));
	const email = `${who}@example.org`;
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
			wrong: { email: "keine Adresse", name: "N".repeat(400) },
		},
		ballot: {
			path: `${budget}/abstimmen`,
			fields: { email },
			text: "email",
			wrong: { email: "keine Adresse" },
		},
	};
}
