import { personNames } from "~/domains/accounts/index.server";
import { fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { distribute } from "../../costs/shares";
import type { DraftRead } from "../../drafting/queries/draft.server";
import { knownWord } from "../../stored-word";
import { decisionBodies, decisionWarning } from "../decision";
import { evidenceOf } from "./evidence.server";

/** What each party of a draft bears over all years, and what its bodies decided; amounts in cents as text. */
export async function decisionsOf(view: View, draft: DraftRead) {
	const rows = await view.db.agreementDecision.findMany({
		where: { agreementId: draft.id },
		orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
		take: 500,
	});
	const resolutions = await view.db.resolution.findMany({
		where: { id: { in: rows.flatMap(({ resolutionId }) => resolutionId ?? []) } },
		select: { id: true, code: true },
	});
	const people = await personNames(
		view,
		rows.map(({ recordedById }) => recordedById),
	);
	return draft.parties.map(({ id, organisation }) => {
		const amount = draft.items
			.flatMap((item) => item.years.flatMap(({ cents }) => sharesOf(item, cents)))
			.filter(({ party }) => party === id)
			.reduce((total, { cents }) => total + cents, 0n);
		const own = rows
			.filter(({ organisationId }) => organisationId === organisation.id)
			.map((row) => {
				const code = resolutions.find((resolution) => resolution.id === row.resolutionId)?.code;
				return {
					id: row.id,
					body: knownWord(decisionBodies, row.body),
					day: row.decidedOn && fromStored(row.decidedOn).toString(),
					reference: row.reference,
					ceiling: row.ceilingCents?.toString() ?? null,
					href: code ? `/beschluss/${code}` : null,
					evidence: evidenceOf(row, people),
				};
			});
		const given = own.map(({ body, ceiling }) => ({ body, ceiling: ceiling === null ? null : BigInt(ceiling) }));
		return {
			organisationId: organisation.id,
			name: organisation.name,
			amount: amount.toString(),
			warning: decisionWarning(given, amount),
			decisions: own,
		};
	});
}

/** A key that cannot decide yet gives nobody a share. */
function sharesOf(item: DraftRead["items"][number], cents: bigint) {
	const shares = distribute(cents, item);
	return shares.done ? shares.value : [];
}
