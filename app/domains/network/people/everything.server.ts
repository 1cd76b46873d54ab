import type { Prisma } from "~/platform/database/generated/client";
import { dayText, lastDayText } from "../days.server";
import { houseTypes } from "../relation-type";
import { readFrozen } from "../snapshot";

const day = (value: Date | null) => (value ? dayText(value) : null);

/**
 * Everything that is kept about these parties, whoever may read it inside: for the person it is about (Art. 15 GDPR). With the
 * entries merged into them, notes, marks as key person, ties, objections, and the snapshots in which they stand. There are no
 * judgements or scores besides the reasons of marks.
 */
export async function everythingAbout(db: Prisma.TransactionClient, partyIds: string[]) {
	const parties = await db.networkParty.findMany({
		where: { OR: [{ id: { in: partyIds } }, { mergedIntoId: { in: partyIds } }] },
		include: {
			owner: { select: { name: true } },
			keeperPost: { select: { label: true } },
			topics: { select: { topic: { select: { name: true } } } },
			areas: { select: { area: { select: { name: true } } } },
			notes: true,
			keyPersons: { include: { topic: true, area: true } },
			mentions: true,
			tiesFrom: { include: { to: true } },
			tiesTo: { include: { from: true } },
		},
		orderBy: { createdAt: "asc" },
	});
	const own = await db.networkRelationType.findMany({
		where: { ownerId: { in: parties.map(({ ownerId }) => ownerId) } },
	});
	const label = (key: string, end: "forward" | "backward") =>
		houseTypes.find((type) => type.key === key)?.[end].de ??
		own.find(({ id }) => id === key)?.[end === "forward" ? "forwardDe" : "backwardDe"] ??
		key;
	const ids = new Set(parties.map(({ id }) => id));
	const snapshots = await db.networkSnapshot.findMany({
		where: { ownerId: { in: parties.map(({ ownerId }) => ownerId) } },
	});
	return {
		eintraege: parties.map((party) => ({
			gefuehrtVon: party.owner.name,
			name: party.displayName,
			...{ vorname: party.givenName, nachname: party.familyName },
			...{ email: party.email, telefon: party.phone, webseite: party.website },
			zweck: party.purpose,
			rechtsgrundlage: party.basis,
			herkunft: party.source,
			sichtbarFuer: party.visibility,
			loeschungAm: day(party.keepUntil),
			bestaetigtAm: day(party.confirmedOn),
			betreutVon: party.keeperPost?.label ?? null,
			informiertAm: day(party.informedOn),
			informiertWie: party.informedHow,
			widerspruchAm: party.objectedAt,
			widerspruch: party.objection,
			antwortAufWiderspruch: party.objectionAnswer,
			eingetragenAm: party.createdAt,
			eigenerSchluessel: party.ownKey,
			oparl: party.oparlId,
			zusammengefuehrt: party.mergedIntoId !== null,
			themen: party.topics.map(({ topic }) => topic.name),
			gebiete: party.areas.map(({ area }) => area.name),
			verbindungen: [
				...party.tiesFrom.map((tie) => tieText(tie, `${label(tie.type, "forward")} ${tie.to.displayName}`)),
				...party.tiesTo.map((tie) => tieText(tie, `${label(tie.type, "backward")} ${tie.from.displayName}`)),
			],
			schluesselperson: party.keyPersons.map((mark) => ({
				id: mark.id,
				thema: mark.topic?.name ?? null,
				gebiet: mark.area?.name ?? null,
				warum: mark.why,
				zweck: mark.purpose,
				herkunft: mark.source,
				seit: day(mark.validFrom),
				bis: lastDayText(mark.validUntil),
				pruefungAm: day(mark.reviewOn),
				sichtbarFuer: mark.visibility,
			})),
			vermerke: party.notes.map((note) => ({
				id: note.id,
				am: day(note.happenedOn),
				text: note.text,
				sichtbarFuer: note.personal ? ("AUTHOR" as const) : note.visibility,
				loeschungAm: day(note.keepUntil),
			})),
			bezuege: party.mentions.map(({ subjectKind, subjectId, createdAt }) => ({
				art: subjectKind,
				kennung: subjectId,
				seit: createdAt,
			})),
		})),
		netzwerkstaende: snapshots
			.filter(({ frozen }) => readFrozen(frozen).some(({ from, to }) => ids.has(from.id) || ids.has(to.id)))
			.map(({ id, name, asOf }) => ({ id, name, stand: day(asOf) })),
	};
}

type Tie = Prisma.NetworkTieGetPayload<object>;

function tieText(tie: Tie, text: string) {
	return {
		id: tie.id,
		verbindung: text,
		bezeichnung: tie.role,
		wahlperiode: tie.term,
		wahlgebiet: tie.electoralArea,
		stimmrecht: tie.votingRight,
		seit: day(tie.validFrom),
		bis: lastDayText(tie.validUntil),
		zweck: tie.purpose,
		rechtsgrundlage: tie.basis,
		herkunft: tie.source,
		sichtbarFuer: tie.visibility,
		bestaetigtAm: day(tie.confirmedOn),
	};
}
