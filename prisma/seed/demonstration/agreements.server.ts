import { draftAgreement } from "~/domains/agreements/drafting/commands/draft-agreement.server";
import { addParty } from "~/domains/agreements/drafting/commands/edit-parties.server";
import { editBlock } from "~/domains/agreements/drafting/commands/edit-words.server";
import { present } from "~/domains/agreements/drafting/commands/present.server";
import { enterContract } from "~/domains/agreements/existing/commands/enter-contract.server";
import type { Actor } from "~/platform/actor";
import { dayOf } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { completeDraft } from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";

type Signing = { organisationId: string; postId: string };

/** Who works on them, and the parties with the posts that sign. */
type Given = {
	/** Staff of the lead, today and some days ago. */
	clerk(daysAgo: number): Promise<World & { actor: Actor & { kind: "person" } }>;
	lead: Signing;
	town: Signing;
	company: Signing;
	inhabitants: { organisationId: string; value: bigint; source: string; asOf: string }[];
};

/**
 * Agreements before they are signed and contracts from before this house: a draft with gaps, one that lies before the partners,
 * and three contracts on paper, of which one ends soon and one is over.
 */
export async function loadAgreements({ clerk, lead, town, company, inhabitants }: Given): Promise<void> {
	const begun = await clerk(6);
	const { code } = must(
		await draftAgreement(begun, {
			ownerId: lead.organisationId,
			title: "Gemeinsame Mähmaschine für Spielplätze",
			purpose: null,
		}),
	);
	must(await addParty(begun, { code, organisationId: town.organisationId, role: "cooperating" }));
	const text =
		"Mendig und Thür kaufen zusammen eine Mähmaschine, die leise ist und ohne Benzin fährt. Nicht dazu gehört die Pflege der Sportplätze.";
	must(await editBlock(begun, { code, key: "verstaendnis", revision: 1, text }));

	const laid = await clerk(4);
	const complete = await completeDraft(laid, {
		ownerId: lead.organisationId,
		postIds: [lead.postId],
		title: "Ladesäulen an drei Dorfplätzen",
		partners: [
			{ organisationId: town.organisationId, role: "cooperating", postIds: [town.postId] },
			{ organisationId: company.organisationId, role: "implementing", postIds: [company.postId] },
		],
		inhabitants,
		pilotInDays: 90,
	});
	must(await present(laid, { code: complete.code }));

	const world = await clerk(3);
	const { year } = dayOf(world.now);
	const day = (days: number) => dayOf(world.now).add({ days }).toString();
	const contract = {
		parties: ["Verbandsgemeinde Mendig", "Netzgesellschaft Osteifel GmbH"],
		signedOn: day(-1500),
		startsOn: day(-1490),
		lastDay: null,
		noticeMonths: 6,
		fileNumber: "815-10/2",
		purpose: "",
		amounts: [],
	};
	const yearly = (cents: bigint) => [0, 1, 2].map((later) => ({ party: 0, year: year + later, cents }));
	for (const { costClass, ...input } of [
		{
			costClass: "operation" as const,
			title: "Wartung der Straßenbeleuchtung",
			lastDay: day(85),
			purpose: "Lampen tauschen und Masten prüfen, zweimal im Jahr.",
			amounts: yearly(1_860_000n),
		},
		{
			costClass: "operation" as const,
			title: "Betrieb der WLAN-Punkte in den Bürgerhäusern",
			purpose: "Sechs Bürgerhäuser, mit Meldung von Störungen am selben Tag.",
			amounts: yearly(432_000n),
		},
		{
			costClass: "operation" as const,
			title: "Probebetrieb Mitfahr-App",
			lastDay: day(-40),
			purpose: "Ein Jahr auf Probe. Es kamen zu wenige Fahrten zusammen.",
		},
	]) {
		must(
			await enterContract(world, {
				ownerId: lead.organisationId,
				costClass,
				input: { ...contract, ...input },
				stored: null,
			}),
		);
	}
}
