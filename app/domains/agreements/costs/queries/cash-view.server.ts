import { placeOf } from "~/domains/organisations/index.server";
import { dayOf, fromStored } from "~/platform/calendar.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { costClasses } from "../../drafting/readiness";
import { mayLead } from "../../policy.server";
import { stateOn, storedStates } from "../../state";
import { knownWord } from "../../stored-word";
import { cashView, type YearlyAmount } from "../cash-view";

type Row = {
	id: string;
	code: string;
	number: string;
	title: string;
	state: string;
	inForceFrom: Date | null;
	endsOn: Date | null;
	year: number;
	costClass: string;
	cents: bigint;
};

/**
 * What an organisation bears by frozen versions: of each agreement the newest that is signed or being signed. Asks nobody.
 * One statement, however many agreements there are; SQL, because Prisma cannot say "the newest version of each".
 */
async function byVersions({ db, now }: View, organisationId: string): Promise<YearlyAmount[]> {
	const rows = await db.$queryRaw<Row[]>`
		SELECT a.id, a.code, a.number, a.title, a.state, a.in_force_from AS "inForceFrom", a.ends_on AS "endsOn",
			s.year, s.cost_class AS "costClass", s.cents
		FROM agreement_share s
		JOIN agreement_version v ON v.id = s.version_id
		JOIN agreement_round r ON r.version_id = v.id AND r.state IN ('open', 'completed')
		JOIN agreement a ON a.id = v.agreement_id AND a.state IN ('frozen', 'concluded')
		WHERE s.organisation_id = ${organisationId}::uuid
			AND NOT EXISTS (
				SELECT FROM agreement_version newer JOIN agreement_round n ON n.version_id = newer.id
				WHERE newer.agreement_id = v.agreement_id AND newer.number > v.number AND n.state = r.state)
		ORDER BY a.number, a.id, s.year, s.cost_class`;
	const today = dayOf(now).toString();
	const day = (date: Date | null) => date && fromStored(date).toString();
	return rows.map((row) => {
		const state = knownWord(storedStates, row.state);
		return {
			agreement: {
				id: row.id,
				number: row.number,
				title: row.title,
				href: `/vereinbarungen/${row.code}`,
				state: stateOn({ state, inForceFrom: day(row.inForceFrom), endsOn: day(row.endsOn) }, today),
			},
			party: organisationId,
			year: row.year,
			cents: row.cents,
			class: knownWord(costClasses, row.costClass),
		};
	});
}

/** Every source of yearly amounts of one organisation. Asks nobody: the caller has asked the policy. */
export async function yearlyAmounts(view: View, organisationId: string): Promise<YearlyAmount[]> {
	return (await Promise.all([byVersions].map((source) => source(view, organisationId)))).flat();
}

/**
 * The payments of an organisation by all its agreements, for those who work for it.
 * @throws NotFound when there is no such place
 */
export async function cashPage(view: View, slug: string) {
	const place = await placeOf(view, slug);
	demand(mayLead, view.actor, { ownerId: place.organisationId });
	const amounts = await yearlyAmounts(view, place.organisationId);
	const limits = await view.db.agreementCashLimit.findMany({
		where: { organisationId: place.organisationId },
		orderBy: { fromYear: "asc" },
		take: 200,
		select: { fromYear: true, cents: true },
	});
	return { place: { slug: place.slug, name: place.name }, amounts, limits, view: cashView(amounts, limits) };
}
