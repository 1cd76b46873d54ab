import { traceOf } from "~/domains/trace/index.server";
import { house } from "~/platform/actor";
import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";

/** What stands beside a concern without having come of it. */
const beside = ["post", "person", "organisation", "meeting", "office-series", "concern-mail"];
const most = 12;

export type CameOfIt = { key: string; kind: string; title: string; href: string; state: string | null }[];

/**
 * What a concern was carried into, and what was decided there, as this reader may see it. Walked as the house, because an
 * asker who reads by a link may not see the concern itself in a trace; each title is asked of its own policy.
 */
export async function cameOfIt(view: View, concernId: string): Promise<CameOfIt> {
	const trace = await traceOf({ ...view, actor: house }, { kind: "concern", id: concernId });
	const ends = trace.others
		.filter(({ kind }) => !beside.includes(kind))
		.map(({ kind, id }) => ({ kind, id }))
		.slice(0, most);
	const seen = await resolveSubjects(view, ends);
	return ends.flatMap(({ kind, id }) => {
		const key = `${kind}:${id}`;
		const found = seen.get(key);
		return found ? [{ key, kind: found.kindLabel, title: found.title, href: found.href, state: found.state }] : [];
	});
}
