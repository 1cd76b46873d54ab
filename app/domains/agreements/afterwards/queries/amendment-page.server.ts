import { dayOf, fromStored } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import type { AgreementContent } from "../../content";
import { readDraft } from "../../drafting/queries/draft.server";
import { mayLead, mayReadInside } from "../../policy.server";
import { type Found, findAgreement, findInside, findMany } from "../../queries/find-agreement.server";
import { fromContent, fromDraft } from "../../queries/shown-agreement.server";
import type { AgreementState } from "../../state";
import { knownWord } from "../../stored-word";
import { type AmendmentKind, amendmentKinds } from "../amendment";
import { type Changes, type Compared, changesBetween } from "../changes";

type Listed = {
	code: string;
	number: string;
	kind: AmendmentKind;
	reason: string;
	state: AgreementState;
	inForceFrom: string | null;
};

/** The amendments of an agreement, given up ones left out, as far as this reader may see them. */
async function amendmentsOf(view: View, agreement: Found): Promise<Listed[]> {
	const rows = await view.db.agreementAmendment.findMany({
		where: { amendedId: agreement.id, abandonedAt: null },
		orderBy: { number: "asc" },
		take: 100,
	});
	const found = await findMany(
		view,
		rows.map(({ agreementId }) => agreementId),
	);
	return rows.flatMap(({ agreementId, kind, reason }) => {
		const one = found.find(({ id }) => id === agreementId);
		if (!one) return [];
		return [
			{
				code: one.code,
				number: one.number,
				kind: knownWord(amendmentKinds, kind),
				reason,
				state: one.stateNow,
				inForceFrom: one.inForceFrom && fromStored(one.inForceFrom).toString(),
			},
		];
	});
}

/** The page on which an amendment is begun and those there are stand. @throws NotFound for whoever is of no party */
export async function amendmentsPage(view: View, code: string) {
	const agreement = await findInside(view, code);
	const amendments = await amendmentsOf(view, agreement);
	const goesOn = agreement.stateNow === "concluded" || agreement.stateNow === "in-force";
	const space = mayLead(view.actor, agreement)
		? await view.db.space.findUnique({ where: { organisationId: agreement.ownerId }, select: { slug: true } })
		: null;
	return {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		place: space?.slug ?? null,
		amendments,
		mayBegin: space !== null && goesOn && amendments.length === 0,
	};
}

/**
 * What an amendment changes: what was frozen before beside its own version or, before it is frozen, its draft.
 * @throws NotFound when it is none, or not for this reader
 */
export async function changesPage(
	view: View,
	code: string,
): Promise<{
	code: string;
	number: string;
	title: string;
	kind: AmendmentKind;
	reason: string;
	amended: { code: string; number: string; version: number };
	changes: Changes;
	/** Years that the amendment leaves with what it amends, because they are over when it begins; null: none. */
	yearsBefore: number | null;
	/** To the draft, for who leads it and while it can be changed. */
	editHref: string | null;
	mayAbandon: boolean;
}> {
	const agreement = await findAgreement(view, code);
	const row = await view.db.agreementAmendment.findUnique({
		where: { agreementId: agreement.id },
		include: {
			amendedVersion: { select: { number: true, content: true } },
			amended: { select: { code: true, number: true } },
		},
	});
	if (!row || (agreement.state !== "concluded" && !mayReadInside(view.actor, agreement))) throw new NotFound();
	const version = await view.db.agreementVersion.findFirst({
		where: { agreementId: agreement.id, round: { state: { in: ["open", "completed"] } } },
		orderBy: { number: "desc" },
		select: { content: true },
	});
	const frozen = agreement.state === "frozen" || agreement.state === "concluded";
	const after =
		frozen && version
			? fromContent(JSON.parse(version.content) as AgreementContent)
			: fromDraft(await readDraft(view.db, agreement.id, dayOf(view.now).toString()));
	const before = fromContent(JSON.parse(row.amendedVersion.content) as AgreementContent);
	const open = !frozen && row.abandonedAt === null && mayLead(view.actor, agreement);
	const space = open
		? await view.db.space.findUnique({ where: { organisationId: agreement.ownerId }, select: { slug: true } })
		: null;
	return {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		kind: knownWord(amendmentKinds, row.kind),
		reason: row.reason,
		amended: { code: row.amended.code, number: row.amended.number, version: row.amendedVersion.number },
		...yearsLeft(changesBetween(before, after), after),
		editHref: space && `/o/${space.slug}/verwaltung/vereinbarungen/${agreement.code}`,
		mayAbandon: open,
	};
}

/**
 * An amendment after an exit holds no years before its first day. They are not taken away: they stay with the version that
 * counts until then, so they are no change.
 */
function yearsLeft(changes: Changes, after: Compared): { changes: Changes; yearsBefore: number | null } {
	const from = Number(after.dates.effectiveOn?.slice(0, 4) ?? 0);
	const planned = after.items.flatMap(({ years }) => years.map(({ year }) => year));
	if (planned.length === 0 || planned.some((year) => year < from)) return { changes, yearsBefore: null };
	const amounts = changes.amounts.filter(({ year }) => year >= from);
	const removed = changes.cover.removed.filter(({ year }) => year >= from);
	const left = changes.amounts.length > amounts.length || changes.cover.removed.length > removed.length;
	return {
		changes: { ...changes, amounts, cover: { ...changes.cover, removed } },
		yearsBefore: left ? from : null,
	};
}
