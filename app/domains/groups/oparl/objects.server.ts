import { createHash } from "node:crypto";
import { bodyOfOrganisation } from "~/domains/council/index.server";
import { guest } from "~/platform/actor";
import { houseAddress } from "~/platform/address.server";
import { dayOf, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { announced, stateOf } from "../meetings/meeting";
import { mayReadGroup } from "../policy.server";
import { isOpen } from "../queries/find-group.server";
import { addressOf, bodyAddress, type ServedType, typeAddress } from "./address.server";

type Plain = string | number | boolean | Plain[] | { [name: string]: Plain };
type Data = { [name: string]: Plain };

/** An object as it is served, without the stamps that depend on when it appeared. */
export type PublicObject = { type: ServedType; key: string; organisationId: string; data: Data };

/** Names of our own attributes, as OParl asks of vendors. */
const own = (name: string) => `gemeinwerk:${name}`;

/** Leaves out what is not there: OParl wants no null. */
function without(data: { [name: string]: Plain | null | undefined }): Data {
	return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, Plain] => entry[1] != null));
}

const groupSelection = {
	id: true,
	organisationId: true,
	slug: true,
	name: true,
	isPublic: true,
	validFrom: true,
	validUntil: true,
	organisation: { select: { name: true, space: { select: { slug: true, name: true, openedAt: true } } } },
} as const;

const most = 5000;

function moment(date: Date): string {
	return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}

const day = (date: Date) => fromStored(date).toString();

/**
 * All that everybody may read of working groups, as OParl objects: public groups in open places, meetings that were announced as
 * public, public agenda items, published recommendations, and members who agreed to be named. Everything else is not there.
 */
export async function publicObjects({ db, now }: Pick<View, "db" | "now">): Promise<PublicObject[]> {
	const rows = await db.workingGroup.findMany({
		where: { isPublic: true, organisation: { space: { openedAt: { lte: now } } } },
		orderBy: { id: "asc" },
		take: most,
		select: groupSelection,
	});
	const groups = rows.filter((group) => {
		const spaceIsOpen = isOpen(group.organisation.space, now);
		return mayReadGroup(guest, { ...group, spaceIsOpen, functions: [] });
	});
	const ids = groups.map(({ id }) => id);
	const [members, meetings, recommendations] = await Promise.all([
		db.groupMembership.findMany({
			where: { groupId: { in: ids }, nameIsPublic: true, person: { erasedAt: null } },
			orderBy: { id: "asc" },
			take: most,
			select: {
				id: true,
				groupId: true,
				function: true,
				validFrom: true,
				validUntil: true,
				person: { select: { displayName: true } },
			},
		}),
		db.meeting.findMany({
			where: { groupId: { in: ids }, isPublic: true, ...announced },
			orderBy: { id: "asc" },
			take: most,
			include: {
				agenda: { where: { isPublic: true }, orderBy: { position: "asc" } },
				attendances: {
					where: { membership: { nameIsPublic: true } },
					select: { membershipId: true, substituteId: true },
				},
			},
		}),
		db.recommendation.findMany({
			where: { groupId: { in: ids }, publishedAt: { lte: now } },
			orderBy: { id: "asc" },
			take: most,
			include: { tallies: { orderBy: { benchKind: "asc" } } },
		}),
	]);
	const owners = new Map(groups.map((group) => [group.id, group.organisationId]));
	const named = new Set(members.map(({ id }) => id));
	const itemsShown = new Map(
		meetings.flatMap(({ agenda }) => agenda.map((item) => [item.id, item.meetingId] as const)),
	);
	const bodies = await bodyOfOrganisation(db, [...new Set(groups.map((group) => group.organisationId))]);
	const objects: PublicObject[] = [];
	const add = (type: ServedType, key: string, groupId: string, data: { [name: string]: Plain | null | undefined }) => {
		const organisationId = owners.get(groupId) ?? "";
		const whole = { id: addressOf(type, key), type: typeAddress(type), ...without(data) };
		objects.push({ type, key, organisationId, data: whole });
		return whole;
	};

	for (const group of groups) {
		const { id, organisation } = group;
		const path = `/o/${organisation.space?.slug ?? ""}/arbeitskreise/${group.slug}`;
		add("Organization", id, id, {
			body: bodyAddress(),
			name: group.name,
			organizationType: "Sonstiges",
			classification: "AG",
			// a group of an administration is none of its organs; its body is named, not imitated
			externalBody: bodies.get(group.organisationId),
			membership: members.filter(({ groupId }) => groupId === id).map((one) => addressOf("Membership", one.id)),
			meeting: houseAddress(`/oparl/v1/organization/${id}/meetings`),
			startDate: day(group.validFrom),
			endDate: group.validUntil && lastDay(group.validUntil),
			web: houseAddress(path),
			[own("owner")]: organisation.name,
		});
	}
	for (const { id, groupId, person, ...member } of members) {
		const membership = add("Membership", id, groupId, {
			person: addressOf("Person", id),
			organization: addressOf("Organization", groupId),
			role: functions[member.function] ?? "Mitglied",
			votingRight: member.function !== "substitute",
			startDate: day(member.validFrom),
			endDate: member.validUntil && lastDay(member.validUntil),
		});
		add("Person", id, groupId, { body: bodyAddress(), name: person.displayName, membership: [membership] });
	}
	for (const recommendation of recommendations) addRecommendation(recommendation);
	for (const meeting of meetings) {
		const { id, groupId } = meeting;
		const group = groups.find((one) => one.id === groupId);
		const location = add("Location", id, groupId, { description: meeting.place });
		const agendaItem = meeting.agenda.map((item) => {
			const decided = recommendations.find((one) => one.agendaItemId === item.id);
			return add("AgendaItem", item.id, groupId, {
				meeting: addressOf("Meeting", id),
				number: String(item.position),
				order: item.position,
				name: item.title,
				public: true,
				consultation: decided && addressOf("Consultation", decided.id),
				result: decided && results[decided.result ?? ""],
				resolutionText: decided?.wordingText,
			});
		});
		const present = meeting.attendances.map(({ membershipId, substituteId }) => substituteId ?? membershipId);
		add("Meeting", id, groupId, {
			name: meeting.title,
			meetingState: stateOf(meeting) === "held" ? "durchgeführt" : "eingeladen",
			start: moment(meeting.startsAt),
			location,
			organization: [addressOf("Organization", groupId)],
			participant: present.filter((one) => named.has(one)).map((one) => addressOf("Person", one)),
			agendaItem,
			web: houseAddress(
				`/o/${group?.organisation.space?.slug ?? ""}/arbeitskreise/${group?.slug ?? ""}/sitzungen/${id}`,
			),
		});
	}
	return objects;

	function addRecommendation(row: (typeof recommendations)[number]) {
		const { id, groupId } = row;
		const meetingId = itemsShown.get(row.agendaItemId);
		const bytes = Buffer.from(row.wordingText);
		const name = `empfehlung-${row.code}.txt`;
		const mainFile = add("File", id, groupId, {
			name: row.title,
			fileName: name,
			mimeType: "text/plain",
			size: bytes.length,
			sha512Checksum: createHash("sha512").update(bytes).digest("hex"),
			text: row.wordingText,
			accessUrl: houseAddress(`/oparl/v1/download/${id}`),
			downloadUrl: houseAddress(`/oparl/v1/download/${id}`),
		});
		const consultation = add("Consultation", id, groupId, {
			paper: addressOf("Paper", id),
			// the meeting or the item may be closed: what was recommended there is public all the same
			agendaItem: meetingId && addressOf("AgendaItem", row.agendaItemId),
			meeting: meetingId && addressOf("Meeting", meetingId),
			organization: [addressOf("Organization", groupId)],
			authoritative: false,
			role: "Empfehlung",
		});
		add("Paper", id, groupId, {
			body: bodyAddress(),
			name: row.title,
			reference: row.code,
			date: row.publishedAt && dayOf(row.publishedAt).toString(),
			paperType: "Empfehlung",
			mainFile,
			originatorOrganization: [addressOf("Organization", groupId)],
			consultation: [consultation],
			web: houseAddress(`/empfehlung/${row.code}`),
			[own("result")]: results[row.result ?? ""],
			[own("wordingSha256")]: row.wordingHash,
			[own("votes")]: row.tallies.map(({ benchKind, electorate, present, yes, no, abstain }) =>
				without({ bench: benches[benchKind] ?? benchKind, electorate, present, yes, no, abstain }),
			),
		});
	}
}

/** A stored end is the first day that does not belong to it any more; OParl names the last that does. */
function lastDay(end: Date): string {
	return fromStored(end).subtract({ days: 1 }).toString();
}

const functions: Record<string, string> = {
	chair: "Vorsitz",
	deputy: "Stellvertretender Vorsitz",
	member: "Mitglied",
	substitute: "Stellvertretendes Mitglied",
};
/** A recommendation is no "Beschluss", whatever becomes of it (areas/working-groups.md, invariant 9). */
const results: Record<string, string> = {
	adopted: "empfohlen",
	rejected: "nicht empfohlen",
	"not-decided": "nicht entschieden",
};
const benches: Record<string, string> = {
	administration: "Verwaltung",
	politics: "Politik",
	advisory: "Beiräte",
	citizens: "Bürgerschaft",
};
