import { personNames } from "~/domains/accounts/index.server";
import { dayOf, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { type Speaks, speaksFor, wordsOnBehalf } from "../../on-behalf/queries/speaking.server";
import { findInside } from "../../queries/find-agreement.server";
import { knownWord } from "../../stored-word";

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
	/** How it came to nothing; null while it stands. */
	ended: { kind: "withdrawn" | "declined"; party: string; day: string; reason: string } | null;
	/** Parties for which this reader may agree, and whether that needs a decision of the party. */
	mine: { organisationId: string; party: string; byDecision: boolean }[];
	/** Parties for which this reader may take it back or decline. */
	mayEnd: { organisationId: string; party: string; kind: "withdrawn" | "declined" }[];
};

const endKinds = ["withdrawn", "declined"] as const;

/** Waivers of an agreement, and for whom this reader may ask for one. @throws NotFound for whoever is of no party */
export async function waiversOf(
	view: View,
	code: string,
): Promise<{
	waivers: ShownWaiver[];
	speaksFor: { value: string; label: string }[];
	/** Whether one of them needs a decision of the party for a word in its name. */
	byDecision: boolean;
	words: Awaited<ReturnType<typeof wordsOnBehalf>>;
}> {
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
			end: true,
			date: { select: { dueOn: true, doneOn: true, waivedOn: true, obligation: { select: { title: true } } } },
		},
	});
	const people = await personNames(
		view,
		rows.flatMap(({ consents }) => consents.map(({ personId }) => personId)),
	);
	const how = await speaksFor(view, agreement, agreement.partyIds);
	const speaks = (id: string, ...ways: Speaks[]) => ways.some((way) => how.get(id) === way);
	const speakers = parties.filter(({ id }) => speaks(id, "own", "by-decision"));
	const shown = rows.map(({ id, dateId, reason, consents, date, end, proposedForId }): ShownWaiver => {
		const open = end === null && date.doneOn === null && date.waivedOn === null;
		const ender = parties.find((party) => party.id === end?.organisationId);
		const wordOf = (organisationId: string) => consents.find((one) => one.organisationId === organisationId);
		return {
			id,
			dateId,
			title: date.obligation.title,
			dueOn: fromStored(date.dueOn).toString(),
			reason,
			waivedOn: end ? null : date.waivedOn && fromStored(date.waivedOn).toString(),
			agreed: parties.flatMap((party) => {
				const word = wordOf(party.id);
				if (!word) return [];
				const by = (word.personId && people.get(word.personId)) || null;
				return [{ party: contractName(party), day: dayOf(word.at).toString(), by }];
			}),
			missing: open ? parties.filter((party) => !wordOf(party.id)).map(contractName) : [],
			ended: end && {
				kind: knownWord(endKinds, end.kind),
				party: ender ? contractName(ender) : "",
				day: dayOf(end.at).toString(),
				reason: end.reason,
			},
			mine: open
				? speakers
						.filter((party) => !wordOf(party.id))
						.map((party) => ({
							organisationId: party.id,
							party: contractName(party),
							byDecision: speaks(party.id, "by-decision"),
						}))
				: [],
			mayEnd: open
				? parties.flatMap((party) => {
						const proposed = party.id === proposedForId;
						if (!speaks(party.id, "own") || (!proposed && wordOf(party.id))) return [];
						const kind = proposed ? ("withdrawn" as const) : ("declined" as const);
						return [{ organisationId: party.id, party: contractName(party), kind }];
					})
				: [],
		};
	});
	return {
		waivers: shown,
		speaksFor: speakers.map((party) => ({ value: party.id, label: contractName(party) })),
		byDecision: speakers.some((party) => speaks(party.id, "by-decision")),
		words: await wordsOnBehalf(view, agreement, "waiver"),
	};
}

/**
 * The agreements in which a proposed waiver waits for a word of an organisation that this reader works or signs for
 * themselves, for "Heute zu tun".
 */
export async function waiversWaiting(view: View): Promise<string[]> {
	const { actor } = view;
	if (actor.kind !== "person") return [];
	const own = actor.grants.flatMap(({ role, scope, onBehalfOfId }) =>
		(role === "staff" || role === "organisation-admin" || role === "signatory") &&
		scope.kind === "organisation" &&
		onBehalfOfId === null
			? [scope.id]
			: [],
	);
	const asGuest = { endedAt: null, postId: { not: null }, invitation: { acceptedById: actor.personId } };
	const rows = await view.db.agreementWaiver.findMany({
		where: {
			end: null,
			date: {
				doneOn: null,
				waivedOn: null,
				obligation: {
					agreement: { parties: { some: { OR: [{ organisationId: { in: own } }, { guests: { some: asGuest } }] } } },
				},
			},
		},
		orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
		take: 100,
		select: {
			consents: { select: { organisationId: true } },
			date: {
				select: {
					obligation: {
						select: {
							agreement: {
								select: {
									code: true,
									parties: { select: { organisationId: true, guests: { where: asGuest, select: { id: true } } } },
								},
							},
						},
					},
				},
			},
		},
	});
	return rows.flatMap(({ consents, date: { obligation } }) => {
		const { code, parties } = obligation.agreement;
		const mine = parties.filter(({ organisationId, guests }) => own.includes(organisationId) || guests.length > 0);
		const missing = mine.some(({ organisationId }) => !consents.some((one) => one.organisationId === organisationId));
		return missing ? [code] : [];
	});
}
