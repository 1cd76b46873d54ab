import { z } from "zod";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { shapes } from "../coverage-plan";
import type { Explanation } from "./route.server";

/** An explanation with the names that its ids stand for. */
export type Explained = Explanation & {
	plan: { name: string; from: string; reason: string } | null;
	area: string | null;
	topic: string | null;
};

const id = z.uuid().nullable();
const stored = z.object({
	day: z.iso.date(),
	planId: id,
	by: z.enum([...shapes, "FALLBACK", "MANUAL", "HANDOVER"]),
	ruleId: id,
	areaId: id,
	topicId: id,
});

/** The snapshot that an assignment keeps, as it was written. */
export function readExplanation(json: unknown): Explanation {
	return stored.parse(json);
}

/** Names for the ids of an explanation. */
export async function explained(db: View["db"], given: Explanation): Promise<Explained> {
	const [plan, area, topic] = await Promise.all([
		given.planId
			? db.coveragePlan.findUnique({
					where: { id: given.planId },
					select: { name: true, validFrom: true, reason: true },
				})
			: null,
		given.areaId ? db.area.findUnique({ where: { id: given.areaId }, select: { name: true } }) : null,
		given.topicId ? db.topic.findUnique({ where: { id: given.topicId }, select: { name: true } }) : null,
	]);
	return {
		...given,
		plan: plan && { name: plan.name, from: dayText(plan.validFrom), reason: plan.reason },
		area: area?.name ?? null,
		topic: topic?.name ?? null,
	};
}
