import { bodyOfOrganisation } from "~/domains/council/index.server";
import { isOpenSpace } from "~/domains/organisations/index.server";
import { guest } from "~/platform/actor";
import { houseAddress } from "~/platform/address.server";
import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { bodyKindOf, charterOn } from "../charter/charter";
import { mayReadGroup } from "../policy.server";
import { addressOf, bodyAddress } from "./address.server";
import { addMeeting, publicMeetings } from "./meeting-objects.server";
import { minutesFiles } from "./minutes-files.server";
import {
	addDecision,
	addFiles,
	addTexts,
	publicFiles,
	publicVersions,
	publishedDecisions,
} from "./paper-objects.server";
import { type Add, day, gatherer, lastDay, own, type PublicObject } from "./public-object.server";
import { benchWords, bodyKindWords, classifications, functionWords } from "./words";

const groupSelection = {
	id: true,
	organisationId: true,
	slug: true,
	name: true,
	isPublic: true,
	parentId: true,
	validFrom: true,
	validUntil: true,
	charters: { select: { bodyKind: true, validFrom: true } },
	organisation: { select: { name: true, space: { select: { slug: true, name: true, openedAt: true } } } },
} as const;

const most = 5000;

/**
 * All that everybody may read of working groups, as OParl objects: public groups in open places, meetings that were announced as
 * public with their public items and minutes, published decisions, public versions of texts, public papers, and members who
 * agreed to be named. Everything else is not there.
 */
export async function publicObjects(view: Pick<View, "db" | "now">): Promise<PublicObject[]> {
	const { db, now } = view;
	const rows = await db.workingGroup.findMany({
		where: { isPublic: true, organisation: { space: { openedAt: { lte: now } } } },
		orderBy: { id: "asc" },
		take: most,
		select: groupSelection,
	});
	const groups = rows.flatMap((group) => {
		const { space } = group.organisation;
		const readable = mayReadGroup(guest, { ...group, spaceIsOpen: isOpenSpace(space, now), functions: [] });
		return readable && space ? [{ ...group, place: space, path: `/o/${space.slug}/arbeitskreise/${group.slug}` }] : [];
	});
	const ids = groups.map(({ id }) => id);
	const byId = new Map(groups.map((group) => [group.id, group]));
	const [members, meetings, decisions, versions, files, bodies] = await Promise.all([
		publicMembers(view, ids),
		publicMeetings(db, ids),
		publishedDecisions(db, ids, now),
		publicVersions(db, ids),
		publicFiles(db, ids),
		bodyOfOrganisation(db, [...new Set(groups.map((group) => group.organisationId))]),
	]);
	const minutes = await minutesFiles(
		view,
		meetings.flatMap(({ id, title, groupId, heldAt, invitedAt }) => {
			const group = byId.get(groupId);
			return group && (heldAt ?? invitedAt) ? [{ id, title, group, place: group.place }] : [];
		}),
	);
	const { objects, add } = gatherer(new Map(groups.map((group) => [group.id, group.organisationId])));
	for (const group of groups) {
		const bodyKind = bodyKindOf(charterOn(group.charters, today(now)).bodyKind);
		add("Organization", group.id, group.id, {
			body: bodyAddress(),
			name: group.name,
			organizationType: "Sonstiges",
			classification: classifications[bodyKind],
			// a group of an administration is none of its organs; its body is named, not imitated
			subOrganizationOf:
				group.parentId && byId.has(group.parentId) ? addressOf("Organization", group.parentId) : undefined,
			externalBody: bodies.get(group.organisationId),
			membership: members.filter(({ groupId }) => groupId === group.id).map((one) => addressOf("Membership", one.id)),
			meeting: houseAddress(`/oparl/v1/organization/${group.id}/meetings`),
			startDate: day(group.validFrom),
			endDate: group.validUntil && lastDay(group.validUntil),
			web: houseAddress(group.path),
			[own("owner")]: group.organisation.name,
			[own("bodyKind")]: bodyKindWords[bodyKind],
		});
	}
	addMembers(add, members);
	const pathOf = (groupId: string) => byId.get(groupId)?.path ?? "";
	const meetingOf = new Map(meetings.flatMap(({ id, agenda }) => agenda.map((item) => [item.id, id] as const)));
	const decided = new Set(decisions.map(({ id }) => id));
	for (const decision of decisions) addDecision(add, decision, meetingOf, (id) => decided.has(id));
	addTexts(add, versions, pathOf);
	addFiles(add, files, pathOf);
	const named = new Set(members.map(({ id }) => id));
	for (const meeting of meetings) {
		const group = { name: byId.get(meeting.groupId)?.name ?? "", path: pathOf(meeting.groupId) };
		addMeeting(add, meeting, { group, decisions, minutes, named });
	}
	return objects;
}

/** Members and substitutes who agreed that everybody reads their name, also those of earlier periods. */
function publicMembers({ db }: Pick<View, "db">, groupIds: string[]) {
	return db.groupMembership.findMany({
		where: { groupId: { in: groupIds }, nameIsPublic: true, person: { erasedAt: null } },
		orderBy: { id: "asc" },
		take: most,
		select: {
			id: true,
			groupId: true,
			benchKind: true,
			function: true,
			substituteForId: true,
			onBehalfOf: true,
			validFrom: true,
			validUntil: true,
			person: { select: { displayName: true } },
		},
	});
}

function addMembers(add: Add, members: Awaited<ReturnType<typeof publicMembers>>) {
	const named = new Set(members.map(({ id }) => id));
	for (const { id, groupId, person, substituteForId, ...member } of members) {
		const membership = add("Membership", id, groupId, {
			person: addressOf("Person", id),
			organization: addressOf("Organization", groupId),
			role: functionWords[member.function] ?? "Mitglied",
			votingRight: member.function !== "substitute",
			startDate: day(member.validFrom),
			endDate: member.validUntil && lastDay(member.validUntil),
			[own("bench")]: benchWords[member.benchKind],
			// OParl wants the address of an organisation here, and those who send people have none with us
			[own("onBehalfOf")]: member.onBehalfOf,
			[own("substituteFor")]:
				substituteForId && named.has(substituteForId) ? addressOf("Membership", substituteForId) : undefined,
		});
		add("Person", id, groupId, { body: bodyAddress(), name: person.displayName, membership: [membership] });
	}
}
