import { z } from "zod";
import { beginAmendment } from "~/domains/agreements/afterwards/commands/amend.server";
import { addObligation } from "~/domains/agreements/afterwards/commands/obligations.server";
import { waiveObligation } from "~/domains/agreements/afterwards/commands/waive-obligation.server";
import { obligationsPage } from "~/domains/agreements/afterwards/queries/obligations.server";
import { noteDecision } from "~/domains/agreements/authority/commands/note-decision.server";
import { drawUpSettlement } from "~/domains/agreements/costs/commands/settle-year.server";
import { parseEuros } from "~/domains/agreements/costs/money-input";
import { settlementDraft } from "~/domains/agreements/costs/queries/settlements.server";
import { agreeNoticePeriod } from "~/domains/agreements/notice-period/commands/agree-notice-period.server";
import { readUploadForm } from "~/domains/files/index.server";
import type { Actor } from "~/platform/actor";
import { dayOf, daysFrom, today } from "~/platform/calendar.server";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import type { World } from "~/platform/world.server";
import { must } from "~tests/factories/outcome";

type Person = Extract<Actor, { kind: "person" }>;

/** Before it is frozen: how it can be ended, and the decision of the lead's council with its document. */
export async function termsOf(world: World & { actor: Person }, code: string, leadId: string): Promise<void> {
	const { year } = dayOf(world.now);
	const period = { months: 12, towards: "year", firstEnd: `${year + 6}-12-31`, form: "written" } as const;
	must(await agreeNoticePeriod(world, { code, period }));
	const paper = await plainPaper(
		{
			title: "Auszug aus der Niederschrift",
			above: "Verbandsgemeinderat Mendig",
			author: "Verbandsgemeinde Mendig",
			language: "de",
			footer: "Erfunden für die Vorführung",
			blocks: [
				{ kind: "text", text: "Der Rat stimmt der Vereinbarung über die Sensoren auf zwei Fußwegen zu." },
				{ kind: "text", text: "Die Verbandsgemeinde zahlt höchstens 60.000 Euro." },
			],
		},
		world.now,
	);
	const form = new FormData();
	form.set("file", new File([Uint8Array.from(paper)], "Beschluss-Sensoren.pdf", { type: "application/pdf" }));
	const request = new Request("http://own.invalid/", { method: "POST", body: form });
	const upload = await readUploadForm(request, z.object({}));
	const stored = upload.valid ? upload.files[0] : undefined;
	if (!upload.valid || !stored) throw new Error("the decision was not stored");
	const decision = {
		code,
		organisationId: leadId,
		body: "council" as const,
		decidedOn: daysFrom(today(world.now), -20),
		reference: "Verbandsgemeinderat, Tagesordnungspunkt 5",
		resolution: "",
		ceilingCents: 6_000_000n,
		stored,
	};
	must(await upload.act(() => noteDecision(world, decision)));
}

/**
 * After the signature: a report that the company would rather do without, the settlement of the first year while one can be
 * drawn up already, and the draft of an amendment.
 */
export async function workOf(
	world: World & { actor: Person },
	{ code, companyId, director }: { code: string; companyId: string; director: Person },
): Promise<void> {
	const title = "Zwischenbericht über die Sensoren";
	must(
		await addObligation(world, {
			code,
			organisationId: companyId,
			postId: null,
			kind: "report",
			title,
			recipient: "alle Parteien",
			rhythm: "once",
			firstOn: dayOf(world.now).add({ days: 75 }).toString(),
			until: null,
		}),
	);
	const { open, later } = await obligationsPage(world, code);
	const date = [...open, ...later].find((one) => one.title === title);
	if (!date) throw new Error("the report has no date");
	const reason = "Die Zahlen stehen schon im Bericht der ersten Auswertung.";
	const waiver = { code, dateId: date.id, organisationId: companyId, reason };
	must(await waiveObligation({ ...world, actor: director }, waiver));

	// The first year of the costs is that of the pilot: on New Year's Eve there is nothing to settle yet.
	const { year } = dayOf(world.now);
	if (dayOf(world.now).add({ days: 1 }).year === year) {
		const draft = await settlementDraft(world, { code, year });
		must(
			await drawUpSettlement(world, {
				code,
				year,
				items: draft.items.map(({ index, planned }) => ({
					index: Number(index),
					cents: (BigInt(planned) * 11n) / 10n,
				})),
				advances: draft.parties.map(({ id, advance }) => ({ organisationId: id, cents: must(parseEuros(advance)) })),
				figures: draft.figures.map(({ item, party, value, source, asOf }) => ({
					index: Number(item),
					organisationId: party,
					value: BigInt(value),
					source,
					asOf: asOf || null,
				})),
			}),
		);
	}
	must(
		await beginAmendment(world, {
			code,
			kind: "change",
			reason: "Ein dritter Fußweg soll dazukommen. Die Kosten werden neu verteilt.",
		}),
	);
}
