import { personIdOf } from "~/platform/actor";
import { inForce } from "~/platform/calendar.server";
import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { benchKind, seatsOn } from "../../group";
import { guestsIn } from "../../guests/guests-in";
import { mayRunGroup, seesInside } from "../../policy.server";
import { readableGroup } from "../../queries/group-page.server";
import { memberName, personSelection } from "../../queries/names.server";
import { replyPath } from "../invitation/token.server";
import { announced, formatOf, stateOf } from "../meeting";
import { currentItem, standingAt } from "./standing.server";

/**
 * A meeting as its reader may see it: closed items are left out for outsiders, and the page says how many.
 * @throws NotFound when it is none of that group, not public or not announced yet
 */
export async function meetingPage(view: View, at: { place: string; group: string; meeting: string }) {
	const group = await readableGroup(view, at);
	const inside = seesInside(view.actor, group);
	const personId = personIdOf(view.actor);
	const meeting = await view.db.meeting.findFirst({
		where: { id: at.meeting, groupId: group.id, ...(inside ? {} : { isPublic: true, ...announced }) },
		include: {
			agenda: {
				include: {
					takenUp: true,
					biases: { include: { membership: { include: { person: { select: personSelection } } } } },
					recommendations: {
						where: { publishedAt: { lte: view.now } },
						select: { code: true, title: true, result: true },
					},
				},
				orderBy: { position: "asc" },
				take: 100,
			},
			attendances: {
				include: { substitute: { include: { person: { select: personSelection } } } },
				orderBy: [{ arrivedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
			},
			invitations: {
				where: { OR: [{ guestId: { not: null } }, { membership: { personId: personId ?? none } }] },
				include: { guest: { include: { items: { select: { agendaItemId: true } } } } },
				orderBy: { id: "asc" },
			},
		},
	});
	if (!meeting) throw new NotFound();
	const guests = guestsIn(meeting);
	const seen = meeting.agenda.filter(({ isPublic }) => isPublic || inside);
	const ownSeats = personId ? await seatsOf(view, { groupId: group.id, personId, day: meeting.day }) : [];
	const own = meeting.invitations.find(({ membershipId }) => membershipId !== null);
	const state = stateOf(meeting);
	const circular = meeting.format === "circular";
	const subjects = await resolveSubjects(
		view,
		seen.flatMap(({ takenUp }) => (takenUp ? [{ kind: takenUp.subjectKind, id: takenUp.subjectId }] : [])),
	);
	return {
		id: meeting.id,
		place: group.place,
		group: { name: group.name, slug: group.slug },
		/** The reader's own seat on the day. */
		ownSeat: ownSeats[0] ?? null,
		title: meeting.title,
		startsAt: meeting.startsAt,
		where: meeting.place,
		isPublic: meeting.isPublic,
		format: formatOf(meeting.format),
		endsAt: meeting.endsAt,
		/** Outsiders read that people may listen; the link is for those who were invited. */
		onlineUrl: inside ? meeting.onlineUrl : null,
		cancelReason: meeting.cancelReason,
		/** For the entry in a calendar. */
		dates: {
			sequence: meeting.sequence,
			changedAt: meeting.changedAt,
			createdAt: meeting.createdAt,
			cancelledAt: meeting.cancelledAt,
		},
		state,
		may: {
			run: mayRunGroup(view.actor, group),
			answer: inside && circular && (state === "invited" || state === "running"),
			readAnswers: inside && circular && state === "held",
			tables: inside && meeting.format === "workshop",
		},
		replyHref: own && (state === "invited" || state === "planned") && !circular ? replyPath(own.id) : null,
		live:
			state === "running" && !circular
				? await standingAt(view, group, meeting, { itemId: currentItem(meeting.agenda)?.id ?? null, at: view.now })
				: null,
		called: calledIn(meeting.agenda, inside),
		// outside nobody learns who is invited, and of who came only that they did
		guests: guests
			.filter(({ arrivedAt }) => arrivedAt !== null)
			.map(({ id, name, reporting }) => ({ id, name: inside ? name : null, reporting })),
		invitedGuests: inside
			? guests
					.filter(({ arrivedAt, items }) => arrivedAt === null && items.length === 0)
					.flatMap(({ name }) => name ?? [])
			: [],
		closedItems: meeting.agenda.length - seen.length,
		agenda: seen.map(({ id, position, title, isPublic, takenUp, recommendations, biases, ...item }) => {
			// who is biased in a closed item reads that it is there, and nothing of what it is about
			const ownBias = biases.find(({ membershipId }) => ownSeats.includes(membershipId));
			const subject = !(ownBias && !isPublic) && takenUp && subjects.get(`${takenUp.subjectKind}:${takenUp.subjectId}`);
			return {
				id,
				position,
				title,
				isPublic,
				subject: subject ? { title: subject.title, href: subject.href, kindLabel: subject.kindLabel } : null,
				recommendations,
				minutes: item.plannedMinutes,
				carried: item.carriedFromId !== null,
				outcome: item.outcome,
				proposal: isPublic || inside ? item.proposal : null,
				guests: inside ? guests.filter(({ items }) => items.includes(position)).flatMap(({ name }) => name ?? []) : [],
				biased: biases.length,
				biasedNames: inside ? biases.map(({ membership }) => memberName(view, membership, true) ?? "") : [],
				bias:
					ownSeats.length > 0 && (state === "planned" || state === "invited" || state === "running")
						? { declared: ownBias !== undefined }
						: null,
			};
		}),
		attendance: meeting.begunAt && !circular ? await attendanceOf(view, { ...meeting, groupId: group.id }, inside) : [],
	};
}

type Held = {
	groupId: string;
	day: Date;
	attendances: {
		membershipId: string;
		arrivedAt: Date | null;
		leftAt: Date | null;
		substitute: { nameIsPublic: boolean; person: { displayName: string; erasedAt: Date | null } } | null;
	}[];
};

/** Every seat of the meeting's day: there, represented or not. */
async function attendanceOf(view: View, meeting: Held, inside: boolean) {
	const memberships = await view.db.groupMembership.findMany({
		where: { groupId: meeting.groupId },
		include: { person: { select: personSelection } },
		orderBy: [{ benchKind: "asc" }, { validFrom: "asc" }, { id: "asc" }],
		take: 1000,
	});
	return seatsOn(memberships, meeting.day).map((seat) => ({
		id: seat.id,
		bench: benchKind(seat.benchKind),
		name: memberName(view, seat, inside),
		/** None for who was not there; several for who left and came again. */
		spans: meeting.attendances
			.filter(({ membershipId }) => membershipId === seat.id)
			.map(({ substitute, arrivedAt, leftAt }) => ({
				represented: substitute !== null,
				substitute: substitute && memberName(view, substitute, inside),
				arrivedAt,
				leftAt,
			})),
	}));
}

/** No person has it. */
const none = "00000000-0000-0000-0000-000000000000";

/** The seats that somebody holds on a day. */
async function seatsOf(view: View, { groupId, personId, day }: { groupId: string; personId: string; day: Date }) {
	const rows = await view.db.groupMembership.findMany({
		where: { groupId, personId, function: { not: "substitute" }, ...inForce(day) },
		select: { id: true },
	});
	return rows.map(({ id }) => id);
}

type Called = { position: number; title: string; isPublic: boolean; calledAt: Date | null; closedAt: Date | null };

function calledIn(agenda: readonly Called[], inside: boolean) {
	const item = currentItem(agenda);
	return item && { position: item.position, title: item.isPublic || inside ? item.title : null };
}
