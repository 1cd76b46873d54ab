import { differenceOf } from "~/domains/participation";
import { dayOf } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import type { DraftRead } from "../../drafting/queries/draft.server";
import { comparable } from "../match-clauses";

/** Whether a returned clause says something else than ours. */
function differs(clause: { heading: string; text: string }, ours: { heading: string; text: string } | undefined) {
	return (
		!ours ||
		comparable(ours.text) !== comparable(clause.text) ||
		comparable(ours.heading) !== comparable(clause.heading)
	);
}

/** The Word files that came back, newest first, with how many differences wait. The caller has asked the policy. */
export async function wordReturns({ db }: Pick<View, "db">, draft: DraftRead) {
	const rows = await db.agreementWordReturn.findMany({
		where: { agreementId: draft.id },
		orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
		take: 50,
		include: { clauses: true },
	});
	return rows.map(({ id, name, partyId, receivedAt, clauses }) => ({
		id,
		name,
		party: draft.parties.find((party) => party.id === partyId)?.organisation.name ?? null,
		day: dayOf(receivedAt).toString(),
		open: clauses.filter(
			({ decision, block, ...clause }) =>
				decision === null &&
				differs(
					clause,
					draft.blocks.find(({ key }) => key === block),
				),
		).length,
	}));
}

/** One returned file, clause by clause beside ours as it stands now. @throws NotFound for another agreement's */
export async function wordReturn({ db }: Pick<View, "db">, draft: DraftRead, returnId: string) {
	const row = await db.agreementWordReturn.findFirst({
		where: { id: returnId, agreementId: draft.id },
		include: { clauses: { orderBy: { position: "asc" } } },
	});
	if (!row) throw new NotFound();
	const clauses = row.clauses.map(({ id, block, heading, text, decision }) => {
		const ours = draft.blocks.find(({ key }) => key === block);
		return {
			id,
			block,
			heading,
			text,
			decision,
			ours: ours ? { heading: ours.heading, text: ours.text, revision: ours.revision } : null,
			same: !differs({ heading, text }, ours),
			pieces: ours ? differenceOf(ours.text, text) : [],
		};
	});
	return {
		id: row.id,
		name: row.name,
		party: draft.parties.find((party) => party.id === row.partyId)?.organisation.name ?? null,
		day: dayOf(row.receivedAt).toString(),
		clauses: clauses.filter(({ same, decision }) => !same || decision !== null),
		same: clauses.filter(({ same, decision }) => same && decision === null).map(({ heading }) => heading),
	};
}
