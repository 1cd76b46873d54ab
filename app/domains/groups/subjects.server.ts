import { isOpenSpace } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import type { Subject, SubjectView } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { resultOf } from "./deciding/recommendation";
import { groupDocument } from "./drafting/subjects.server";
import { stateOf as meetingState } from "./meetings/meeting";
import { messages } from "./messages";
import { mayReadGroup, seesInside } from "./policy.server";
import { functionsOf } from "./queries/find-group.server";

const groupSelection = {
	select: {
		id: true,
		organisationId: true,
		isPublic: true,
		name: true,
		slug: true,
		validFrom: true,
		organisation: { select: { space: { select: { slug: true, openedAt: true } } } },
	},
} as const;

type GroupRow = {
	id: string;
	organisationId: string;
	isPublic: boolean;
	name: string;
	slug: string;
	validFrom: Date;
	organisation: { space: { slug: string; openedAt: Date } | null };
};

/** The rows whose groups this reader may read, each with what the policy says. */
async function readable<Row>(view: View, rows: Row[], groupOf: (row: Row) => GroupRow) {
	const functions = await functionsOf(view, [...new Set(rows.map((row) => groupOf(row).id))]);
	return rows.flatMap((row) => {
		const group = groupOf(row);
		const { space } = group.organisation;
		const given = { ...group, spaceIsOpen: isOpenSpace(space, view.now), functions: functions.get(group.id) ?? [] };
		if (!mayReadGroup(view.actor, given)) return [];
		const href = `/o/${space?.slug ?? ""}/arbeitskreise/${group.slug}`;
		return [{ row, group, href, inside: seesInside(view.actor, given) }];
	});
}

const group: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.workingGroup.findMany({ where: { id: { in: ids } }, select: groupSelection.select });
		const t = textFor(view.locale, messages);
		const seen = await readable(view, rows, (row) => row);
		return new Map(
			seen.map(({ row, href }): [string, SubjectView] => [
				row.id,
				{
					id: row.id,
					title: row.name,
					href,
					kindLabel: t("kinds.group"),
					state: null,
					at: row.validFrom,
					organisationId: row.organisationId,
				},
			]),
		);
	},
	async findByCode(view, code) {
		const row = await view.db.workingGroup.findUnique({ where: { code }, select: { id: true } });
		return row?.id ?? null;
	},
	async searchText(db, id) {
		const row = await db.workingGroup.findUnique({
			where: { id },
			include: {
				organisation: { select: { name: true } },
				charters: { select: { purposeText: true }, orderBy: { number: "desc" }, take: 1 },
				topicTerms: { select: { topic: { select: { name: true } } }, orderBy: { topicId: "asc" } },
			},
		});
		if (!row) return null;
		return {
			ownerId: row.organisationId,
			isPublic: row.isPublic,
			title: row.name,
			body: [
				row.charters[0]?.purposeText,
				...row.topicTerms.map(({ topic }) => topic.name),
				...row.topics,
				messages.de.kinds.group,
				row.organisation.name,
				row.code,
			].join("\n"),
			at: row.createdAt,
		};
	},
};

const meeting: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.meeting.findMany({ where: { id: { in: ids } }, include: { group: groupSelection } });
		const t = textFor(view.locale, messages);
		const seen = await readable(view, rows, (row) => row.group);
		return new Map(
			seen
				.filter(({ row, inside }) => inside || (row.isPublic && meetingState(row) !== "planned"))
				.map(({ row, group: { organisationId }, href }): [string, SubjectView] => [
					row.id,
					{
						id: row.id,
						title: row.title,
						href: `${href}/sitzungen/${row.id}`,
						kindLabel: t("kinds.meeting"),
						state: t(`meetingStates.${meetingState(row)}`),
						at: row.startsAt,
						organisationId,
					},
				]),
		);
	},
	async searchText(db, id) {
		const row = await db.meeting.findUnique({
			where: { id },
			include: { group: { select: { name: true, organisationId: true, isPublic: true } }, agenda: true },
		});
		if (!row || meetingState(row) === "planned") return null;
		const items = row.agenda.filter(({ isPublic }) => isPublic).map(({ title }) => title);
		return {
			ownerId: row.group.organisationId,
			isPublic: row.isPublic && row.group.isPublic,
			title: row.title,
			body: [row.group.name, row.place, ...items].join("\n"),
			at: row.startsAt,
		};
	},
};

const recommendation: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.recommendation.findMany({
			where: { id: { in: ids } },
			select: {
				id: true,
				code: true,
				title: true,
				result: true,
				votedAt: true,
				publishedAt: true,
				group: groupSelection,
			},
		});
		const t = textFor(view.locale, messages);
		const seen = await readable(view, rows, (row) => row.group);
		return new Map(
			seen
				.filter(({ row, inside }) => inside || (row.publishedAt !== null && row.publishedAt <= view.now))
				.map(({ row, group: { organisationId } }): [string, SubjectView] => [
					row.id,
					{
						id: row.id,
						title: row.title,
						href: `/empfehlung/${row.code}`,
						kindLabel: t("kinds.recommendation"),
						state: row.result && t(`results.${resultOf(row.result)}`),
						at: row.publishedAt ?? row.votedAt,
						organisationId,
					},
				]),
		);
	},
	async findByCode(view, code) {
		const row = await view.db.recommendation.findUnique({ where: { code }, select: { id: true } });
		return row?.id ?? null;
	},
	async searchText(db, id) {
		const row = await db.recommendation.findUnique({
			where: { id },
			include: { group: { select: { name: true, isPublic: true } } },
		});
		if (!row?.publishedAt) return null;
		return {
			ownerId: row.organisationId,
			isPublic: row.group.isPublic,
			title: row.title,
			body: [row.wordingText, row.group.name, row.code].join("\n"),
			at: row.publishedAt,
		};
	},
};

export const subjects = { group, meeting, recommendation, "group-document": groupDocument };
