import { isOpenSpace } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import type { Subject, SubjectView } from "~/platform/manifest.server";
import { storedRichText } from "~/platform/rich-text/check.server";
import { plainText } from "~/platform/rich-text/render.server";
import { mayReadGroup, seesInside } from "../policy.server";
import { functionsOf } from "../queries/find-group.server";
import { messages } from "./messages";

const groupSelection = {
	select: {
		id: true,
		organisationId: true,
		isPublic: true,
		slug: true,
		organisation: { select: { space: { select: { slug: true, openedAt: true } } } },
	},
} as const;

/** A text as others point to it: for the group always, for everybody once a version of it is public. */
export const groupDocument: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.groupDocument.findMany({
			where: { id: { in: ids } },
			select: {
				id: true,
				code: true,
				title: true,
				draft: true,
				draftOpen: true,
				createdAt: true,
				group: groupSelection,
				versions: { where: { isPublic: true }, select: { number: true }, orderBy: { number: "desc" }, take: 1 },
			},
		});
		const t = textFor(view.locale, messages);
		const functions = await functionsOf(view, [...new Set(rows.map(({ group }) => group.id))]);
		return new Map(
			rows.flatMap((row): [string, SubjectView][] => {
				const { group, versions } = row;
				const { space } = group.organisation;
				const given = { ...group, spaceIsOpen: isOpenSpace(space, view.now), functions: functions.get(group.id) ?? [] };
				const inside = seesInside(view.actor, given);
				const newest = versions[0]?.number;
				if (!inside && !(newest !== undefined && mayReadGroup(view.actor, given))) return [];
				const state =
					inside && row.draftOpen
						? `${t("draft", { number: String(row.draft) })}, ${t("states.open")}`
						: t("version", { number: String(inside ? row.draft : newest) });
				return [
					[
						row.id,
						{
							id: row.id,
							title: row.title,
							href: `/o/${space?.slug ?? ""}/arbeitskreise/${group.slug}/texte/${row.code}`,
							kindLabel: t("kind"),
							state,
							at: row.createdAt,
							organisationId: group.organisationId,
						},
					],
				];
			}),
		);
	},
	/** Found is what is public: the newest public version. */
	async searchText(db, id) {
		const row = await db.groupDocument.findUnique({
			where: { id },
			select: {
				group: { select: { name: true, organisationId: true, isPublic: true } },
				versions: { where: { isPublic: true }, orderBy: { number: "desc" }, take: 1 },
			},
		});
		const version = row?.versions[0];
		if (!row || !version) return null;
		return {
			ownerId: row.group.organisationId,
			isPublic: row.group.isPublic,
			title: version.title,
			body: [plainText(storedRichText(version.content)), row.group.name].join("\n"),
			at: version.frozenAt,
		};
	},
};
