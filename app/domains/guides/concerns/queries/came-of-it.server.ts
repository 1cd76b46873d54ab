import { traceOf } from "~/domains/trace/index.server";
import { guest, house } from "~/platform/actor";
import { houseAddress } from "~/platform/address.server";
import { textFor } from "~/platform/i18n";
import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { handlingMessages } from "../handling-messages";

/** What stands beside a concern without having come of it. */
const beside = ["post", "person", "organisation", "meeting", "process", "office-series", "concern-mail"];
/** What can be reported back: the answer in a process, a recommendation, a measure, what a council resolved. */
const results = ["answer", "recommendation", "measure", "resolution"];
const most = 12;

export type CameOfIt = {
	key: string;
	kind: string;
	title: string;
	href: string;
	state: string | null;
	isResult: boolean;
}[];

/**
 * What a concern was carried into, and what came of it there, in the order in which it happened, as this reader may see it.
 * Walked as the house, because an asker who reads by a link may not see the concern itself in a trace; each title is asked of its
 * own policy. Links are followed onwards only: another concern that led to the same contribution did not come of this one.
 */
export async function cameOfIt(view: View, concernId: string): Promise<CameOfIt> {
	const { start, others, links } = await traceOf({ ...view, actor: house }, { kind: "concern", id: concernId });
	// a set keeps the order in which its members came, so what is added here is walked from, too
	const reached = new Set([start.key]);
	for (const key of reached) {
		for (const { from, relation, to } of links) if (from === key && relation !== "responsible-for") reached.add(to);
	}
	const since = new Map(links.toReversed().map(({ to, at }) => [to, at.getTime()]));
	const ends = others
		.filter(({ key, kind }) => reached.has(key) && !beside.includes(kind))
		.toSorted((one, other) => (since.get(one.key) ?? 0) - (since.get(other.key) ?? 0) || one.steps - other.steps)
		.map(({ key, kind, id }) => ({ key, kind, id }))
		.slice(0, most);
	const seen = await resolveSubjects(view, ends);
	return ends.flatMap(({ key, kind }) => {
		const found = seen.get(key);
		if (!found) return [];
		const { title, href, state, kindLabel } = found;
		return [{ key, kind: kindLabel, title, href, state, isResult: results.includes(kind) }];
	});
}

/**
 * Words for the answer to the asker, from the latest result; null while there is none. As everybody may read it, also for those who
 * could see more, because the answer goes to the asker.
 */
export async function suggestedAnswer(view: View, concernId: string): Promise<string | null> {
	const last = (await cameOfIt({ ...view, actor: guest }, concernId)).findLast(({ isResult }) => isResult);
	if (!last) return null;
	const { kind, title, href, state, key } = last;
	const t = textFor(view.locale, handlingMessages);
	const isRecommendation = key.startsWith("recommendation:");
	return [
		t("carry.result", { kind, title, state: state ?? "–" }),
		t("carry.readIt", { address: houseAddress(href) }),
		...(isRecommendation ? [t("carry.notBinding")] : []),
	].join("\n\n");
}
