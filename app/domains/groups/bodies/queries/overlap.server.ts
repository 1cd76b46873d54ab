import type { View } from "~/platform/world.server";
import { overlap } from "../body";
import { type ListedLine, linesOf } from "./register.server";

/** What living bodies at the same place care for the same already, at most five. The caller has asked who may. */
export async function listedNear(
	view: View,
	group: { id: string; organisationId: string; name: string; topics: string[]; areas: string[] },
): Promise<ListedLine[]> {
	const lines = await linesOf(view, group.organisationId);
	return lines.filter((line) => !line.ended && line.id !== group.id && overlap(group, line).length > 0).slice(0, 5);
}
