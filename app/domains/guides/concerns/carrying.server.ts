import type { View } from "~/platform/world.server";

/** A way in which a concern goes on in a later domain: a group takes it up, a measure begins with it. */
type CarryingWay = { label: string; href: string };

/** What a later domain offers for a concern. */
export type CarryingPart = (
	view: View,
	at: { slug: string; ownerId: string; id: string; code: string },
) => Promise<CarryingWay[]>;

let parts: readonly CarryingPart[] = [];

/** Called once by the composition root, because guides know no domain to their right. Each part asks its own policy. */
export function completeConcerns(added: readonly CarryingPart[]): void {
	parts = added;
}

/** Where this reader can carry a concern on. */
export async function carryingWays(...given: Parameters<CarryingPart>): Promise<CarryingWay[]> {
	return (await Promise.all(parts.map((part) => part(...given)))).flat();
}
