import { dayOf, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { mayActFor } from "../../policy.server";
import { findInside } from "../../queries/find-agreement.server";

export type ShownWaiver = {
	id: string;
	dateId: string;
	title: string;
	dueOn: string;
	reason: string;
	/** The day on which the last party agreed; null while somebody is missing. */
	waivedOn: string | null;
	agreed: { party: string; day: string; by: string | null }[];
	missing: string[];
	/** Parties for which this reader may agree. */
	mine: { organisationId: string; party: string }[];
};

/** Waivers of an agreement, and for whom this reader may ask for one. @throws NotFound for whoever is of no party */
export async function waiversOf(
	view: View,
	code: string,
): Promise<{ waivers: ShownWaiver[]; speaksFor: { value: string; label: string }[] }> {
	const agreement = await findInside(view, code);
	const parties = await view.db.organisation.findMany({
		where: { id: { in: agreement.partyIds } },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: { id: true, name: true, registerType: true },
	});
	const rows = await view.db.agreementWaiver.findMany({
		where: { date: { obligation: { agreementId: agreement.id } } },
		orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
		take: 400,
		include: {
			consents: true,
			date: { select: { dueOn: true, doneOn: true, waivedOn: true, obligation: { select: { title: true } } } },
		},
	});
	const ids = rows.flatMap(({ consents }) => consents.flatMap(({ personId }) => personId ?? []));
	const people = await view.db.person.findMany({
		where: { id: { in: [...new Set(ids)] }, erasedAt: null },
		select: { id: true, displayName: true },
		take: 500,
	});
	const speaksFor = parties.filter(({ id }) => mayActFor(view.actor, { ...agreement, organisationId: id }));
	const shown = rows.map(({ id, dateId, reason, consents, date }): ShownWaiver => {
		const open = date.doneOn === null && date.waivedOn === null;
		const wordOf = (organisationId: string) => consents.find((one) => one.organisationId === organisationId);
		return {
			id,
			dateId,
			title: date.obligation.title,
			dueOn: fromStored(date.dueOn).toString(),
			reason,
			waivedOn: date.waivedOn && fromStored(date.waivedOn).toString(),
			agreed: parties.flatMap((party) => {
				const word = wordOf(party.id);
				if (!word) return [];
				const by = people.find((person) => person.id === word.personId)?.displayName ?? null;
				return [{ party: contractName(party), day: dayOf(word.at).toString(), by }];
			}),
			missing: open ? parties.filter((party) => !wordOf(party.id)).map(contractName) : [],
			mine: open
				? speaksFor
						.filter((party) => !wordOf(party.id))
						.map((party) => ({ organisationId: party.id, party: contractName(party) }))
				: [],
		};
	});
	return { waivers: shown, speaksFor: speaksFor.map((party) => ({ value: party.id, label: contractName(party) })) };
}
