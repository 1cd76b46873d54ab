import { personIdOf } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { charterOn } from "../../charter/charter";
import { seatsOn } from "../../group";
import { mayRunGroup } from "../../policy.server";
import { groupAt } from "../../queries/find-group.server";
import { dayText, memberName, personSelection } from "../../queries/names.server";
import { roleOf, storedContent } from "../commands/finish.server";
import { missingContent, type SignatureRole } from "../content";
import { contentHash } from "../hash.server";
import { mayWriteMinutes } from "../policy.server";
import { stateOn } from "../state";
import { assembled } from "./assembled.server";

type At = { place: string; group: string; meeting: string };

/** Minutes for those who write them, or the beginning of them. @throws NotFound, Forbidden, SignInNeeded */
export async function managedMinutes(view: View, at: At) {
	const group = await groupAt(view, at);
	const meeting = await view.db.meeting.findFirst({
		where: { id: at.meeting, groupId: group.id },
		include: {
			minutes: {
				include: {
					notes: { orderBy: [{ position: "asc" }, { id: "asc" }] },
					versions: { include: { signatures: true }, orderBy: { number: "desc" } },
					objections: {
						include: { person: { select: personSelection } },
						orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
					},
				},
			},
			agenda: { orderBy: { position: "asc" } },
			attendances: {
				orderBy: { id: "asc" },
				include: {
					membership: { include: { person: { select: personSelection } } },
					substitute: { include: { person: { select: personSelection } } },
				},
			},
		},
	});
	if (!meeting) throw new NotFound();
	const { minutes } = meeting;
	if (minutes) demand(mayWriteMinutes, view.actor, { ...group, minuteTakerId: minutes.minuteTakerId });
	else demand(mayRunGroup, view.actor, group);
	const acting =
		meeting.format === "circular"
			? await seatsThen(view, group.id, meeting.day)
			: meeting.attendances.map(({ membership, substitute }) => substitute ?? membership);
	const there = [...new Map(acting.map((one) => [one.personId, one])).values()].map((one) => ({
		personId: one.personId,
		name: memberName(view, one, true) ?? "",
		function: one.function,
	}));
	const led = ["chair", "deputy"].flatMap((name) => there.find((one) => one.function === name) ?? []);
	const page = {
		place: group.place,
		group: { slug: group.slug, name: group.name, isPublic: group.isPublic },
		meeting: { id: meeting.id, title: meeting.title, held: meeting.heldAt !== null, isPublic: meeting.isPublic },
		there,
		me: personIdOf(view.actor),
		presidedBy: minutes?.presidedById ?? led[0]?.personId ?? there[0]?.personId ?? "",
		minuteTaker: minutes?.minuteTakerId ?? personIdOf(view.actor) ?? "",
		objectionsUntil: dayText(daysFrom(today(view.now), charterOn(group.charters, meeting.day).objectionDays)),
	};
	if (!minutes) return { ...page, minutes: null };

	const { content } = await assembled(view, minutes);
	const newest = minutes.versions[0];
	const signed = (newest?.signatures ?? []).map(
		({ role }): SignatureRole => (role === "chair" ? "chair" : "minute-taker"),
	);
	const role = roleOf(minutes, personIdOf(view.actor));
	const state = stateOn(minutes, today(view.now));
	const undecided = minutes.objections.filter(({ outcome }) => outcome === null).length;
	const speakers = await speakersOf(view, group.id, meeting.day);
	const names = new Map(speakers.map(({ id, name }) => [id, name]));
	return {
		...page,
		minutes: {
			id: minutes.id,
			state,
			until: minutes.objectionsUntil && dayText(minutes.objectionsUntil),
			items: meeting.agenda.map(({ id, position, title, isPublic }) => ({
				id,
				position,
				title,
				isPublic,
				notes: minutes.notes
					.filter(({ agendaItemId }) => agendaItemId === id)
					.map(({ id: noteId, text, speakerId, isPublic: noteIsPublic }) => ({
						id: noteId,
						text,
						speakerId,
						speaker: speakerId && (names.get(speakerId) ?? null),
						isPublic: noteIsPublic,
					})),
			})),
			speakers,
			missing: missingContent(newest ? storedContent(newest.content) : content, signed),
			version: newest?.number ?? null,
			sha256: newest?.sha256 ?? null,
			/** Facts or notes are not those of the newest version any more. */
			changed: newest !== undefined && newest.sha256 !== contentHash(content),
			signed,
			/** As what this reader signs now, or null. */
			signsAs: role && state === "closing" && undecided === 0 && !signed.includes(role) ? role : null,
			objections: minutes.objections.map(({ id, person, text, raisedAt, outcome, reason, versionNumber }) => ({
				id,
				name: person.erasedAt ? null : person.displayName,
				text,
				at: raisedAt,
				outcome,
				reason,
				version: versionNumber,
			})),
			undecided,
		},
	};
}

export type ManagedMinutes = Awaited<ReturnType<typeof managedMinutes>>;

/** Minutes that were begun, for the pages of single acts. @throws NotFound where there are none yet, and as above */
export async function begunMinutes(view: View, at: At) {
	const page = await managedMinutes(view, at);
	if (!page.minutes) throw new NotFound();
	return { ...page, minutes: page.minutes };
}

async function membersThen(view: View, groupId: string, day: Date) {
	return view.db.groupMembership.findMany({
		where: { groupId, validFrom: { lte: day }, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
		include: { person: { select: personSelection } },
		orderBy: [{ benchKind: "asc" }, { validFrom: "asc" }, { id: "asc" }],
		take: 1000,
	});
}

async function seatsThen(view: View, groupId: string, day: Date) {
	return seatsOn(await membersThen(view, groupId, day), day);
}

async function speakersOf(view: View, groupId: string, day: Date): Promise<{ id: string; name: string }[]> {
	const rows = await membersThen(view, groupId, day);
	const seats = seatsOn(rows, day);
	return [...seats, ...rows.filter((row) => !seats.includes(row))].map((row) => ({
		id: row.id,
		name: memberName(view, row, true) ?? "",
	}));
}
