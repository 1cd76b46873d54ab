import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { type ModerationRule, moderationRules } from "./contribution";

type Db = Prisma.TransactionClient;

/** People who hold the role of a moderator or participation manager at the organisation today, themselves or by post. */
export async function moderatorsOf(db: Db, organisationId: string, at: Date): Promise<string[]> {
	const day = today(at);
	const grants = await db.roleGrant.findMany({
		where: {
			role: { in: ["moderator", "participation-manager"] },
			scopeKind: "organisation",
			scopeId: organisationId,
			...inForce(day),
		},
		select: { personId: true, post: { select: { holdings: { where: inForce(day), select: { personId: true } } } } },
	});
	const people = grants.flatMap(({ personId, post }) => [
		...(personId ? [personId] : []),
		...(post?.holdings.map((holding) => holding.personId) ?? []),
	]);
	return [...new Set(people)].sort();
}

/** The rule of a moderation; what is no longer a rule counts as off the topic. */
export function ruleOf(rule: unknown): ModerationRule {
	return moderationRules.find((known) => known === rule) ?? "off-topic";
}
