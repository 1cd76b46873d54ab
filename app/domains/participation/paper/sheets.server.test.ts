import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { FormPage } from "./queries/form-page.server";
import type { LetterBatch } from "./queries/letters.server";
import { formPdf, lettersPdf } from "./sheets.server";

const now = new Date("2026-06-15T10:00:00Z");

const form: FormPage = {
	place: { slug: "mayen", name: "Stadt Mayen" },
	process: {
		slug: "markt",
		title: "Ideen für unseren Marktplatz",
		summary: "Der Marktplatz wird umgebaut. Wir fragen, was Ihnen wichtig ist. Es stehen 200.000 Euro bereit.",
	},
	kind: "idea",
	kinds: ["idea", "comment"],
	categories: ["Grün und Spielplätze", "Verkehr und Wege", "Licht #set text(red)"],
	lastDay: now,
	answeredUntil: "2026-09-30",
	url: "https://kreis.example/v/ABCD2345",
	lookUpUrl: "https://kreis.example/abholen",
	phone: "02651 88-100",
	phoneHours: "Mo–Fr 8–12 Uhr",
	address: ["Stadtverwaltung Mayen", "Rosengasse 2", "56727 Mayen"],
	surveys: [],
};

const letter: LetterBatch["letters"][number] = {
	name: "Erika Muster",
	street: "Marktplatz 1",
	town: "56727 Mayen",
	forgottenAt: null,
	code: "ABCD2345",
	number: 12,
	commentNumber: null,
	title: "Bänke am Markt",
	excerpt: "Am Markt fehlen Bänke im Schatten.\nBitte denken Sie an *uns* Ältere, #pagebreak() 🙂",
	submittedAt: now,
	slip: "ABCD-EFGH-JKMN-PQRS",
	url: "https://kreis.example/stand/ABCDEFGHJKMNPQRS",
	corrects: false,
	disposition: "adopted",
	reason: "Wir pflanzen im Herbst sechs Linden.\n\nDarunter stehen dann vier Bänke mit Lehne.",
};

const batch: LetterBatch = {
	id: "1",
	slug: "markt",
	title: "Ideen für unseren Marktplatz",
	state: "running",
	place: { slug: "mayen", name: "Stadt Mayen" },
	mayManage: true,
	batchId: "1",
	number: 1,
	printedAt: now,
	printedOn: "2026-06-15",
	sentAt: null,
	sender: {
		name: "Stadt Mayen",
		address: ["Rosengasse 2", "56727 Mayen"],
		office: "Bauamt",
		phone: "02651 88-100",
		email: "bauamt@mayen.example",
	},
	lookUpAddress: "kreis.example/abholen",
	letters: [letter],
};

/** How many pages a PDF has. */
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;

async function kept(pdf: Buffer, name: string): Promise<Buffer> {
	if (process.env.KEEP_SHEETS) await writeFile(`${process.env.KEEP_SHEETS}/${name}.pdf`, pdf);
	return pdf;
}

test.each(["idea", "annotation", "comment"] as const)(
	"the form for %s is one page, whatever stands on it",
	async (kind) => {
		const long = {
			...form.process,
			title: "Wie soll es weitergehen? ".repeat(4),
			summary: "Ein langer Satz dazu. ".repeat(20),
		};
		const categories = Array.from({ length: 12 }, (_, index) => `Ein Thema mit langem Namen ${index}`);
		expect(pagesOf(await kept(await formPdf({ ...form, kind }, "de", now), kind))).toBe(1);
		expect(
			pagesOf(await kept(await formPdf({ ...form, kind, process: long, categories }, "de", now), `${kind}-long`)),
		).toBe(1);
	},
);

test("a form is set once, however many ask for it", async () => {
	expect(await formPdf(form, "en", now)).toBe(await formPdf(form, "en", new Date(now.getTime() + 1000)));
});

test("every letter begins a page, long ones go on; those without address are left out", async () => {
	const reason = Array.from(
		{ length: 14 },
		(_, index) => `Absatz ${index}. ${"Wir haben das geprüft. ".repeat(14)}`,
	).join("\n\n");
	const letters = [letter, { ...letter, reason, corrects: true }, { ...letter, forgottenAt: now, name: null }];
	expect(pagesOf(await kept(await lettersPdf({ ...batch, letters }), "letters"))).toBe(3);
});
