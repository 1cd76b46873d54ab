import { isOpenSpace } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import type { Subject, SubjectView } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayReadProcess } from "../processes/index.server";
import { messages } from "./messages";
import { publishedVersions, textPath } from "./queries/find-text.server";

async function readable(
	view: View,
	where: { id: { in: string[] } } | { versions: { some: { id: { in: string[] } } } },
) {
	const rows = await view.db.processText.findMany({
		where,
		include: {
			versions: { orderBy: { number: "asc" } },
			process: {
				include: { phases: true, organisation: { select: { space: { select: { slug: true, openedAt: true } } } } },
			},
		},
	});
	return rows.flatMap((row) => {
		const { space } = row.process.organisation;
		const process = { ...row.process, spaceIsOpen: isOpenSpace(space, view.now) };
		const published = publishedVersions(row);
		const newest = published.at(-1);
		if (!space || !newest || !mayReadProcess(view.actor, process, view.now)) return [];
		return [{ row, published, newest, href: textPath(space.slug, row.process.slug, row.code) }];
	});
}

/** A text in its newest published version; before the first nobody outside reads it. */
export const textSubject: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const found = (await readable(view, { id: { in: ids } })).map(({ row, newest, href }): [string, SubjectView] => [
			row.id,
			{
				id: row.id,
				title: row.title,
				href,
				kindLabel: t("kind"),
				state: t("version", { number: String(newest.number) }),
				at: newest.publishedAt,
				organisationId: row.organisationId,
			},
		]);
		return new Map(found);
	},

	async findByCode(view, code) {
		const row = await view.db.processText.findUnique({ where: { code }, select: { id: true } });
		return row?.id ?? null;
	},

	async searchText(db, id) {
		const row = await db.processText.findUnique({
			where: { id },
			include: {
				process: { select: { title: true, publishedAt: true } },
				versions: {
					where: { publishedAt: { not: null } },
					orderBy: { number: "desc" },
					take: 1,
					include: { blocks: { orderBy: { position: "asc" }, select: { words: true } } },
				},
			},
		});
		const [newest] = row?.versions ?? [];
		if (!row?.process.publishedAt || !newest?.publishedAt) return null;
		return {
			ownerId: row.organisationId,
			isPublic: true,
			title: row.title,
			body: [...newest.blocks.map(({ words }) => words), row.code, row.process.title].join("\n"),
			at: newest.publishedAt,
		};
	},
};

/** One published version of a text. */
export const versionSubject: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const wanted = new Set(ids);
		const texts = await readable(view, { versions: { some: { id: { in: ids } } } });
		const found = texts.flatMap(({ row, published, href }) =>
			published
				.filter(({ id }) => wanted.has(id))
				.map(({ id, number, publishedAt }): [string, SubjectView] => [
					id,
					{
						id,
						title: t("versionOf", { title: row.title, number: String(number) }),
						href: `${href}?fassung=${number}`,
						kindLabel: t("kindVersion"),
						state: t("states.published"),
						at: publishedAt,
						organisationId: row.organisationId,
					},
				]),
		);
		return new Map(found);
	},
};
