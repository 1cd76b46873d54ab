import { dayOf } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import type { AgreementContent } from "../../content";
import { speaksFor, wordsOnBehalf } from "../../on-behalf/queries/speaking.server";
import { mayLead } from "../../policy.server";
import { findInside } from "../../queries/find-agreement.server";
import { euroField } from "../money-input";
import { figuresChange, needsSource, plannedShares, type SettledContent, settleableYears } from "../settled-content";
import { registerInhabitants } from "./register-inhabitants.server";

/** The version that all have signed; null before that. Asks nobody: the caller has asked the policy. */
export async function signedContent({ db }: View, agreementId: string): Promise<AgreementContent | null> {
	const version = await db.agreementVersion.findFirst({
		where: { agreementId, round: { state: "completed" } },
		orderBy: { number: "desc" },
		select: { content: true },
	});
	// It holds what `contentOf` wrote; the database lets nobody change it.
	return version && (JSON.parse(version.content) as AgreementContent);
}

/** The newest settlement of a year, with who has acknowledged it; null when there is none. */
export async function newestSettlement({ db }: View, agreementId: string, year: number) {
	return db.agreementSettlement.findFirst({
		where: { agreementId, year },
		orderBy: { number: "desc" },
		select: { id: true, number: true, acknowledgements: { select: { organisationId: true } } },
	});
}

/** All settlements of an agreement, newest years first, for its parties. @throws NotFound for others */
export async function settlementsPage(view: View, code: string) {
	const agreement = await findInside(view, code);
	const content = agreement.state === "concluded" ? await signedContent(view, agreement.id) : null;
	const rows = await view.db.agreementSettlement.findMany({
		where: { agreementId: agreement.id },
		orderBy: [{ year: "desc" }, { number: "desc" }],
		take: 200,
		include: { acknowledgements: { select: { organisationId: true } } },
	});
	const newest = new Map<number, string>();
	for (const { id, year } of rows) if (!newest.has(year)) newest.set(year, id);
	const how = await speaksFor(view, agreement, agreement.partyIds);
	const words = await wordsOnBehalf(view, agreement, "settlement");
	const settlements = rows.map((row) => {
		// What `drawUpSettlement` wrote; the database lets nobody change it.
		const settled = JSON.parse(row.content) as SettledContent;
		const done = row.acknowledgements.map(({ organisationId }) => organisationId);
		const current = newest.get(row.year) === row.id;
		return {
			id: row.id,
			year: row.year,
			number: row.number,
			day: dayOf(row.drawnUpAt).toString(),
			current,
			content: settled,
			acknowledged: settled.parties
				.filter(({ organisationId }) => done.includes(organisationId))
				.map(({ name }) => name),
			words: words.filter(({ subjectId }) => subjectId === row.id),
			mine: settled.parties.flatMap((party) => {
				const way = how.get(party.organisationId);
				if (!current || done.includes(party.organisationId) || (way !== "own" && way !== "by-decision")) return [];
				return [{ ...party, byDecision: way === "by-decision" }];
			}),
		};
	});
	const space = mayLead(view.actor, agreement)
		? await view.db.space.findUnique({ where: { organisationId: agreement.ownerId }, select: { slug: true } })
		: null;
	const closed = settlements
		.filter(({ current, acknowledged, content: { parties } }) => current && acknowledged.length === parties.length)
		.map(({ year }) => year);
	const years = content && space ? settleableYears(content, dayOf(view.now).toString()) : [];
	return {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		settlements,
		draw: years
			.filter((year) => !closed.includes(year))
			.map((year) => ({
				year,
				again: newest.has(year),
				href: `/o/${space?.slug}/verwaltung/vereinbarungen/${agreement.code}/abrechnung/${year}`,
			})),
	};
}

/** The form with which a year is settled: what was planned, and the figures as they are known now. For the lead party. */
export async function settlementDraft(view: View, { code, year }: { code: string; year: number }) {
	const agreement = await findInside(view, code);
	demand(mayLead, view.actor, agreement);
	const content = agreement.state === "concluded" ? await signedContent(view, agreement.id) : null;
	if (!content || !settleableYears(content, dayOf(view.now).toString()).includes(year)) throw new NotFound();
	const organisations = new Map(content.parties.map(({ place, organisation }) => [place, organisation]));
	const figures = await registerInhabitants(
		view,
		content.parties.map(({ organisation }) => organisation.id),
	);
	const planned = plannedShares(content, year);
	const items = content.items.flatMap((item, index) => {
		const cents = item.years.find((one) => one.year === year)?.cents;
		return cents === undefined ? [] : [{ item, index, cents }];
	});
	return {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		year,
		items: items.map(({ item, index, cents }) => ({ index: String(index), label: item.label, planned: cents })),
		parties: planned.map(({ place, cents }) => ({
			id: organisations.get(place)?.id ?? "",
			name: organisations.get(place)?.name ?? "",
			advance: euroField(cents),
		})),
		figures: items.flatMap(({ item, index }) =>
			figuresChange(item)
				? item.basis.map(({ party, value, source, asOf }) => {
						const organisation = organisations.get(party);
						const known = needsSource(item) ? figures.get(organisation?.id ?? "") : undefined;
						return {
							item: String(index),
							label: item.label,
							party: organisation?.id ?? "",
							name: organisation?.name ?? "",
							value: known ? String(known.value) : value,
							source: known?.source ?? source,
							asOf: known?.asOf ?? asOf ?? "",
							sourced: needsSource(item),
						};
					})
				: [],
		),
	};
}
