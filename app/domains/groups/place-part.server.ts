import { textFor } from "~/platform/i18n";
import type { PlacePart, TermUse } from "../organisations/index.server";
import { messages } from "./messages";
import { mayManageGroups } from "./policy.server";
import { groupsOfPlace } from "./queries/group-list.server";
import { openWork } from "./queries/open-work.server";

/** What groups add to a place: its living public groups, and the way to manage them. */
export const groupsAtPlace: PlacePart = {
	openWork,
	async lists(view, place) {
		const t = textFor(view.locale, messages);
		const path = `/o/${place.slug}/arbeitskreise`;
		const groups = await groupsOfPlace(view, place.organisationId);
		return [
			{
				id: "arbeitskreise",
				title: t("list.title"),
				entries: groups.map(({ slug, name, text }) => ({ title: name, href: `${path}/${slug}`, text })),
				more: { href: path, label: t("list.titleAt", { place: place.name }) },
			},
		];
	},
	async termUses({ db }, { organisationId, slug }) {
		const group = { select: { name: true, slug: true } } as const;
		const where = { group: { organisationId } };
		const bodies = { body: { organisationId } };
		const body = { select: { id: true, name: true } } as const;
		const [topics, areas, bodyTopics, bodyAreas] = await Promise.all([
			db.groupTopic.findMany({ where, select: { topicId: true, group }, orderBy: { groupId: "asc" }, take: 2000 }),
			db.groupArea.findMany({ where, select: { areaId: true, group }, orderBy: { groupId: "asc" }, take: 2000 }),
			db.listedBodyTopic.findMany({
				where: bodies,
				select: { topicId: true, body },
				orderBy: { bodyId: "asc" },
				take: 2000,
			}),
			db.listedBodyArea.findMany({
				where: bodies,
				select: { areaId: true, body },
				orderBy: { bodyId: "asc" },
				take: 2000,
			}),
		]);
		const at = `/o/${slug}/verwaltung`;
		const ofGroup = (termId: string, { name, slug: of }: { name: string; slug: string }): TermUse => ({
			...{ termId, label: name, href: `${at}/arbeitskreise/${of}/zuordnung` },
		});
		const ofBody = (termId: string, { id, name }: { id: string; name: string }): TermUse => ({
			...{ termId, label: name, href: `${at}/gremien/${id}` },
		});
		return [
			...topics.map((one) => ofGroup(one.topicId, one.group)),
			...areas.map((one) => ofGroup(one.areaId, one.group)),
			...bodyTopics.map((one) => ofBody(one.topicId, one.body)),
			...bodyAreas.map((one) => ofBody(one.areaId, one.body)),
		];
	},
	async work(view, place) {
		if (!mayManageGroups(view.actor, place)) return [];
		const t = textFor(view.locale, messages);
		return [{ href: `/o/${place.slug}/verwaltung/arbeitskreise`, label: t("work.label"), text: t("work.text") }];
	},
};
