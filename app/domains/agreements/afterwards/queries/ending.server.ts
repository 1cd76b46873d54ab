import { dayOf, daysFrom, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { earliestEnd, type NoticePeriod } from "../../notice-period/notice-period";
import { noticePeriodOf } from "../../notice-period/read-notice-period.server";
import { speaksFor as howTheySpeak, wordsOnBehalf } from "../../on-behalf/queries/speaking.server";
import { mayLead } from "../../policy.server";
import { findInside } from "../../queries/find-agreement.server";
import { knownWord } from "../../stored-word";
import { boundUntil, noticeKinds, remainderKinds } from "../ending";
import { firstYearWithout } from "../exit-draft";
import { mayMeetObligation } from "../policy.server";

/**
 * The last day of what was promised at least; null where nothing was. Asks nobody.
 * @param leaving only what binds this party to stay: the months agreed by all, and promises of its own. What another party
 * has promised goes on without it.
 */
export async function boundOf(db: View["db"], agreementId: string, leaving?: string): Promise<string | null> {
	const row = await db.agreement.findUniqueOrThrow({
		where: { id: agreementId },
		select: {
			pilotEnd: true,
			agreedMonths: true,
			commitments: {
				orderBy: { untilDay: "desc" },
				take: 200,
				select: { untilDay: true, party: { select: { organisationId: true } } },
			},
		},
	});
	const day = (date: Date | null | undefined) => (date ? fromStored(date).toString() : null);
	if (row.commitments.length === 0) return null;
	return boundUntil({
		pilotEnd: day(row.pilotEnd),
		agreedMonths: row.agreedMonths,
		committedUntil: day(
			row.commitments.find(({ party }) => leaving === undefined || party.organisationId === leaving)?.untilDay,
		),
	});
}

/** The period of notice that was signed as data; the draft's row is closed from then on. Asks nobody. */
export async function agreedPeriod(db: View["db"], agreementId: string): Promise<NoticePeriod | null> {
	return noticePeriodOf(await db.agreementNoticePeriod.findUnique({ where: { agreementId } }));
}

/**
 * The form that a party's notice needs: that in which it had to sign, or the stricter one that was agreed for notices. Any
 * form stricter than text counts as written.
 */
export async function formOfNotice(
	db: View["db"],
	agreementId: string,
	organisationId: string,
): Promise<"text" | "written"> {
	if ((await agreedPeriod(db, agreementId))?.form === "written") return "written";
	const slots = await db.agreementSlot.findMany({
		where: { organisationId, version: { agreementId, round: { state: "completed" } } },
		select: { requiredForm: true },
		take: 50,
	});
	return slots.some(({ requiredForm }) => !/^(?:none|text|signed-text)$/.test(requiredForm)) ? "written" : "text";
}

/** Notice, exit and what remains. @throws NotFound for whoever is of no party */
export async function endingPage(view: View, code: string) {
	const agreement = await findInside(view, code);
	const [notices, remainders, parties] = await Promise.all([
		view.db.agreementNotice.findMany({
			where: { agreementId: agreement.id },
			orderBy: { createdAt: "asc" },
			include: { organisation: { select: { name: true, registerType: true } } },
		}),
		view.db.agreementRemainder.findMany({
			where: { agreementId: agreement.id },
			orderBy: { createdAt: "asc" },
			take: 200,
			include: { organisation: { select: { name: true, registerType: true } } },
		}),
		view.db.organisation.findMany({
			where: { id: { in: agreement.partyIds } },
			orderBy: [{ name: "asc" }, { id: "asc" }],
			select: { id: true, name: true, registerType: true },
		}),
	]);
	const own = await view.db.agreementParty.findMany({
		where: { agreementId: agreement.id },
		orderBy: { position: "asc" },
		select: { id: true, organisationId: true },
	});
	const exitHref = ({ kind, receivedOn, organisationId, effectiveOn }: (typeof notices)[number]) => {
		const party = own.find((one) => one.organisationId === organisationId)?.id;
		if (kind !== "exit" || receivedOn === null || !party) return null;
		const from = firstYearWithout(fromStored(effectiveOn).toString());
		return `/vereinbarungen/${agreement.code}/austritt?party=${party}&from=${from}`;
	};
	const files = await view.db.file.findMany({
		where: { subjectKind: "agreement-notice", subjectId: { in: notices.map(({ id }) => id) }, removedAt: null },
		select: { id: true, subjectId: true, name: true },
	});
	const goesOn = agreement.stateNow === "concluded" || agreement.stateNow === "in-force";
	const how = await howTheySpeak(view, agreement, agreement.partyIds);
	const speaksFor = parties.filter(({ id }) => how.has(id));
	const prepared = await view.db.agreementNoticePrepared.findMany({
		where: { agreementId: agreement.id, organisationId: { in: speaksFor.map(({ id }) => id) } },
		orderBy: [{ preparedAt: "asc" }, { organisationId: "asc" }],
		include: { organisation: { select: { name: true, registerType: true } } },
	});
	const words = await wordsOnBehalf(view, agreement, "notice");
	const forms = new Map<string, "text" | "written">();
	for (const { id } of speaksFor) forms.set(id, await formOfNotice(view.db, agreement.id, id));
	const period = await agreedPeriod(view.db, agreement.id);
	return {
		period,
		earliest: period && earliestEnd(period, dayOf(view.now).toString()),
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		boundUntil: await boundOf(view.db, agreement.id),
		notices: notices.map((notice) => ({
			id: notice.id,
			kind: knownWord(noticeKinds, notice.kind),
			party: contractName(notice.organisation),
			declaredOn: fromStored(notice.declaredOn).toString(),
			lastDay: fromStored(daysFrom(notice.effectiveOn, -1)).toString(),
			reason: notice.reason,
			breach: notice.breach,
			consequence: notice.consequence,
			receivedOn: notice.receivedOn && fromStored(notice.receivedOn).toString(),
			/** To the new shares, once the exit counts. */
			sharesHref: exitHref(notice),
			letters: files.flatMap((file) =>
				file.subjectId === notice.id ? [{ name: file.name, href: `/datei/${file.id}` }] : [],
			),
			words: words.filter(({ subjectId }) => subjectId === notice.id),
			receivers: notice.receivedOn
				? []
				: speaksFor.flatMap((party) =>
						party.id === notice.organisationId ? [] : [{ organisationId: party.id, name: contractName(party) }],
					),
		})),
		remainders: remainders.map((one) => ({
			id: one.id,
			kind: knownWord(remainderKinds, one.kind),
			what: one.what,
			destination: one.destination,
			party: contractName(one.organisation),
			doneOn: one.doneOn && fromStored(one.doneOn).toString(),
			maySettle:
				one.doneOn === null &&
				mayMeetObligation(view.actor, { ...agreement, organisationId: one.organisationId, postId: null }),
		})),
		parties: parties.map((party) => ({ value: party.id, label: contractName(party) })),
		mine: goesOn
			? speaksFor.map((party) => ({
					value: party.id,
					label: contractName(party),
					written: forms.get(party.id) === "written",
					how: how.get(party.id) ?? "prepares",
				}))
			: [],
		prepared: prepared.map((one) => ({
			organisationId: one.organisationId,
			party: contractName(one.organisation),
			kind: knownWord(noticeKinds, one.kind),
			lastDay: fromStored(one.lastDay).toString(),
			reason: one.reason,
			consequence: one.consequence,
			preparedOn: dayOf(one.preparedAt).toString(),
		})),
		mayAddRemainder: agreement.state === "concluded" && mayLead(view.actor, agreement),
	};
}
