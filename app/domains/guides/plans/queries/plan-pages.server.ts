import { type PostView, postView } from "~/domains/organisations/index.server";
import { inForce, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { isOpen, states } from "../../concerns/concern";
import { dayText, lastDay, periodOf, storedDay } from "../../days.server";
import { givenId } from "../../given.server";
import { mayApprove } from "../../policy.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { covers, type Day, type Plan, resolve } from "../coverage-plan";
import { areasAround, topicsAround } from "../territory";
import { checkedPlan } from "./checked-plan.server";
import { planById, plansInForce } from "./plans.server";
import { coveredPlaces, territoryOf } from "./territory.server";
import { tryPlan } from "./try-plan.server";

type Dated = { approvedAt: Date | null; validFrom: Date; validUntil: Date | null };

function stateOf(plan: Dated, day: Day): "draft" | "coming" | "running" | "over" {
	if (!plan.approvedAt) return "draft";
	const period = periodOf(plan);
	if (period.from > day) return "coming";
	return covers(period, day) ? "running" : "over";
}

function shownPeriod(plan: Dated): { from: Day; until: Day | null } {
	const { from, until } = periodOf(plan);
	return { from, until: lastDay(until) };
}

/** The plans of a place, latest first. */
export async function plansPage(view: View, slug: string) {
	const place = await placeOfGuides(view, slug);
	const day = dayText(today(view.now));
	const rows = await view.db.coveragePlan.findMany({
		where: { ownerId: place.ownerId },
		orderBy: [{ validFrom: "desc" }, { id: "desc" }],
		take: 100,
	});
	return {
		place,
		plans: rows.map((row) => ({
			id: row.id,
			name: row.name,
			axis: row.axis,
			state: stateOf(row, day),
			period: shownPeriod(row),
		})),
	};
}

const failingShown = 50;

/** One plan with its rules and its check. @throws NotFound when it is none of this place */
export async function planPage(view: View, slug: string, id: string) {
	const place = await placeOfGuides(view, slug);
	const { db } = view;
	const row = await db.coveragePlan.findFirst({
		where: { id: givenId(id), ownerId: place.ownerId },
		include: {
			fallbackPost: { select: { label: true } },
			rules: {
				include: {
					area: { select: { name: true } },
					topic: { select: { name: true } },
					post: { select: { label: true } },
				},
				orderBy: [{ area: { name: "asc" } }, { topic: { position: "asc" } }, { id: "asc" }],
			},
		},
	});
	const plan = row && (await planById(db, row.id));
	if (!row || !plan) throw new NotFound();
	const { cells, failing, places, territory } = await checkedPlan(view, place.ownerId, plan);
	const nameOf = new Map(places.map(({ id: placeId, name }) => [placeId, name]));
	const topicOf = new Map(territory.topics.map(({ id: topicId, name }) => [topicId, name]));
	return {
		place,
		plan: {
			id: row.id,
			name: row.name,
			axis: row.axis,
			precedence: row.precedence,
			reason: row.reason,
			state: stateOf(row, dayText(today(view.now))),
			period: shownPeriod(row),
			fallback: row.fallbackPost?.label ?? null,
			rules: row.rules.map(({ id: ruleId, area, topic, post }) => ({
				id: ruleId,
				area: area?.name ?? null,
				topic: topic?.name ?? null,
				post: post.label,
			})),
		},
		trial: row.approvedAt === null ? await tryPlan(view, place.ownerId, plan) : null,
		check: {
			cells,
			count: failing.length,
			failing: failing.slice(0, failingShown).map(({ municipalityId, topicId, from, until, why }) => ({
				place: nameOf.get(municipalityId) ?? "",
				topic: topicId ? (topicOf.get(topicId) ?? null) : null,
				from,
				until: lastDay(until),
				why,
			})),
		},
		may: { change: row.approvedAt === null, approve: mayApprove(view.actor, { organisationId: place.ownerId }) },
	};
}

/** One cell of the matrix; the open concerns are those of today, so other days have none. */
export type MatrixCell = {
	label: string;
	holder: string | null;
	team: boolean;
	away: boolean;
	standsIn: string | null;
	sameDeputy: boolean;
	open: number | null;
};

/** How many concerns are open, by place and topic. */
async function openConcernsOf({ db }: View, ownerId: string) {
	const rows = await db.concern.groupBy({
		by: ["municipalityId", "topicId"],
		where: { ownerId, state: { in: states.filter(isOpen) }, municipalityId: { not: null } },
		_count: { _all: true },
	});
	return rows.map(({ municipalityId, topicId, _count }) => ({
		municipalityId: municipalityId ?? "",
		topicId,
		count: _count._all,
	}));
}

/** The posts whose accepted deputies on a day are all the holders themselves: nobody is there when they are not. */
async function onlyTheirOwnDeputies({ db, now }: View, plan: Plan | undefined, day: Day): Promise<Set<string>> {
	const on = inForce(storedDay(day));
	const holdings = { where: on, select: { personId: true } } as const;
	const posts = [...(plan?.rules.map(({ postId }) => postId) ?? []), ...(plan?.fallback ? [plan.fallback.postId] : [])];
	const rows = await db.deputyArrangement.findMany({
		where: { postId: { in: posts }, acceptedAt: { lte: now }, ...on },
		select: { postId: true, post: { select: { holdings } }, deputyPost: { select: { holdings } } },
		orderBy: { id: "asc" },
	});
	const byPost = Map.groupBy(rows, ({ postId }) => postId);
	const alone = [...byPost].filter(([, deputies]) => {
		const holders = new Set(deputies.flatMap(({ post }) => post.holdings.map(({ personId }) => personId)));
		const theirs = deputies.flatMap(({ deputyPost }) => deputyPost.holdings.map(({ personId }) => personId));
		return theirs.length > 0 && theirs.every((personId) => holders.has(personId));
	});
	return new Set(alone.map(([postId]) => postId));
}

/** The coverage matrix: each unit with each topic on a day: post, holder, who stands in, and today's open concerns. */
export async function matrixPage(view: View, slug: string, wanted: Day | null) {
	const place = await placeOfGuides(view, slug);
	const { db } = view;
	const day = wanted ?? dayText(today(view.now));
	const [plans, territory, places] = await Promise.all([
		plansInForce(db, place.ownerId),
		territoryOf(db, place.ownerId),
		coveredPlaces(db, place.ownerId),
	]);
	const plan = plans.find((one) => covers(one, day));
	const topics = territory.topics.filter((topic) => covers(topic, day)).map(({ id, name }) => ({ id, name }));
	const least = Math.min(...places.map(({ depth }) => depth));
	const posts = new Map<string, PostView>();
	const present = dayText(today(view.now));
	const open = day === present ? await openConcernsOf(view, place.ownerId) : null;
	const unitOf = new Map(places.map(({ id, bodies }) => [id, bodies]));
	const columns = [null, ...topics.map(({ id }) => id)].map((topicId) => ({
		topicId,
		topics: topicsAround(territory.topics, topicId),
	}));
	const alone = await onlyTheirOwnDeputies(view, plan, day);
	const rows = [];
	for (const unit of places.filter(({ depth }) => depth === least)) {
		const cells: Record<string, MatrixCell | null> = {};
		const areas = areasAround(territory.areas, unit.bodies);
		for (const { topicId, topics: around } of columns) {
			const found = plan ? resolve(plan, { areas, topics: around }, day) : null;
			if (!found || !("postId" in found)) {
				cells[topicId ?? "none"] = null;
				continue;
			}
			const known = posts.get(found.postId) ?? (await postView(view, found.postId, storedDay(day)));
			posts.set(found.postId, known);
			const { label, holder, away, cover, deputy } = known;
			const here = open?.filter((one) => one.topicId === topicId && unitOf.get(one.municipalityId)?.includes(unit.id));
			cells[topicId ?? "none"] = {
				label,
				holder,
				team: found.by === "fallback",
				away,
				standsIn: away ? (cover?.name ?? cover?.label ?? null) : (deputy?.name ?? deputy?.label ?? null),
				sameDeputy: alone.has(found.postId),
				open: here ? here.reduce((sum, { count }) => sum + count, 0) : null,
			};
		}
		rows.push({ id: unit.id, name: unit.name, cells });
	}
	const row = plan && (await db.coveragePlan.findUnique({ where: { id: plan.id }, select: { name: true } }));
	return { place, day, plan: row?.name ?? null, topics, rows };
}
