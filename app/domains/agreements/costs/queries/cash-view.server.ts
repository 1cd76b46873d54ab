import { placeOf } from "~/domains/organisations/index.server";
import { dayOf, fromStored } from "~/platform/calendar.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { existingAmounts } from "../../existing/queries/contracts.server";
import { mayLead } from "../../policy.server";
import { stateOn, storedStates } from "../../state";
import { knownWord } from "../../stored-word";
import { cashView, type YearlyAmount } from "../cash-view";
import { costClasses } from "../cost-item";

type Row = {
	id: string;
	code: string;
	number: string;
	title: string;
	state: string;
	inForceFrom: Date | null;
	endsOn: Date | null;
	supersededFrom: Date | null;
	terminatedFrom: Date | null;
	/** Year, class of costs, cents. */
	shares: [number, string, string][];
};

/**
 * What an organisation bears by frozen versions: of each agreement the newest that is signed or being signed. An amendment
 * counts from the year on in which it came into force, and then in place of the one that it changes; one that is still
 * being signed does not count beside it. After a notice no later year counts, after an exit none of the party that left; of
 * what the supervisory authority did not approve none at all. Asks nobody.
 * One statement and one row per agreement, however many there are; SQL, because Prisma cannot say "the newest version of each".
 */
async function byVersions({ db, now }: View, organisationId: string): Promise<YearlyAmount[]> {
	const rows = await db.$queryRaw<Row[]>`
		WITH named AS (
			SELECT DISTINCT v.agreement_id FROM agreement_share s JOIN agreement_version v ON v.id = s.version_id
			WHERE s.organisation_id = ${organisationId}::uuid
		), newest AS (
			SELECT DISTINCT ON (v.agreement_id, r.state) v.id, v.agreement_id
			FROM named JOIN agreement_version v USING (agreement_id) JOIN agreement_round r ON r.version_id = v.id
			WHERE r.state IN ('open', 'completed') ORDER BY v.agreement_id, r.state, v.number DESC
		)
		SELECT a.id, a.code, a.number, a.title, a.state, a.in_force_from AS "inForceFrom", a.ends_on AS "endsOn",
			later.first_day AS "supersededFrom", notice.first_day AS "terminatedFrom",
			json_agg(json_build_array(s.year, s.cost_class, s.cents::text) ORDER BY s.year, s.cost_class) AS shares
		FROM newest JOIN agreement a ON a.id = newest.agreement_id AND a.state IN ('frozen', 'concluded')
		JOIN agreement_share s ON s.version_id = newest.id AND s.organisation_id = ${organisationId}::uuid
		LEFT JOIN agreement_amendment own ON own.agreement_id = a.id
		LEFT JOIN LATERAL (
			SELECT min(n.in_force_from) AS first_day FROM agreement_amendment m JOIN agreement n ON n.id = m.agreement_id
			WHERE m.amended_id = a.id AND m.abandoned_at IS NULL AND n.state = 'concluded'
		) later ON true
		LEFT JOIN LATERAL (
			SELECT min(effective_on) FILTER (WHERE kind = 'termination') AS first_day, min(effective_on) AS own_first_day
			FROM agreement_notice
			WHERE agreement_id = a.id AND received_on IS NOT NULL
				AND (kind = 'termination' OR organisation_id = ${organisationId}::uuid)
		) notice ON true
		WHERE (own.agreement_id IS NULL OR s.year >= extract(year FROM a.in_force_from))
			AND NOT EXISTS (
				SELECT FROM agreement_approval_step WHERE version_id = newest.id AND kind = 'refused'
			)
			AND (later.first_day IS NULL OR s.year < extract(year FROM later.first_day))
			AND (notice.own_first_day IS NULL OR s.year <= extract(year FROM notice.own_first_day - 1))
			AND (own.kind IS DISTINCT FROM 'cancellation' OR s.year <= extract(year FROM a.ends_on - 1))
		GROUP BY a.id, newest.id, later.first_day, notice.first_day ORDER BY a.number, a.id`;
	const today = dayOf(now).toString();
	const day = (date: Date | null) => date && fromStored(date).toString();
	return rows.flatMap((row) => {
		const state = knownWord(storedStates, row.state);
		const agreement = {
			id: row.id,
			number: row.number,
			title: row.title,
			href: `/vereinbarungen/${row.code}`,
			state: stateOn(
				{
					state,
					inForceFrom: day(row.inForceFrom),
					endsOn: day(row.endsOn),
					supersededFrom: day(row.supersededFrom),
					terminatedFrom: day(row.terminatedFrom),
				},
				today,
			),
		};
		return row.shares.map(([year, costClass, cents]) => ({
			agreement,
			party: organisationId,
			year,
			cents: BigInt(cents),
			class: knownWord(costClasses, costClass),
		}));
	});
}

/**
 * Every source of yearly amounts of one organisation: versions, and existing contracts. Asks nobody: the caller has asked
 * the policy.
 * @param place of the organisation, where its existing contracts are kept
 */
export async function yearlyAmounts(view: View, organisationId: string, place: string): Promise<YearlyAmount[]> {
	return [...(await byVersions(view, organisationId)), ...(await existingAmounts(view, organisationId, place))];
}

/**
 * The payments of an organisation by all its agreements, for those who work for it.
 * @throws NotFound when there is no such place
 */
export async function cashPage(view: View, slug: string) {
	const place = await placeOf(view, slug);
	demand(mayLead, view.actor, { ownerId: place.organisationId });
	const amounts = await yearlyAmounts(view, place.organisationId, place.slug);
	const limits = await view.db.agreementCashLimit.findMany({
		where: { organisationId: place.organisationId },
		orderBy: { fromYear: "asc" },
		take: 200,
		select: { fromYear: true, cents: true },
	});
	return { place: { slug: place.slug, name: place.name }, amounts, limits, view: cashView(amounts, limits) };
}
