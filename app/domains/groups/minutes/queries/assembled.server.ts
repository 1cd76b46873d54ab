import { personNames } from "~/domains/accounts/index.server";
import { storedRichText } from "~/platform/rich-text/check.server";
import { plainText } from "~/platform/rich-text/render.server";
import type { View } from "~/platform/world.server";
import { storedDecisionRule } from "../../../counting/index";
import { countOf, optionsOf } from "../../deciding/count.server";
import { countSentences } from "../../deciding/ui/count-sentences";
import { decisionRuleWords } from "../../deciding/ui/decision-rule-words";
import { benchKind, seatsOn } from "../../group";
import { formatOf } from "../../meetings/meeting";
import { dayText, personSelection } from "../../queries/names.server";
import type { Decided, MinutesContent, Names, Participant } from "../content";
import { presenceOf, visitorsOf } from "./who-was-there.server";

/** A guest of the meeting is no person that the house knows. */
type Named = { personId: string | null; name: string | null; isPublic: boolean };
type Assembled = { content: MinutesContent; people: ReadonlyMap<string, Named> };

/** Texts of the record are German, whoever reads them: they are frozen. */
const language = "de";

/**
 * Minutes as the recorded facts give them at this moment: day, place, participants with their times, agenda, wording, rule,
 * votes by bench, results. Nothing of this can be typed into minutes. The one place that reads what a vote recorded.
 */
export async function assembled(
	view: Pick<View, "db">,
	minutes: { id: string; meetingId: string; presidedById: string; minuteTakerId: string },
): Promise<Assembled> {
	const meeting = await view.db.meeting.findUniqueOrThrow({
		where: { id: minutes.meetingId },
		include: {
			group: { select: { id: true, name: true } },
			// who was there from the beginning stands without a time
			attendances: { orderBy: [{ arrivedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }] },
			invitations: {
				where: { guestId: { not: null } },
				include: { guest: { include: { items: { select: { agendaItemId: true } } } } },
				orderBy: { id: "asc" },
			},
			agenda: {
				orderBy: { position: "asc" },
				include: {
					recommendations: {
						where: { cancelledAt: null },
						include: {
							tallies: true,
							ballot: true,
							electorate: { where: { biased: true }, select: { membershipId: true } },
						},
						orderBy: [{ openedAt: "asc" }, { id: "asc" }],
					},
					minutesNotes: { where: { minutesId: minutes.id }, orderBy: [{ position: "asc" }, { id: "asc" }] },
					writtenAnswers: { select: { membershipId: true, answeredById: true, fromPaper: true } },
					tasks: { include: { task: { select: { title: true } } }, orderBy: { taskId: "asc" } },
				},
			},
		},
	});
	const memberships = await view.db.groupMembership.findMany({
		where: { groupId: meeting.group.id },
		include: { person: { select: personSelection } },
		orderBy: [{ benchKind: "asc" }, { validFrom: "asc" }, { id: "asc" }],
		take: 1000,
	});
	const officers = await personNames(view, [minutes.presidedById, minutes.minuteTakerId]);

	const people = new Map<string, Named>();
	const member = (key: string) => {
		const row = memberships.find(({ id }) => id === key);
		if (row) people.set(key, { personId: row.personId, isPublic: row.nameIsPublic, name: nameOf(row.person) });
		return key;
	};
	// whoever sits in the group stands under the seat, also as the one who presided or wrote
	const officer = (personId: string) => {
		const seat = memberships.find((one) => one.personId === personId && one.validFrom <= meeting.day);
		if (seat) return member(seat.id);
		people.set(personId, { personId, isPublic: false, name: officers.get(personId) ?? null });
		return personId;
	};

	const participants = seatsOn(memberships, meeting.day).map((seat): Participant => {
		const spans = presenceOf(meeting, seat, memberships);
		for (const { representedBy } of spans) if (representedBy) member(representedBy);
		const [first, ...again] = spans;
		return {
			key: member(seat.id),
			bench: benchKind(seat.benchKind),
			function: seat.function,
			present: first !== undefined,
			...(first ?? { representedBy: null, from: null, until: null }),
			...(again.length > 0 && { again }),
		};
	});
	const figures = new Map<string, Pick<Decided, "benches" | "figures">>();
	for (const vote of meeting.agenda.flatMap(({ recommendations }) => recommendations)) {
		const count = await countOf(view.db, vote);
		const words = count ? countSentences(language, count, optionsOf(vote.ballot)) : [];
		// a secret vote keeps no sums; its papers are counted
		const counted = count?.method === "majority" && count.byBench.length > 0 ? count.byBench : null;
		const benches = (counted ?? vote.tallies.map(({ benchKind: bench, ...sums }) => ({ bench, ...sums })))
			.map(({ bench, electorate, present, yes, no, abstain }) => ({
				bench: benchKind(bench),
				electorate,
				present,
				yes,
				no,
				abstain,
			}))
			.toSorted((one, other) => one.bench.localeCompare(other.bench));
		figures.set(vote.id, words.length > 0 ? { benches, figures: words } : { benches });
	}
	const visitors = visitorsOf(meeting);
	for (const { key, name } of visitors) people.set(key, { personId: null, isPublic: false, name });
	const content: MinutesContent = {
		group: meeting.group.name,
		title: meeting.title,
		day: dayText(meeting.day),
		startsAt: meeting.startsAt.toISOString(),
		format: formatOf(meeting.format),
		place: meeting.place,
		isPublic: meeting.isPublic,
		presidedBy: officer(minutes.presidedById),
		minuteTaker: officer(minutes.minuteTakerId),
		participants,
		visitors: visitors.map(({ name: _, ...visitor }) => visitor),
		items: meeting.agenda.map(({ position, title, isPublic, recommendations, minutesNotes, tasks }) => ({
			position,
			title,
			isPublic,
			notes: minutesNotes.map(({ text, speakerId, isPublic: noteIsPublic }) => ({
				text,
				speaker: speakerId && member(speakerId),
				isPublic: noteIsPublic,
			})),
			tasks: tasks.map(({ task }) => task.title),
			decisions: recommendations.map(
				(row): Decided => ({
					code: row.code,
					title: row.title,
					wording: plainText(storedRichText(row.wording)),
					hash: row.wordingHash,
					rule: decisionRuleWords(language, storedDecisionRule(row.rule), optionsOf(row.ballot)),
					result: row.result,
					...(figures.get(row.id) ?? { benches: [] }),
					biased: row.electorate.map(({ membershipId }) => member(membershipId)).toSorted(),
				}),
			),
		})),
	};
	return { content, people };
}

function nameOf({ displayName, erasedAt }: { displayName: string; erasedAt: Date | null }): string | null {
	return erasedAt ? null : displayName;
}

/** The names of an assembled or stored text by their keys. */
export function namesOf(people: ReadonlyMap<string, { name: string | null; isPublic: boolean }>): Names {
	return new Map([...people].map(([key, { name, isPublic }]) => [key, { name, isPublic }]));
}
