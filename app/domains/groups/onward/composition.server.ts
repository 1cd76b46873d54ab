import type { View } from "~/platform/world.server";

/** What can be made of a recommendation next, in the words of the domain that makes it. */
export type OnwardAct = { href: string; label: string };

/** A recommendation as later domains need to know it. */
export type OnwardFrom = { id: string; organisationId: string; title: string; place: string };

/** What a later domain adds to the page of a recommendation; each asks its own policy. */
export type OnwardPart = (view: View, from: OnwardFrom) => Promise<OnwardAct[]>;

let parts: readonly OnwardPart[] = [];

/** Called once by the composition root (app/server), because groups know no domain to their right. */
export function completeRecommendations(added: readonly OnwardPart[]): void {
	parts = added;
}

/** What this reader may make of a recommendation: a council's paper, a measure, an agreement. */
export async function onwardActs(view: View, from: OnwardFrom): Promise<OnwardAct[]> {
	return (await Promise.all(parts.map((part) => part(view, from)))).flat();
}
