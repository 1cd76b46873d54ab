import { answerFor } from "~/domains/groups/calls/commands/answer.server";
import { castSecretVote, castVote } from "~/domains/groups/deciding/commands/cast-vote.server";
import { closeVote } from "~/domains/groups/deciding/commands/close-vote.server";
import { certify, publish } from "~/domains/groups/deciding/commands/votes.server";
import { addComment } from "~/domains/groups/drafting/commands/comments.server";
import { decideSuggestion, suggest } from "~/domains/groups/drafting/commands/suggestions.server";
import { beginDraft } from "~/domains/groups/drafting/commands/versions.server";
import { addAgendaItem } from "~/domains/groups/meetings/commands/meetings.server";
import { beginMinutes } from "~/domains/groups/minutes/commands/begin.server";
import { circulate } from "~/domains/groups/minutes/commands/circulate.server";
import { finalise, sign } from "~/domains/groups/minutes/commands/finish.server";
import { saveNote } from "~/domains/groups/minutes/commands/notes.server";
import { createTask } from "~/domains/groups/tasks/commands/create.server";
import { reportOnTask } from "~/domains/groups/tasks/commands/work.server";
import type { Actor } from "~/platform/actor";
import { house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { groupDocument, groupVersion } from "~tests/factories/group-documents";
import { circular } from "~tests/factories/group-meetings";
import { attendance, type GroupMade, meeting, recommendation, workingGroup } from "~tests/factories/groups";
import { application, drawn, seatCall } from "~tests/factories/groups.seats";
import { openedVote } from "~tests/factories/groups-deciding";
import { must } from "~tests/factories/outcome";
import type { PersonKey } from "./people";

type Staff = World & { actor: Actor & { kind: "person" } };

/** Whose groups they are, and who sits in them. */
export type GroupsStage = {
	organisations: Record<"county" | "andernach", string>;
	personIds: Record<"countyAdmin" | "countyManager" | "volunteer" | "member" | "neighbour", string>;
	/** Answers for what the county's group decides. */
	postId: string;
	at(daysAgo: number, hour?: number): World;
	as(key: PersonKey, daysAgo: number, hour?: number): Promise<Staff>;
};

/**
 * Two more groups: the county's, at work (seats drawn by lot, minutes, votes in every state, a text being written, tasks, a
 * circular procedure, the next meeting), and one in Andernach that still looks for its members.
 */
export async function loadGroups(stage: GroupsStage): Promise<void> {
	const group = await mobility(stage);
	await firstMeeting(stage, group);
	await secondMeeting(stage, group);
	await textInHand(stage, group);
	await comingUp(stage, group);
	await lookingForMembers(stage);
}

async function mobility({ at, organisations, personIds }: GroupsStage): Promise<GroupMade> {
	const group = await workingGroup(at(300), {
		organisationId: organisations.county,
		name: "Arbeitskreis Mobilität im Landkreis",
		mandate:
			"Der Arbeitskreis berät, wie Menschen ohne eigenes Auto gut durch den Landkreis kommen. Er gibt Empfehlungen an den Kreistag. **Nicht** dazu gehören die Fahrpläne der Züge: Über sie entscheidet das Land.",
		rule: { threshold: "two-thirds-of-votes", quorum: "half-of-present-vote", eachBench: false },
		validFrom: daysFrom(today(at(300).now), 0),
		members: [
			{ bench: "administration", person: { personId: personIds.countyAdmin }, function: "chair" },
			{ bench: "administration", person: { personId: personIds.countyManager } },
			{ bench: "politics", person: { givenName: "Beate", familyName: "Hürter" } },
			{ bench: "politics", person: { givenName: "Ralf", familyName: "Schäfgen" } },
			{ bench: "advisory", person: { personId: personIds.volunteer } },
			{ bench: "advisory", person: { givenName: "Sabine", familyName: "Möhrle" }, nameIsPublic: false },
			{ bench: "citizens", person: { personId: personIds.neighbour } },
		],
	});
	const call = await seatCall(at(290), {
		groupId: group.id,
		text: "Wir suchen zwei Menschen, die ohne eigenes Auto im Landkreis leben und mitreden wollen. Vorwissen ist nicht nötig. Wir treffen uns viermal im Jahr am Abend; Fahrtkosten werden ersetzt.",
	});
	const chosen: string[] = [];
	for (const [givenName, familyName] of [
		["Jana", "Faßbender"],
		["Horst", "Nick"],
		["Milena", "Kovač"],
		["Dennis", "Alflen"],
	] as const) {
		const email = `${givenName.toLowerCase()}@bewerbung.example`;
		chosen.push((await application(at(285), { callId: call.id, email, givenName, familyName })).id);
	}
	const day = await drawn(at(269), call);
	const offered = await at(269).db.seatApplication.findMany({
		where: { id: { in: chosen }, state: "offered" },
		select: { id: true },
		orderBy: { number: "asc" },
	});
	for (const { id } of offered)
		must(await answerFor({ ...at(268), actor: house, now: hoursAfter(day, 20) }, id, "accept"));
	return group;
}

const hoursAfter = (moment: Date, hours: number) => new Date(moment.getTime() + hours * 3_600_000);

/** Meetings do not begin at twelve minutes past. */
function onTheHour(moment: Date): Date {
	const hour = new Date(moment);
	hour.setUTCMinutes(0, 0, 0);
	return hour;
}

/** Of those seats that were filled from the beginning. */
const everybody = (group: GroupMade) => group.members.map(({ membershipId }) => membershipId);

/** Held five months ago: a recommendation by show of hands, final minutes, a task that is done. */
async function firstMeeting({ at, as, personIds, postId }: GroupsStage, group: GroupMade): Promise<void> {
	const made = await meeting(at(165), {
		groupId: group.id,
		startsAt: onTheHour(at(150, 16).now),
		title: "Erste Sitzung",
		item: "Fahrpläne, die jeder lesen kann",
	});
	await attendance(at(150, 18), made.meetingId, everybody(group));
	const chair = (await as("countyAdmin", 149)).actor;
	await recommendation(at(149), {
		...made,
		votedAt: at(150, 17).now,
		responsiblePostId: postId,
		chair,
		title: "Fahrpläne in großer Schrift an jeder Haltestelle",
		wording:
			"Der Arbeitskreis empfiehlt dem Landkreis, an jeder Haltestelle einen **Fahrplan in großer Schrift** aufzuhängen und ihn bei jedem Fahrplanwechsel zu erneuern.",
		votes: {
			administration: { yes: 2, no: 0, abstain: 0 },
			politics: { yes: 1, no: 0, abstain: 1 },
			advisory: { yes: 2, no: 0, abstain: 0 },
			citizens: { yes: 1, no: 0, abstain: 0 },
		},
	});
	const keeper = await as("countyManager", 148);
	const { id: minutesId } = must(
		await beginMinutes(keeper, {
			meetingId: made.meetingId,
			presidedById: personIds.countyAdmin,
			minuteTakerId: personIds.countyManager,
		}),
	);
	const note = { minutesId, noteId: null, agendaItemId: made.agendaItemId, speakerId: null };
	for (const [text, isPublic] of [
		[
			"Aushänge in kleiner Schrift helfen vielen älteren Menschen nicht. Das hat die Umfrage der Pflegestützpunkte gezeigt.",
			true,
		],
		["Die Kosten je Haltestelle liegen bei etwa 60 Euro. Das Angebot der Druckerei ist vertraulich.", false],
	] as const) {
		must(await saveNote(keeper, { ...note, text, isPublic }));
	}
	const { sha256 } = must(
		await circulate(await as("countyManager", 147), { minutesId, objectionsUntil: daysFrom(today(at(147).now), 14) }),
	);
	for (const key of ["countyAdmin", "countyManager"] as const) {
		must(await sign(await as(key, 120), { minutesId, sha256 }));
	}
	must(await finalise(await as("countyManager", 119), { minutesId }));
	const task = must(
		await createTask(
			{ ...at(148), actor: house },
			{
				groupId: group.id,
				title: "Muster für den Aushang zeichnen lassen",
				text: "Mit Schriftgröße, Farben und dem Platz für den QR-Code.",
				meetingId: made.meetingId,
				recommendationId: null,
				postId,
				memberId: null,
				dueOn: daysFrom(today(at(100).now), 0),
				isPublic: true,
			},
		),
	);
	const text = "Das Muster liegt vor und wurde mit dem Verein für Menschen mit Sehbehinderung geprüft.";
	must(await reportOnTask({ ...at(104), actor: house }, { id: task.id, state: "done", text }));
}

/** Held not long ago: a secret vote whose result is published, one that runs, minutes with time for objections, a task. */
async function secondMeeting({ at, as, personIds, postId }: GroupsStage, group: GroupMade): Promise<void> {
	const made = await meeting(at(24), {
		groupId: group.id,
		startsAt: onTheHour(at(9, 16).now),
		title: "Zweite Sitzung",
		item: "Welche Strecke fährt der Rufbus zuerst?",
	});
	const before = { ...at(23), actor: house };
	const item = { meetingId: made.meetingId, isPublic: true, takenUpId: null };
	const evening = must(await addAgendaItem(before, { ...item, title: "Rufbus am Abend und am Wochenende" }));
	await attendance(at(9, 19), made.meetingId, everybody(group));
	const chair = (await as("countyAdmin", 8)).actor;
	const routes = await openedVote(at(9, 18), {
		meetingId: made.meetingId,
		agendaItemId: made.agendaItemId,
		responsiblePostId: postId,
		title: "Erste Strecke für den Rufbus",
		wording: "Auf welcher Strecke soll der **Rufbus** zuerst fahren?",
		ballot: {
			mode: "secret",
			method: { method: "score", highest: 5, passive: false },
			options: ["Mendig – Thür – Kottenheim", "Polch – Ochtendung", "Rhens – Brey – Spay"],
		},
	});
	const points = {
		countyAdmin: [5, 3, 1],
		countyManager: [4, 4, 2],
		volunteer: [5, 1, 3],
		neighbour: [5, 2, 2],
	} as const;
	for (const [key, given] of Object.entries(points) as [keyof typeof points, readonly number[]][]) {
		const choice = Object.fromEntries(given.map((value, index) => [String(index + 1), value]));
		must(
			await castSecretVote(await as(key, 9, 19), {
				id: routes.id,
				membershipId: seatOf(group, personIds[key]),
				choice,
			}),
		);
	}
	must(await closeVote({ ...at(9, 20), actor: house }, { id: routes.id }));
	const recordedAt = at(9, 20).now;
	must(await certify({ ...at(8), actor: chair }, { id: routes.id, recordedAt }));
	must(await publish({ ...at(8), actor: house }, { id: routes.id }));
	const running = await openedVote(at(6), {
		meetingId: made.meetingId,
		agendaItemId: evening.agendaItemId,
		responsiblePostId: postId,
		title: "Rufbus am Abend ein Jahr lang erproben",
		wording:
			"Der Arbeitskreis empfiehlt dem Kreistag, den **Rufbus** ein Jahr lang von 19 bis 23 Uhr und am Wochenende fahren zu lassen und danach zu berichten.",
		ballot: { mode: "named", closesAt: onTheHour(at(-5, 20).now), remindAt: onTheHour(at(-3, 8).now) },
	});
	for (const key of ["volunteer", "neighbour"] as const) {
		const vote = { id: running.id, membershipId: seatOf(group, personIds[key]), choice: "yes", reason: "" };
		must(await castVote(await as(key, 5), vote));
	}
	const keeper = await as("countyManager", 7);
	const { id: minutesId } = must(
		await beginMinutes(keeper, {
			meetingId: made.meetingId,
			presidedById: personIds.countyAdmin,
			minuteTakerId: personIds.countyManager,
		}),
	);
	const text =
		"Der Verkehrsverbund hat drei Strecken vorgestellt. Mitglieder fragten nach Bussen, die auch mit Rollstuhl zu nutzen sind.";
	const note = { minutesId, noteId: null, agendaItemId: made.agendaItemId, speakerId: null, text, isPublic: true };
	must(await saveNote(keeper, note));
	must(await circulate(await as("countyManager", 6), { minutesId, objectionsUntil: daysFrom(today(at(6).now), 14) }));
	must(
		await createTask(
			{ ...at(8), actor: house },
			{
				groupId: group.id,
				title: "Beim Verkehrsverbund nach Bussen für Rollstühle fragen",
				text: "Wie viele gibt es, und was kostet einer im Monat?",
				meetingId: made.meetingId,
				recommendationId: null,
				postId,
				memberId: null,
				dueOn: daysFrom(today(at(0).now), 12),
				isPublic: true,
			},
		),
	);
}

function seatOf(group: GroupMade, personId: string): string {
	const seat = group.members.find((member) => member.personId === personId);
	if (!seat) throw new Error(`${personId} has no seat`);
	return seat.membershipId;
}

const draft = `## Worum es geht

Wer im Landkreis lebt, soll auch ohne eigenes Auto zur Arbeit, zum Arzt und zu Freunden kommen.

## Busse

Jeder Ort mit mehr als 500 Menschen ist von 6 bis 20 Uhr jede Stunde zu erreichen.

Am Abend und am Wochenende fährt ein Rufbus. Er wird eine Stunde vorher am Telefon bestellt.

## Haltestellen

Jede Haltestelle hat eine Bank, ein Dach und einen Fahrplan in großer Schrift.`;

/** The group's text: a public version, then a draft with a remark and suggestions, one taken over, one open. */
async function textInHand({ at, as }: GroupsStage, group: GroupMade): Promise<void> {
	const { id: documentId } = await groupDocument(at(60), {
		groupId: group.id,
		title: "Ziele für Bus und Bahn im Landkreis",
		text: draft,
	});
	await groupVersion(at(40), { documentId, reason: "Stand für die zweite Sitzung", isPublic: true });
	must(await beginDraft({ ...at(39), actor: house }, { documentId }));
	const place = { documentId, before: "", after: "", onBehalfOf: null };
	const earlier = must(
		await suggest(await as("volunteer", 30), {
			...place,
			quote: "eine Bank, ein Dach",
			replacement: "eine Bank, ein Dach, Licht",
			reason: "Am Abend stehen Menschen sonst im Dunkeln.",
		}),
	);
	const decided = {
		documentId,
		suggestionId: earlier.id,
		accept: true,
		decision: "Das war auch in der Sitzung so gewollt.",
	};
	must(await decideSuggestion(await as("countyAdmin", 20), decided));
	must(
		await suggest(await as("neighbour", 6), {
			...place,
			quote: "eine Stunde vorher",
			replacement: "eine halbe Stunde vorher",
			reason: "Nach einem Arzttermin weiß man nicht genau, wann man fertig ist.",
		}),
	);
	must(
		await addComment(await as("volunteer", 4), {
			documentId,
			parentId: null,
			quote: "am Telefon bestellt",
			before: "",
			after: "",
			body: "Wer nicht hören kann, braucht einen anderen Weg: SMS oder eine Seite im Internet.",
		}),
	);
}

/** What members have before them: a question in writing and the next meeting. */
async function comingUp({ at }: GroupsStage, group: GroupMade): Promise<void> {
	await circular(at(2), {
		groupId: group.id,
		title: "Stellungnahme zum Fahrplan im nächsten Jahr",
		proposal:
			"Der Arbeitskreis bittet den Verkehrsverbund, den letzten Bus von Mayen nach Polch um 22 Uhr beizubehalten.",
	});
	await meeting(at(4), {
		groupId: group.id,
		startsAt: onTheHour(at(-10, 16).now),
		title: "Dritte Sitzung",
		item: "Was kostet der Rufbus, und wer zahlt nach dem Probejahr?",
	});
}

/** Founded, not yet constituted: its call is open. */
async function lookingForMembers({ at, organisations }: GroupsStage): Promise<void> {
	const group = await workingGroup(at(20), {
		organisationId: organisations.andernach,
		name: "Arbeitskreis Stadtgrün",
		mandate:
			"Der Arbeitskreis berät, wo in Andernach Bäume gepflanzt werden und wie sie im Sommer genug Wasser bekommen.",
		validFrom: daysFrom(today(at(20).now), 0),
		members: [
			{ bench: "administration", person: { givenName: "Klaus", familyName: "Esser" }, function: "chair" },
			{ bench: "politics", person: { givenName: "Heike", familyName: "Nachtsheim" } },
			{ bench: "advisory", person: { givenName: "Björn", familyName: "Rüber" } },
		],
	});
	const call = await seatCall(at(12), {
		groupId: group.id,
		text: "Wir suchen drei Menschen aus Andernach, denen Bäume und Schatten in der Stadt wichtig sind. Die Plätze werden ausgelost, damit alle die gleiche Chance haben.",
		seats: 3,
		livesIn: "Andernach",
		minAge: 14,
		strataQuestion: "Wo in Andernach wohnen Sie?",
		strata: [
			{ label: "Kernstadt", seats: 2 },
			{ label: "Stadtteile", seats: 1 },
		],
		closesAt: onTheHour(at(-11, 20).now),
	});
	for (const [givenName, familyName, stratum] of [
		["Anke", "Pretz", 1],
		["Yusuf", "Aydın", 1],
		["Lotte", "Hommer", 2],
	] as const) {
		const email = `${familyName.toLowerCase().replace("ı", "i")}@bewerbung.example`;
		await application(at(6), { callId: call.id, email, givenName, familyName, stratum });
	}
}
