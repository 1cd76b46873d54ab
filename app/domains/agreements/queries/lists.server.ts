import { grantsFor } from "~/platform/actor";
import { dayOf, fromStored, today } from "~/platform/calendar.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { type LastingRow, lastingFields, lastingOf } from "../afterwards/queries/lasting.server";
import { mayLead, signsAs } from "../policy.server";
import { timeRefusal } from "../signing/commands/may-sign.server";
import { openRound } from "../signing/commands/open-round.server";
import { type AgreementState, stateOn, storedStates } from "../state";
import { knownWord } from "../stored-word";
import { findMany } from "./find-agreement.server";

export type ListedAgreement = {
	code: string;
	number: string;
	title: string;
	state: AgreementState;
	parties: string[];
	inForceFrom: string | null;
	ownerId: string;
};

const listSize = 200;

const fields = {
	code: true,
	ownerId: true,
	number: true,
	title: true,
	state: true,
	inForceFrom: true,
	endsOn: true,
	parties: { orderBy: { position: "asc" }, select: { organisation: { select: { shortName: true } } } },
	...lastingFields,
} as const;

type Row = LastingRow & {
	code: string;
	ownerId: string;
	number: string;
	title: string;
	state: string;
	inForceFrom: Date | null;
	endsOn: Date | null;
	parties: { organisation: { shortName: string } }[];
};

function listed(row: Row, now: Date): ListedAgreement {
	const inForceFrom = row.inForceFrom && fromStored(row.inForceFrom).toString();
	const endsOn = row.endsOn && fromStored(row.endsOn).toString();
	const state = knownWord(storedStates, row.state);
	return {
		code: row.code,
		ownerId: row.ownerId,
		number: row.number,
		title: row.title,
		state: stateOn({ state, inForceFrom, endsOn, ...lastingOf(row) }, dayOf(now).toString()),
		parties: row.parties.map(({ organisation }) => organisation.shortName),
		inForceFrom,
	};
}

/** What all parties have published, newest first. */
export async function publishedAgreements(view: View): Promise<ListedAgreement[]> {
	// SQL, because Prisma cannot ask "every party has a publication".
	const ids = await view.db.$queryRaw<{ id: string }[]>`
		SELECT a.id FROM agreement a
		WHERE a.state = 'concluded'
			AND NOT EXISTS (SELECT FROM agreement_record r WHERE r.agreement_id = a.id AND r.removed_at IS NOT NULL)
			AND NOT EXISTS (
			SELECT FROM agreement_party p
			WHERE p.agreement_id = a.id AND NOT EXISTS (
				SELECT FROM agreement_publication b
				WHERE b.agreement_id = a.id AND b.organisation_id = p.organisation_id))
		ORDER BY a.in_force_from DESC, a.id LIMIT ${listSize}`;
	const rows = await view.db.agreement.findMany({
		where: { id: { in: ids.map(({ id }) => id) } },
		orderBy: [{ inForceFrom: "desc" }, { id: "asc" }],
		select: fields,
	});
	return rows.map((row) => listed(row, view.now));
}

/** The agreements of one organisation, its own and those that lie before it as a partner, newest first. */
export async function managedAgreements(view: View, ownerId: string): Promise<ListedAgreement[]> {
	demand(mayLead, view.actor, { ownerId });
	const rows = await view.db.agreement.findMany({
		where: {
			OR: [{ ownerId }, { state: { not: "draft" }, parties: { some: { organisationId: ownerId } } }],
			NOT: [{ record: { removedAt: { not: null } } }, { amendment: { abandonedAt: { not: null } } }],
		},
		orderBy: [{ createdAt: "desc" }, { id: "asc" }],
		take: listSize,
		select: fields,
	});
	return rows.map((row) => listed(row, view.now));
}

/**
 * Versions that wait for this reader's own signature or, at the organisations they work for, for a check of a paper or, where
 * these lead, for a seal that could not be applied.
 */
export async function waitingFor(view: View): Promise<{
	sign: string[];
	check: string[];
	qualified: string[];
	seal: string[];
}> {
	const { actor } = view;
	if (actor.kind !== "person") return { sign: [], check: [], qualified: [], seal: [] };
	const postIds = actor.grants.flatMap(({ role, postId }) => (role === "signatory" && postId ? [postId] : []));
	const visited = actor.grants.flatMap(({ scope }) => (scope.kind === "agreement" ? [scope.id] : []));
	const organisationIds = actor.grants.flatMap(({ role, scope }) =>
		(role === "staff" || role === "organisation-admin") && scope.kind === "organisation" ? [scope.id] : [],
	);
	const ofTheirs = {
		OR: [{ ownerId: { in: organisationIds } }, { parties: { some: { organisationId: { in: organisationIds } } } }],
	};
	const [slots, scans, signatures, unsealed] = await Promise.all([
		view.db.agreementSlot.findMany({
			where: {
				confirmation: null,
				qualified: { none: { NOT: { check: { accepted: false } } } },
				version: { round: { state: "open", OR: [{ deadline: null }, { deadline: { gte: today(view.now) } }] } },
				OR: [{ postId: { in: postIds } }, { version: { agreementId: { in: visited } } }],
			},
			orderBy: { id: "asc" },
			take: listSize,
			select: {
				organisationId: true,
				postId: true,
				version: {
					select: {
						agreement: { select: { id: true, code: true } },
					},
				},
			},
		}),
		view.db.agreementScan.findMany({
			where: {
				check: null,
				uploadedById: { not: actor.personId },
				version: {
					round: { state: "open" },
					agreement: ofTheirs,
				},
			},
			orderBy: { uploadedAt: "asc" },
			take: listSize,
			select: { organisationId: true, version: { select: { agreement: { select: { code: true, ownerId: true } } } } },
		}),
		view.db.agreementQualifiedSignature.findMany({
			where: {
				check: null,
				personId: { not: actor.personId },
				version: {
					round: { state: "open" },
					agreement: ofTheirs,
				},
			},
			orderBy: { at: "asc" },
			take: listSize,
			select: {
				slot: { select: { organisationId: true } },
				version: { select: { agreement: { select: { code: true, ownerId: true } } } },
			},
		}),
		view.db.agreementSealing.findMany({
			where: { version: { agreement: { ownerId: { in: organisationIds } } } },
			orderBy: { since: "asc" },
			take: listSize,
			select: { version: { select: { agreement: { select: { code: true } } } } },
		}),
	]);
	const handles = (organisationId: string, ownerId: string) =>
		[organisationId, ownerId].some((id) => grantsFor(actor, id, ["staff", "organisation-admin"]).length > 0);
	const open = await Promise.all(
		(
			await findMany(
				view,
				slots.map(({ version }) => version.agreement.id),
			)
		).map(async (agreement) => ({ agreement, round: await openRound(view, agreement) })),
	);
	// Who is not asked yet, or not any more because their party is represented on paper or by others, is not on the list.
	const mine = slots.filter((slot) => {
		const { agreement, round } = open.find(({ agreement: { id } }) => id === slot.version.agreement.id) ?? {};
		if (!agreement || !round || signsAs(actor, slot, agreement) === null) return false;
		return timeRefusal(round, slot.organisationId, view.now).done;
	});
	const checks = scans.filter(({ organisationId, version }) => handles(organisationId, version.agreement.ownerId));
	const files = signatures.filter(({ slot, version }) => handles(slot.organisationId, version.agreement.ownerId));
	const codesOf = (rows: readonly { version: { agreement: { code: string } } }[]) => [
		...new Set(rows.map(({ version }) => version.agreement.code)),
	];
	return { sign: codesOf(mine), check: codesOf(checks), qualified: codesOf(files), seal: codesOf(unsealed) };
}
