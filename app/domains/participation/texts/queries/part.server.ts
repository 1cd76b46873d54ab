import type { View } from "~/platform/world.server";
import { contributingWhen } from "../../contributions/queries/contributing-when.server";
import { beginsLater } from "../../processes/index";
import { processById } from "../../processes/index.server";
import { mayManageTexts } from "../policy.server";
import type { MissingInTexts } from "../text";

/**
 * The texts of a process as its public page shows them, and the way to work on them for those who do; null when this
 * reader has nothing of either.
 */
export async function loadTextsPart(view: View, { id }: { id: string }) {
	const rows = await view.db.processText.findMany({
		where: { processId: id, versions: { some: { publishedAt: { not: null } } } },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		select: {
			id: true,
			code: true,
			title: true,
			versions: {
				where: { publishedAt: { not: null } },
				orderBy: { number: "desc" },
				select: { number: true, publishedAt: true },
			},
		},
	});
	const process = await processById(view, id);
	const mayManage =
		mayManageTexts(view.actor, process) && (await view.db.processText.count({ where: { processId: id } })) > 0;
	if (rows.length === 0 && !mayManage) return null;
	const counts = await view.db.annotation.groupBy({
		by: ["textId"],
		where: {
			textId: { in: rows.map((row) => row.id) },
			contribution: { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
		},
		_count: true,
	});
	return {
		manageHref: mayManage
			? `/o/${process.organisation.space?.slug ?? ""}/verwaltung/beteiligung/${process.slug}/texte`
			: null,
		annotating: contributingWhen(view, process, "annotate"),
		texts: rows.map(({ id: textId, code, title, versions }) => ({
			code,
			title,
			version: versions[0]?.number ?? 1,
			publishedAt: versions[0]?.publishedAt ?? null,
			annotations: counts.find((count) => count.textId === textId)?._count ?? 0,
		})),
	};
}

export type LoadedTexts = NonNullable<Awaited<ReturnType<typeof loadTextsPart>>>;

/**
 * What is missing before a process with texts may be published: a text that nobody can read yet. Where people annotate only
 * later than they can take part otherwise (guidelines that a group writes first), the text may follow.
 */
export async function missingForTexts(view: Pick<View, "db">, processId: string): Promise<MissingInTexts[]> {
	const [unreadable, phases] = await Promise.all([
		view.db.processText.count({ where: { processId, versions: { none: { publishedAt: { not: null } } } } }),
		view.db.phase.findMany({ where: { processId }, select: { opensAt: true, closesAt: true, switches: true } }),
	]);
	return unreadable > 0 && !beginsLater(phases, "annotate") ? ["text-without-version"] : [];
}
