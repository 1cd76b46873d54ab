import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { periodOf, storedDay } from "../../days.server";
import type { Day, Period, Plan } from "../coverage-plan";
import { bodiesAbove } from "./territory.server";

type Db = View["db"];

const planParts = {
	fallbackPost: { select: { validFrom: true, validUntil: true } },
	rules: {
		where: { level: "PRIMARY" },
		include: { post: { select: { validFrom: true, validUntil: true } } },
		orderBy: { id: "asc" },
	},
} as const satisfies Prisma.CoveragePlanInclude;

type PlanRow = Prisma.CoveragePlanGetPayload<{ include: typeof planParts }>;

/** A rule ends with its post, so that nobody is sent to a post that is no more. */
function until(rule: Period, post: Period): Period | null {
	const from = rule.from > post.from ? rule.from : post.from;
	const ends = [rule.until, post.until].filter((day): day is Day => day !== null).sort()[0] ?? null;
	return ends !== null && ends <= from ? null : { from, until: ends };
}

function asPlan(row: PlanRow): Plan {
	const { id, axis, precedence, fallbackPost, fallbackPostId } = row;
	return {
		id,
		axis,
		precedence,
		...periodOf(row),
		rules: row.rules.flatMap(({ id: ruleId, areaId, topicId, postId, post, ...rule }) => {
			const period = until(periodOf(rule), periodOf(post));
			return period ? [{ id: ruleId, areaId, topicId, postId, ...period }] : [];
		}),
		fallback: fallbackPost && fallbackPostId ? { postId: fallbackPostId, ...periodOf(fallbackPost) } : null,
	};
}

/** The approved plans of an owner, oldest first: those in force, those that were, those that will be. */
export async function plansInForce(db: Db, ownerId: string): Promise<Plan[]> {
	const rows = await db.coveragePlan.findMany({
		where: { ownerId, approvedAt: { not: null } },
		include: planParts,
		orderBy: { validFrom: "asc" },
		take: 100,
	});
	return rows.map(asPlan);
}

/** One plan, also a draft. @returns null when it is not there */
export async function planById(db: Db, id: string): Promise<Plan | null> {
	const row = await db.coveragePlan.findUnique({ where: { id }, include: planParts });
	return row && asPlan(row);
}

/**
 * Whose plan answers for a place on a day: the nearest body at or above it that has one in force.
 * @param organisationId null for "not known": then the only owner there is, if there is only one
 */
export async function planOwner(db: Db, organisationId: string | null, day: Day): Promise<string | null> {
	const bodies = await bodiesAbove(db, organisationId);
	const rows = await db.coveragePlan.findMany({
		where: {
			approvedAt: { not: null },
			...inForce(storedDay(day)),
			...(organisationId === null ? {} : { ownerId: { in: bodies } }),
		},
		select: { ownerId: true },
		take: 50,
	});
	if (organisationId === null) return rows.length === 1 ? (rows[0]?.ownerId ?? null) : null;
	const owners = new Set(rows.map(({ ownerId }) => ownerId));
	return bodies.find((id) => owners.has(id)) ?? null;
}

/** Posts that a plan of this owner may name: its own, those of bodies below it and of those who act for it. */
export async function postChoices({ db, now }: Pick<View, "db" | "now">, ownerId: string) {
	const day = today(now);
	const rows = await db.post.findMany({ where: namedBy(ownerId, day), ...choiceArgs });
	return rows.map(({ id, label, organisation }) => ({
		id,
		label: organisation.id === ownerId ? label : `${label} (${organisation.shortName})`,
	}));
}

const choiceArgs = {
	select: { id: true, label: true, organisation: { select: { id: true, shortName: true } } },
	orderBy: [{ label: "asc" }, { id: "asc" }],
	take: 300,
} satisfies Prisma.PostFindManyArgs;

/** The condition for them, on a day. */
export function namedBy(ownerId: string, day: Date): Prisma.PostWhereInput {
	return {
		OR: [{ validUntil: null }, { validUntil: { gt: day } }],
		organisation: {
			OR: [
				{ id: ownerId },
				{ parentId: ownerId },
				{ parent: { parentId: ownerId } },
				{ actsFor: { some: { principalId: ownerId, ...inForce(day) } } },
			],
		},
	};
}
