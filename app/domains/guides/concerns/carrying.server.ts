import type { View } from "~/platform/world.server";

/** A way in which a concern goes on in a later domain: a group takes it up, a measure begins with it. */
export type CarryingWay = { label: string; href: string };

type Part = (view: View, at: { slug: string; ownerId: string; id: string; code: string }) => Promise<CarryingWay[]>;

let parts: readonly Part[] = [];

/** Called once by the composition root, because guides know no domain to their right. Each part asks its own policy. */
export function completeConcerns(added: readonly Part[]): void {
	parts = added;
}

/** Where this reader can carry a concern on. */
export async function carryingWays(...given: Parameters<Part>): Promise<CarryingWay[]> {
	return (await Promise.all(parts.map((part) => part(...given)))).flat();
}
