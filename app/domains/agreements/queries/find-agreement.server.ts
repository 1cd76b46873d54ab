import { dayOf, fromStored } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { type LastingRow, lastingFields, lastingOf } from "../afterwards/queries/lasting.server";
import { type Guest, mayRead, mayReadInside } from "../policy.server";
import { type AgreementState, type StoredState, stateOn, storedStates } from "../state";
import { knownWord } from "../stored-word";

const reachFields = {
	id: true,
	code: true,
	number: true,
	title: true,
	ownerId: true,
	state: true,
	changes: true,
	inForceFrom: true,
	effectiveOn: true,
	endsOn: true,
	purposeKind: true,
	purposeId: true,
	parties: { select: { organisationId: true }, orderBy: { position: "asc" } },
	publications: { select: { organisationId: true } },
	guests: {
		where: { endedAt: null, invitation: { acceptedById: { not: null } } },
		select: {
			postId: true,
			party: { select: { organisationId: true } },
			invitation: { select: { acceptedById: true } },
		},
	},
	record: { select: { removedAt: true } },
	...lastingFields,
} as const;

export type Found = {
	id: string;
	code: string;
	number: string;
	title: string;
	ownerId: string;
	state: StoredState;
	/** As it counts today. */
	stateNow: AgreementState;
	changes: number;
	effectiveOn: Date | null;
	inForceFrom: Date | null;
	partyIds: string[];
	publishedBy: string[];
	published: boolean;
	purpose: { kind: string; id: string } | null;
	guests: Guest[];
	/** The amendment that takes its place, also when its first day is still to come. */
	successor: { id: string; code: string; number: string; from: string } | null;
	terminatedFrom: string | null;
};

type Row = LastingRow & {
	record: { removedAt: Date | null } | null;
	id: string;
	code: string;
	number: string;
	title: string;
	ownerId: string;
	state: string;
	changes: number;
	inForceFrom: Date | null;
	effectiveOn: Date | null;
	endsOn: Date | null;
	purposeKind: string | null;
	purposeId: string | null;
	parties: { organisationId: string }[];
	publications: { organisationId: string }[];
	guests: {
		postId: string | null;
		party: { organisationId: string };
		invitation: { acceptedById: string | null };
	}[];
};

function found(row: Row, now: Date): Found {
	const state = knownWord(storedStates, row.state);
	const partyIds = row.parties.map(({ organisationId }) => organisationId);
	const publishedBy = row.publications.map(({ organisationId }) => organisationId);
	const day = (date: Date | null) => date && fromStored(date).toString();
	const { successor, ...lasting } = lastingOf(row);
	const dates = { state, inForceFrom: day(row.inForceFrom), endsOn: day(row.endsOn), ...lasting };
	return {
		id: row.id,
		code: row.code,
		number: row.number,
		title: row.title,
		ownerId: row.ownerId,
		state,
		stateNow: stateOn(dates, dayOf(now).toString()),
		changes: row.changes,
		effectiveOn: row.effectiveOn,
		inForceFrom: row.inForceFrom,
		partyIds,
		publishedBy,
		published: state === "concluded" && partyIds.length > 0 && partyIds.every((id) => publishedBy.includes(id)),
		purpose: row.purposeKind && row.purposeId ? { kind: row.purposeKind, id: row.purposeId } : null,
		guests: row.guests.flatMap(({ postId, party, invitation }) =>
			invitation.acceptedById
				? [{ personId: invitation.acceptedById, organisationId: party.organisationId, postId }]
				: [],
		),
		successor,
		terminatedFrom: lasting.terminatedFrom,
	};
}

/** One agreement by its code, for those who may read it. @throws NotFound, also when it is not theirs */
export async function findAgreement(view: View, code: string): Promise<Found> {
	const row = await view.db.agreement.findUnique({ where: { code }, select: reachFields });
	const agreement = row && found(row, view.now);
	if (!agreement || row.record?.removedAt || !mayRead(view.actor, agreement)) throw new NotFound();
	return agreement;
}

/** The same for what only the parties see. */
export async function findInside(view: View, code: string): Promise<Found> {
	const agreement = await findAgreement(view, code);
	if (!mayReadInside(view.actor, agreement)) throw new NotFound();
	return agreement;
}

/** Those of these ids that the reader may see, for the manifest. */
export async function findMany(view: View, ids: readonly string[]): Promise<Found[]> {
	const rows = await view.db.agreement.findMany({ where: { id: { in: [...ids] } }, select: reachFields, take: 1000 });
	return rows
		.filter(({ record }) => !record?.removedAt)
		.map((row) => found(row, view.now))
		.filter((agreement) => mayRead(view.actor, agreement));
}

/**
 * The agreement held for this act: whoever else acts on it waits. Everything that changes an agreement begins here, so
 * that of two at once one comes first.
 * @throws NotFound when it is not there or not for this actor
 */
export async function holdAgreement(view: View, code: string): Promise<Found> {
	await view.db.$queryRaw`SELECT id FROM agreement WHERE code = ${code} FOR UPDATE`;
	return findAgreement(view, code);
}
