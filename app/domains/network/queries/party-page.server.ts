import { personNames } from "~/domains/accounts/index.server";
import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { isUncertain, monthsOld } from "../certainty";
import { dayLookedAt, dayText, lastDayText } from "../days.server";
import { circlesOf, mayAnswerPeople, mayKeepNetwork, readableNotes } from "../policy.server";
import { labelAt } from "../relation-type";
import { informedWays, levels, sectors, wordOf } from "../vocabulary";
import { findParty, seesParty } from "./find-party.server";
import { readersPlace } from "./place-of-network.server";
import { typesOf } from "./relation-types.server";

const listSize = 500;

/**
 * Everything about one party that this reader may see, its ties as they were on a day and the others below.
 * @param day `YYYY-MM-DD`, null for today
 * @throws NotFound; Forbidden or SignInNeeded for those who do not read this network
 */
export async function partyPage(view: View, at: { place: string; party: string }, given: string | null) {
	const place = await readersPlace(view, at.place);
	const { ownerId } = place;
	const party = await findParty(view, ownerId, at.party);
	const { db, now, actor } = view;
	const day = dayLookedAt(given, now);
	const visibility = { in: circlesOf(actor, ownerId) };
	const [details, ties, marks, notes, mentions, types, merges] = await Promise.all([
		db.networkParty.findUniqueOrThrow({
			where: { id: party.id },
			select: {
				topics: { select: { topic: { select: { id: true, name: true } } }, orderBy: { topic: { name: "asc" } } },
				areas: { select: { area: { select: { id: true, name: true } } }, orderBy: { area: { name: "asc" } } },
				keeperPost: { select: { id: true, label: true } },
				organisation: { select: { name: true } },
				person: { select: { displayName: true, erasedAt: true } },
			},
		}),
		db.networkTie.findMany({
			where: { ownerId, visibility, OR: [{ fromId: party.id }, { toId: party.id }] },
			include: { from: true, to: true, onBehalfOf: true, substituteFor: true },
			orderBy: [{ validFrom: "desc" }, { id: "desc" }],
			take: listSize,
		}),
		db.networkKeyPerson.findMany({
			where: { partyId: party.id, visibility },
			include: { topic: true, area: true, tie: { include: { from: true, to: true } } },
			orderBy: [{ validFrom: "desc" }, { id: "desc" }],
			take: listSize,
		}),
		db.networkNote.findMany({
			where: {
				...readableNotes(actor, ownerId),
				...{ partyId: party.id, keepUntil: { gt: dayLookedAt(null, now).stored } },
			},
			orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
			take: listSize,
		}),
		db.networkMention.findMany({ where: { partyId: party.id }, orderBy: { createdAt: "desc" }, take: listSize }),
		typesOf(view, ownerId),
		db.networkMerge.findMany({
			where: { survivorId: party.id, undoneAt: null },
			include: { merged: { select: { displayName: true } } },
			orderBy: { mergedAt: "desc" },
			take: 50,
		}),
	]);
	const typeOf = new Map(types.map((type) => [type.key, type]));
	const names = await personNames(
		view,
		[...ties, ...marks, ...notes, party].map(({ authorId }) => authorId),
	);
	const named = (id: string | null) => (id ? (names.get(id) ?? null) : null);
	const shownTies = ties
		.filter((tie) => seesParty(view, tie.from) && seesParty(view, tie.to))
		.map((tie) => {
			const end = tie.fromId === party.id ? ("from" as const) : ("to" as const);
			const type = typeOf.get(tie.type);
			const other = end === "from" ? tie.to : tie.from;
			const confirmedOn = dayText(tie.confirmedOn);
			return {
				id: tie.id,
				label: type ? labelAt(type, end, view.locale) : "–",
				other: { id: other.id, name: other.displayName },
				role: tie.role,
				details: [tie.term, tie.electoralArea].filter((text) => text !== null),
				votingRight: tie.votingRight,
				onBehalfOf: tie.onBehalfOf && seesParty(view, tie.onBehalfOf) ? tie.onBehalfOf.displayName : null,
				substituteFor: tie.substituteFor && seesParty(view, tie.substituteFor) ? tie.substituteFor.displayName : null,
				since: dayText(tie.validFrom),
				lastDay: lastDayText(tie.validUntil),
				inForce: tie.validFrom <= day.stored && (tie.validUntil === null || tie.validUntil > day.stored),
				source: tie.source,
				purpose: tie.purpose,
				visibility: tie.visibility,
				author: named(tie.authorId),
				enteredOn: tie.createdAt,
				confirmedOn,
				uncertain: isUncertain(confirmedOn, day.text),
			};
		});
	const subjects = await resolveSubjects(
		view,
		mentions.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId })),
	);
	const confirmedOn = dayText(party.confirmedOn);
	return {
		place,
		day: { text: day.text, isToday: day.isToday },
		may: {
			keep: mayKeepNetwork(actor, { ownerId }) && party.erasedAt === null,
			answer: mayAnswerPeople(actor, { ownerId }) && party.kind === "PERSON",
		},
		party: {
			id: party.id,
			kind: party.kind,
			name: party.displayName,
			erased: party.erasedAt !== null,
			sector: wordOf(sectors, party.sector),
			level: wordOf(levels, party.level),
			...{ email: party.email, phone: party.phone, website: party.website },
			...{ mission: party.mission, offers: party.offers, seeks: party.seeks },
			since: party.validFrom && dayText(party.validFrom),
			lastDay: lastDayText(party.validUntil),
			...{ purpose: party.purpose, basis: party.basis, source: party.source, visibility: party.visibility },
			keepUntil: party.keepUntil && dayText(party.keepUntil),
			confirmedOn,
			months: monthsOld(confirmedOn, day.text),
			uncertain: isUncertain(confirmedOn, day.text),
			author: named(party.authorId),
			enteredOn: party.createdAt,
			ownKey: party.ownKey,
			oparlId: party.oparlId,
			topics: details.topics.map(({ topic }) => topic.name),
			areas: details.areas.map(({ area }) => area.name),
			keeper: details.keeperPost?.label ?? null,
			sameAs: details.organisation?.name ?? (details.person?.erasedAt ? null : (details.person?.displayName ?? null)),
			informedHow: wordOf(informedWays, party.informedHow),
			informedOn: party.informedOn && dayText(party.informedOn),
			objectedAt: party.objectedAt,
			objectionAnsweredAt: party.objectionAnsweredAt,
		},
		ties: shownTies,
		posts: party.personId ? await postsHeld(view, party.personId, day.stored) : [],
		marks: marks.map((mark) => {
			const end = mark.tie.fromId === party.id ? ("from" as const) : ("to" as const);
			const type = typeOf.get(mark.tie.type);
			return {
				id: mark.id,
				capacity: `${type ? labelAt(type, end, view.locale) : "–"} ${(end === "from" ? mark.tie.to : mark.tie.from).displayName}`,
				about: [mark.topic?.name, mark.area?.name].filter((name) => name !== undefined),
				why: mark.why,
				source: mark.source,
				author: named(mark.authorId),
				since: dayText(mark.validFrom),
				lastDay: lastDayText(mark.validUntil),
				reviewOn: dayText(mark.reviewOn),
				inForce: mark.validFrom <= day.stored && (mark.validUntil === null || mark.validUntil > day.stored),
				uncertain: isUncertain(dayText(mark.confirmedOn), day.text),
				due: mark.reviewOn <= day.stored,
			};
		}),
		notes: notes.map((note) => ({
			...{
				id: note.id,
				text: note.text,
				readers: note.personal ? ("AUTHOR" as const) : note.visibility,
				author: named(note.authorId),
			},
			...{ happenedOn: dayText(note.happenedOn), keepUntil: dayText(note.keepUntil) },
		})),
		mentions: mentions.flatMap(({ id, subjectKind, subjectId }) => {
			const subject = subjects.get(`${subjectKind}:${subjectId}`);
			return subject
				? [{ id, title: subject.title, href: subject.href, kind: subject.kindLabel, state: subject.state }]
				: [];
		}),
		merges: merges.map(({ id, mergedAt, merged }) => ({ id, mergedAt, name: merged.displayName })),
	};
}

/** Posts of this house that the person held on a day; public ones only, for others say nothing here. */
async function postsHeld({ db }: View, personId: string, day: Date) {
	const rows = await db.postHolding.findMany({
		where: {
			personId,
			validFrom: { lte: day },
			OR: [{ validUntil: null }, { validUntil: { gt: day } }],
			post: { isPublic: true },
		},
		select: {
			id: true,
			validFrom: true,
			post: { select: { label: true, organisation: { select: { shortName: true } } } },
		},
		orderBy: [{ validFrom: "desc" }, { id: "asc" }],
		take: 50,
	});
	return rows.map(({ id, validFrom, post }) => ({
		id,
		label: post.label,
		organisation: post.organisation.shortName,
		since: dayText(validFrom),
	}));
}
