import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { pathIn, type TermTree } from "../term-tree";

type Choice = { value: string; label: string; group?: string };

const most = 5000;

type Row = { id: string; name: string; parentId: string | null };
const treeOf = (rows: readonly Row[]): TermTree => new Map(rows.map(({ id, ...term }) => [id, term]));

/** All topics and areas of an owner (null: of all owners), those that have ended included: older bodies name them. */
export async function termTrees(
	{ db }: Pick<View, "db">,
	ownerId: string | null,
): Promise<{ topics: TermTree; areas: TermTree }> {
	const where = ownerId ? { ownerId } : {};
	const select = { id: true, name: true, parentId: true } as const;
	const [topics, areas] = await Promise.all([
		db.topic.findMany({ where, select, orderBy: { id: "asc" }, take: most }),
		db.area.findMany({ where, select, orderBy: { id: "asc" }, take: most }),
	]);
	return { topics: treeOf(topics), areas: treeOf(areas) };
}

/** What can be chosen for a group or a body of an owner today. `except`: a group, which does not work for itself. */
export async function termChoices(view: View, ownerId: string, except: string | null = null) {
	const { db, now } = view;
	const where = { ownerId, ...inForce(today(now)) };
	const still = { organisationId: ownerId, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] };
	const byName = [{ name: "asc" as const }, { id: "asc" as const }];
	const [topics, areas, groups, bodies] = await Promise.all([
		db.topic.findMany({ where, orderBy: [{ position: "asc" }, ...byName], take: 500 }),
		db.area.findMany({ where, orderBy: byName, take: 500 }),
		db.workingGroup.findMany({
			where: { ...still, ...(except && { id: { not: except } }) },
			select: { id: true, name: true },
			orderBy: byName,
			take: 300,
		}),
		db.listedBody.findMany({ where: still, select: { id: true, name: true }, orderBy: byName, take: 300 }),
	]);
	const choices = (rows: readonly Row[]): Choice[] => {
		const tree = treeOf(rows);
		return rows.map(({ id }) => ({ value: id, label: pathIn(tree, id) }));
	};
	const of = (kind: "group" | "body", rows: readonly { id: string; name: string }[]): Choice[] =>
		rows.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));
	return { topics: choices(topics), areas: choices(areas), parents: [...of("group", groups), ...of("body", bodies)] };
}

export type TermChoices = Awaited<ReturnType<typeof termChoices>>;
