import { resolveSubjects, type SubjectView } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import type { Relation } from "../relation";
import { keyOf, type Node, walk } from "../walk";

/** One object of a trace as its reader may see it; `steps` is its distance from where the trace begins. */
export type Traced = SubjectView & { key: string; kind: string; steps: number };
export type Trace = {
	start: Traced;
	/** Nearest first, then oldest first; without the start. */
	others: Traced[];
	/** Between the objects shown, oldest first; ends by key. */
	links: { from: string; relation: Relation; to: string; at: Date }[];
	/** A limit cut the trace: there is more behind its last objects. */
	cut: boolean;
};

type LinkRow = {
	from_kind: string;
	from_id: string;
	relation: string;
	to_kind: string;
	to_id: string;
	created_at: Date;
};

/** More links than this at one step belong to no story that somebody reads. */
const linksAtOnce = 2000;

/**
 * The trace of an object: what it is tied to, in both directions, each object under its own policy. What this reader may
 * not see is left out, and so is what hangs on that alone.
 * @throws NotFound when the object is not there, or not for this reader
 */
export async function traceOf(view: View, subject: Node): Promise<Trace> {
	const views = await resolveSubjects(view, [subject]);
	if (!views.has(keyOf(subject))) throw new NotFound();
	const { distances, links, cut } = await walk(subject, {
		async linksOf(nodes) {
			// SQL, because Prisma writes pairs as a long OR that PostgreSQL cannot answer from the indexes.
			const rows = await view.db.$queryRaw<LinkRow[]>`
				WITH asked AS (SELECT * FROM unnest(${nodes.map(({ kind }) => kind)}::text[], ${nodes.map(({ id }) => id)}::uuid[]) AS node (kind, id))
				SELECT from_kind, from_id, relation, to_kind, to_id, created_at FROM (
					SELECT link.* FROM trace_link AS link JOIN asked ON link.from_kind = asked.kind AND link.from_id = asked.id
					UNION
					SELECT link.* FROM trace_link AS link JOIN asked ON link.to_kind = asked.kind AND link.to_id = asked.id
				) AS touching
				ORDER BY created_at, id LIMIT ${linksAtOnce}`;
			return rows.map((row) => ({
				from: { kind: row.from_kind, id: row.from_id },
				relation: row.relation,
				to: { kind: row.to_kind, id: row.to_id },
				at: row.created_at,
			}));
		},
		async visible(nodes) {
			const found = await resolveSubjects(view, nodes);
			for (const [key, subjectView] of found) views.set(key, subjectView);
			return new Set(found.keys());
		},
	});
	const traced = [...distances].flatMap(([key, { node, steps }]): Traced[] => {
		const found = views.get(key);
		return found ? [{ ...found, key, kind: node.kind, steps }] : [];
	});
	const [start, ...others] = traced.sort((one, other) => one.steps - other.steps || timeOf(one) - timeOf(other));
	if (!start) throw new NotFound();
	return {
		start,
		others,
		links: links
			.map((link) => ({ from: keyOf(link.from), relation: link.relation, to: keyOf(link.to), at: link.at }))
			.sort((one, other) => one.at.getTime() - other.at.getTime()),
		cut,
	};
}

function timeOf({ at }: SubjectView): number {
	return at?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
