import { houseAddress } from "~/platform/address.server";
import { dayOf } from "~/platform/calendar.server";
import { formatFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { announced, type MeetingState, stateOf } from "../meetings/meeting";
import { decisionKind } from "../recommendations/life";
import { addressOf } from "./address.server";
import type { minutesFiles } from "./minutes-files.server";
import type { PublishedDecision } from "./paper-objects.server";
import { type Add, moment, textFile, weighed } from "./public-object.server";
import { resultWord } from "./words";

const most = 5000;

/** Meetings of these groups that were announced as public, with their public items and who agreed to be named there. */
export function publicMeetings(db: Pick<View, "db">["db"], groupIds: string[]) {
	return db.meeting.findMany({
		where: { groupId: { in: groupIds }, isPublic: true, ...announced },
		orderBy: { id: "asc" },
		take: most,
		include: {
			agenda: { where: { isPublic: true }, orderBy: { position: "asc" } },
			attendances: {
				where: { membership: { nameIsPublic: true } },
				orderBy: { id: "asc" },
				select: { membershipId: true, substituteId: true },
			},
		},
	});
}
type PublicMeeting = Awaited<ReturnType<typeof publicMeetings>>[number];

type Beside = {
	group: { name: string; path: string };
	decisions: readonly PublishedDecision[];
	minutes: Awaited<ReturnType<typeof minutesFiles>>;
	/** Ids of the memberships whose bearers are named. */
	named: ReadonlySet<string>;
};

/** The three states that OParl knows; that a meeting is off is a field of its own. */
const states = {
	planned: "terminiert",
	invited: "eingeladen",
	running: "durchgeführt",
	held: "durchgeführt",
	cancelled: "eingeladen",
} as const satisfies Record<MeetingState, string>;

/** A meeting with place, public agenda, invitation and, once they are final, its minutes in their public version. */
export function addMeeting(add: Add, meeting: PublicMeeting, { group, decisions, minutes, named }: Beside) {
	const { id, groupId } = meeting;
	const location = meeting.place === "" ? undefined : add("Location", id, groupId, { description: meeting.place });
	const agendaItem = meeting.agenda.map((item) => {
		const decided = decisions.find((one) => one.agendaItemId === item.id);
		return add("AgendaItem", item.id, groupId, {
			meeting: addressOf("Meeting", id),
			number: String(item.position),
			order: item.position,
			name: item.title,
			public: true,
			consultation: decided && addressOf("Consultation", decided.id),
			result: decided
				? resultWord(decisionKind(decided.particulars?.kind), decided.result)
				: outcomes[item.outcome ?? ""],
			resolutionText: decided?.wordingText,
			start: item.calledAt && moment(item.calledAt),
			end: item.closedAt && moment(item.closedAt),
		});
	});
	const text = invitationText(meeting, group.name);
	const invitation =
		meeting.invitedAt &&
		add("File", id, groupId, {
			name: `Einladung: ${meeting.title}`,
			date: dayOf(meeting.invitedAt).toString(),
			...textFile(id, `einladung-${dayOf(meeting.startsAt)}.txt`, "text/plain"),
			...weighed(text),
			text,
		});
	const written = minutes.get(id);
	const present = meeting.attendances.map(({ membershipId, substituteId }) => substituteId ?? membershipId);
	add("Meeting", id, groupId, {
		name: meeting.title,
		meetingState: states[stateOf(meeting)],
		cancelled: meeting.cancelledAt !== null,
		start: moment(meeting.startsAt),
		end: meeting.endsAt && moment(meeting.endsAt),
		location,
		organization: [addressOf("Organization", groupId)],
		participant: [...new Set(present)].filter((one) => named.has(one)).map((one) => addressOf("Person", one)),
		invitation,
		resultsProtocol: written && add("File", written.key, groupId, written.data),
		agendaItem,
		web: houseAddress(`${group.path}/sitzungen/${id}`),
	});
}

/** What became of an item without a decision that is public. */
const outcomes: Record<string, string> = { done: "behandelt", postponed: "vertagt" };

/** The public part of an invitation: no link to an online meeting, no closed item. */
function invitationText({ title, startsAt, endsAt, place, format, agenda }: PublicMeeting, group: string): string {
	const { dateTime } = formatFor("de");
	const when =
		format === "circular"
			? `Antworten bis: ${dateTime(endsAt ?? startsAt)} Uhr (Umlaufverfahren)`
			: `Beginn: ${dateTime(startsAt)} Uhr`;
	return `${[
		group,
		title,
		when,
		...(place === "" ? [] : [`Ort: ${place}`]),
		"",
		"Tagesordnung (öffentlicher Teil)",
		...agenda.map((item) => `${item.position}. ${item.title}`),
	].join("\n")}\n`;
}
