import { findPass } from "~/domains/accounts/index.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { dayText } from "../days.server";
import { circlesOf, mayAnswerPeople } from "../policy.server";
import { findParty } from "../queries/find-party.server";
import { answeringPlace, keepersPlace } from "../queries/place-of-network.server";
import { informedWays, wordOf } from "../vocabulary";
import { everythingAbout } from "./everything.server";
import { objectPurpose } from "./rights.server";

const listSize = 200;
/** Days before the end of keeping from which it is said. */
const endsSoon = 60;

/** People who wait for something: to be told, to be answered, or for their end. @throws NotFound; Forbidden or SignInNeeded */
export async function peoplePage(view: View, slug: string) {
	const place = await keepersPlace(view, slug);
	const { ownerId } = place;
	const answers = mayAnswerPeople(view.actor, place);
	const there = {
		...{ ownerId, kind: "PERSON" as const, mergedIntoId: null, erasedAt: null },
		visibility: { in: circlesOf(view.actor, ownerId) },
		...(answers ? {} : { OR: [{ objectedAt: null }, { objectionAnsweredAt: { not: null } }] }),
	};
	const list = (where: object, orderBy: object) =>
		view.db.networkParty.findMany({
			where: { AND: [there, where] },
			select: { id: true, displayName: true, email: true, createdAt: true, objectedAt: true, keepUntil: true },
			orderBy: [orderBy, { id: "asc" }],
			take: listSize,
		});
	const soon = daysFrom(today(view.now), endsSoon);
	const [untold, objecting, ending] = await Promise.all([
		list({ informedOn: null }, { createdAt: "asc" }),
		answers ? list({ objectedAt: { not: null }, objectionAnsweredAt: null }, { objectedAt: "asc" }) : [],
		list({ keepUntil: { lte: soon } }, { keepUntil: "asc" }),
	]);
	const shown = (rows: typeof untold) =>
		rows.map(({ displayName, keepUntil, ...row }) => ({
			...row,
			name: displayName,
			keepUntil: keepUntil && dayText(keepUntil),
		}));
	return { place, untold: shown(untold), objecting: shown(objecting), ending: shown(ending) };
}

/** The rights of one person, for those who keep the network. @throws NotFound; Forbidden or SignInNeeded */
export async function rightsPage(view: View, at: { place: string; party: string }) {
	const place = await keepersPlace(view, at.place);
	const party = await findParty(view, place.ownerId, at.party);
	if (party.kind !== "PERSON" || party.erasedAt) throw new NotFound();
	return {
		place,
		today: dayText(today(view.now)),
		mayAnswer: mayAnswerPeople(view.actor, place),
		party: {
			...{ id: party.id, name: party.displayName, email: party.email, basis: party.basis, objection: party.objection },
			...{ objectedAt: party.objectedAt, answer: party.objectionAnswer, answeredAt: party.objectionAnsweredAt },
			informedHow: wordOf(informedWays, party.informedHow),
			informedOn: party.informedOn && dayText(party.informedOn),
			keepUntil: party.keepUntil && dayText(party.keepUntil),
		},
	};
}

/** The file with everything about one person, as text. @throws NotFound; Forbidden or SignInNeeded */
export async function accessFile(view: View, at: { place: string; party: string }) {
	const place = await answeringPlace(view, at.place);
	const party = await findParty(view, place.ownerId, at.party);
	if (party.kind !== "PERSON") throw new NotFound();
	return { id: party.id, text: JSON.stringify(await everythingAbout(view.db, [party.id]), null, "\t") };
}

/**
 * The same for reading and for printing: facts in words, with what the law wants said besides (Art. 15 (1) GDPR).
 * @throws NotFound; Forbidden or SignInNeeded
 */
export async function accessDocument(view: View, at: { place: string; party: string }) {
	const place = await answeringPlace(view, at.place);
	const party = await findParty(view, place.ownerId, at.party);
	if (party.kind !== "PERSON") throw new NotFound();
	const about = await everythingAbout(view.db, [party.id]);
	const mentioned = about.eintraege.flatMap(({ bezuege }) => bezuege);
	const subjects = await resolveSubjects(
		view,
		mentioned.map(({ art, kennung }) => ({ kind: art, id: kennung })),
	);
	const space = await view.db.space.findUnique({ where: { slug: place.slug }, select: { phone: true, email: true } });
	return {
		...{ id: party.id, name: party.displayName, madeOn: view.now, about },
		mentions: mentioned.map(({ art, kennung, seit }) => {
			const subject = subjects.get(`${art}:${kennung}`);
			return { id: kennung, title: subject?.title ?? null, kind: subject?.kindLabel ?? null, at: seit };
		}),
		contact: [space?.phone, space?.email].filter((text) => text),
	};
}

/** What the link of a notice shows to the person it was sent to. @throws NotFound for a link that is worth nothing */
export async function objectionPage(view: View, token: string) {
	const pass = await findPass(view, token, objectPurpose);
	const party =
		pass &&
		(await view.db.networkParty.findUnique({
			where: { id: pass.subject.id },
			include: { owner: { include: { space: true } } },
		}));
	if (!party || party.erasedAt) throw new NotFound();
	const { owner } = party;
	return {
		owner: owner.space?.name ?? owner.name,
		phone: owner.space?.phone ?? null,
		name: party.displayName,
		email: party.email,
		purpose: party.purpose,
		basis: party.basis,
		source: party.source,
		keepUntil: party.keepUntil && dayText(party.keepUntil),
		objectedAt: party.objectedAt,
		answer: party.objectionAnswer,
	};
}
