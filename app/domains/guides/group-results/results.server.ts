import { guest } from "~/platform/actor";
import { houseAddress } from "~/platform/address.server";
import { textFor } from "~/platform/i18n";
import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { messages } from "./messages";

/** What the trace tells of a concern's way through groups. */
const ways = ["taken-up-by", "decided-in", "voted-on-in"];

/**
 * What working groups made of a concern, oldest first, as everybody may read it: groups stand to the right of guides and write it
 * into the trace. What is not public is left out, also for those who could see more, because the answer goes to the asker.
 */
export async function groupResults(view: View, concernId: string) {
	const links = await view.db.traceLink.findMany({
		where: { fromKind: "concern", fromId: concernId, relation: { in: ways } },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		select: { relation: true, toKind: true, toId: true },
		take: 50,
	});
	const seen = await resolveSubjects(
		{ ...view, actor: guest },
		links.map(({ toKind, toId }) => ({ kind: toKind, id: toId })),
	);
	return links.flatMap(({ relation, toKind, toId }) => {
		const found = seen.get(`${toKind}:${toId}`);
		const { title, href, kindLabel, state } = found ?? {};
		if (title === undefined || href === undefined || kindLabel === undefined) return [];
		return [
			{ key: `${toKind}:${toId}`, takenUp: relation === "taken-up-by", title, href, kindLabel, state: state ?? null },
		];
	});
}

type GroupResult = Awaited<ReturnType<typeof groupResults>>[number];

/** Words for the answer to the asker, from the latest result; null while there is none. */
export function suggestedAnswer(view: Pick<View, "locale">, results: readonly GroupResult[]): string | null {
	const last = results.findLast(({ takenUp }) => !takenUp);
	if (!last) return null;
	const { title, href, state } = last;
	return textFor(view.locale, messages)("suggestion", { title, state: state ?? "", address: houseAddress(href) });
}
