import { dayOf, daysFrom, fromStored, inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { mayLead } from "../../policy.server";
import { type Found, findInside } from "../../queries/find-agreement.server";
import { knownWord } from "../../stored-word";
import { type DateState, dateState, type ObligationKind, obligationKinds, soonDays } from "../obligation";
import { mayMeetObligation, worksAt } from "../policy.server";
import { waiversOf } from "./waivers.server";

export type ShownDate = {
	id: string;
	obligationId: string;
	title: string;
	kind: ObligationKind;
	recipient: string;
	party: string;
	post: string | null;
	dueOn: string;
	doneOn: string | null;
	evidence: string | null;
	files: { name: string; href: string }[];
	state: DateState;
	mayMeet: boolean;
	/** Posts that could do it, for those who may say so while none is named. */
	posts: { value: string; label: string }[];
};

/** First day on which an agreement no longer counts, for whatever reason; null while there is none. */
export function overFrom({ successor, terminatedFrom }: Found, endsOn: Date | null): string | null {
	const ends = [successor?.from ?? null, terminatedFrom, endsOn && fromStored(endsOn).toString()];
	return ends.filter((day) => day !== null).sort()[0] ?? null;
}

const mostShown = 400;

/**
 * The obligations of an agreement date by date, open ones first in the order of their days, for its parties.
 * @throws NotFound for whoever is of no party
 */
export async function obligationsPage(view: View, code: string) {
	const agreement = await findInside(view, code);
	const { endsOn } = await view.db.agreement.findUniqueOrThrow({
		where: { id: agreement.id },
		select: { endsOn: true },
	});
	const over = overFrom(agreement, endsOn);
	const day = dayOf(view.now).toString();
	const rows = await view.db.agreementObligationDate.findMany({
		where: { obligation: { agreementId: agreement.id } },
		orderBy: [{ dueOn: "asc" }, { id: "asc" }],
		take: mostShown,
		include: {
			obligation: {
				include: { organisation: { select: { name: true, registerType: true } }, post: { select: { label: true } } },
			},
		},
	});
	const parties = await view.db.organisation.findMany({
		where: { id: { in: agreement.partyIds } },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: {
			id: true,
			name: true,
			registerType: true,
			posts: {
				where: inForce(today(view.now)),
				orderBy: [{ label: "asc" }, { id: "asc" }],
				take: 200,
				select: { id: true, label: true },
			},
		},
	});
	const files = await view.db.file.findMany({
		where: { subjectKind: "agreement-obligation", subjectId: { in: rows.map(({ id }) => id) }, removedAt: null },
		orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
		select: { id: true, subjectId: true, name: true },
	});
	const dates: ShownDate[] = [];
	for (const { id, dueOn, doneOn, waivedOn, evidence, obligation } of rows) {
		const { organisationId, postId, kind, title, recipient } = obligation;
		const mayMeet = mayMeetObligation(view.actor, { ...agreement, organisationId, postId });
		const due = fromStored(dueOn).toString();
		const done = doneOn && fromStored(doneOn).toString();
		dates.push({
			id,
			obligationId: obligation.id,
			title,
			kind: knownWord(obligationKinds, kind),
			recipient,
			party: contractName(obligation.organisation),
			post: obligation.post?.label ?? null,
			dueOn: due,
			doneOn: done,
			evidence,
			files: files.flatMap((file) => (file.subjectId === id ? [{ name: file.name, href: `/datei/${file.id}` }] : [])),
			state: dateState({ dueOn: due, doneOn: done, waivedOn: waivedOn && fromStored(waivedOn).toString() }, day, over),
			mayMeet,
			posts:
				mayMeet && postId === null
					? (parties.find((party) => party.id === organisationId)?.posts ?? []).map((post) => ({
							value: post.id,
							label: post.label,
						}))
					: [],
		});
	}
	return {
		...(await waiversOf(view, code)),
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		open: dates.filter(({ state }) => state === "overdue" || state === "soon"),
		later: dates.filter(({ state }) => state === "later"),
		done: dates.filter(({ state }) => state === "done").reverse(),
		mayAdd: agreement.state === "concluded" && mayLead(view.actor, agreement),
		parties: parties.map((party) => ({
			id: party.id,
			name: contractName(party),
			posts: party.posts.map((post) => ({ value: post.id, label: `${contractName(party)}: ${post.label}` })),
		})),
	};
}

const mostWaiting = 500;

/**
 * Dates that this reader has to meet, overdue or due soon: through a post they hold or cover, or at an organisation they
 * work for where no post is named. What an amendment or an end made void is left out.
 */
export async function obligationsWaiting(view: View): Promise<{ code: string; dueOn: string; overdue: boolean }[]> {
	const { actor } = view;
	if (actor.kind !== "person") return [];
	const day = today(view.now);
	const held = await view.db.postHolding.findMany({
		where: { personId: actor.personId, ...inForce(day) },
		select: { postId: true },
		take: 50,
	});
	const postIds = [...held.map(({ postId }) => postId), ...actor.grants.flatMap(({ postId }) => postId ?? [])];
	const rows = await view.db.agreementObligationDate.findMany({
		where: {
			doneOn: null,
			waivedOn: null,
			dueOn: { lte: daysFrom(day, soonDays) },
			obligation: {
				OR: [{ postId: { in: postIds } }, { postId: null, organisationId: { in: worksAt(actor) } }],
			},
		},
		orderBy: [{ dueOn: "asc" }, { id: "asc" }],
		take: mostWaiting,
		select: { dueOn: true, obligation: { select: { agreement: { select: { code: true } } } } },
	});
	const overs = new Map<string, string | null>();
	const waiting: { code: string; dueOn: string; overdue: boolean }[] = [];
	for (const { dueOn, obligation } of rows) {
		const { code } = obligation.agreement;
		if (!overs.has(code)) overs.set(code, await overOf(view, code));
		const over = overs.get(code) ?? null;
		const due = fromStored(dueOn).toString();
		if (over === null || due < over) waiting.push({ code, dueOn: due, overdue: dueOn < day });
	}
	return waiting;
}

async function overOf(view: View, code: string): Promise<string | null> {
	const { endsOn } = await view.db.agreement.findUniqueOrThrow({ where: { code }, select: { endsOn: true } });
	return overFrom(await findInside(view, code), endsOn);
}
