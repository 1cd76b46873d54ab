import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayAdminister, worksFor } from "../../policy.server";
import { bodiesAt, placesOf } from "../../queries/bodies.server";
import { placeOf } from "../../queries/place.server";
import { dayText, lastDayText, nameOf } from "../../queries/posts.server";
import { stateOf } from "../hand-over";
import { mayPrepare, mayRead, maySettle, mayTakeOver, takingPosts } from "../policy.server";
import { keptPrivateBy } from "./kept-private.server";

const person = { select: { id: true, displayName: true, erasedAt: true } } as const;

function parts(day: Date) {
	return {
		fromPost: { select: { id: true, label: true } },
		fromPerson: person,
		toPost: {
			select: {
				id: true,
				label: true,
				holdings: {
					where: { OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
					select: { personId: true, person },
					orderBy: [{ validFrom: "asc" }, { id: "asc" }],
					take: 20,
				},
			},
		},
		items: { orderBy: [{ kind: "asc" }, { dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }] },
	} satisfies Prisma.HandOverInclude;
}

type Row = Prisma.HandOverGetPayload<{ include: ReturnType<typeof parts> }>;

/** Who takes over: holders of the post today or later, but not who leaves. */
function successorsAmong<Holding extends { personId: string }>(row: {
	fromPersonId: string | null;
	toPost: { holdings: Holding[] };
}): Holding[] {
	return row.toPost.holdings.filter(({ personId }) => personId !== row.fromPersonId);
}

function shown(view: View, row: Row) {
	const { id, cause, fromPost, toPost, fromPerson } = row;
	const to = successorsAmong(row).map(({ person: one }) => nameOf(one, view));
	return {
		id,
		cause,
		post: fromPost.label,
		toPost: toPost.label,
		from: fromPerson && nameOf(fromPerson, view),
		to: [...new Set(to)].join(", ") || null,
		effectiveOn: dayText(row.effectiveOn),
		state: stateOf(row.items, to.length > 0),
		left: row.items.filter(({ state }) => state === "OPEN" || state === "REFUSED").length,
	};
}

/** The hand-overs of a place: all for those who lead, for others who work there their own. @throws NotFound; Forbidden or SignInNeeded */
export async function handOversAt(view: View, slug: string) {
	const place = await placeOf(view, slug);
	demand(worksFor, view.actor, place);
	const bodies = await bodiesAt(view, place.organisationId);
	const ownerIds = bodies.map(({ id }) => id);
	const own = personIdOf(view.actor);
	const mine = {
		OR: [{ toPostId: { in: await takingPosts(view) } }, ...(own ? [{ fromPersonId: own }] : [])],
	};
	const rows = await view.db.handOver.findMany({
		where: { ownerId: { in: ownerIds }, ...(mayAdminister(view.actor, place) ? {} : mine) },
		include: parts(today(view.now)),
		orderBy: [{ completedAt: { sort: "desc", nulls: "first" } }, { effectiveOn: "desc" }, { id: "desc" }],
		take: 100,
	});
	return { place, handOvers: rows.map((row) => shown(view, row)) };
}

/** One hand-over with its items, for those who leave, take over or lead. @throws NotFound; Forbidden or SignInNeeded */
export async function handOverPage(view: View, slug: string, id: string) {
	const place = await placeOf(view, slug);
	const { db, actor, now } = view;
	const day = today(now);
	const row = await db.handOver.findUnique({ where: { id }, include: parts(day) });
	const places = row ? await placesOf(view, [row.ownerId]) : null;
	if (!row || places?.get(row.ownerId) !== slug) throw new NotFound();
	const own = personIdOf(actor);
	const takes = (own === null || own !== row.fromPersonId) && (await takingPosts(view)).includes(row.toPostId);
	const of = { organisationId: row.ownerId, fromPersonId: row.fromPersonId, takes };
	demand(mayRead, actor, of);
	const references = row.items.flatMap(({ subjectKind, subjectId }) =>
		subjectKind && subjectId ? [{ kind: subjectKind, id: subjectId }] : [],
	);
	const deciders = row.items.flatMap(({ decidedById }) => decidedById ?? []);
	const [subjects, people, former, earlier, posts, keptPrivate] = await Promise.all([
		resolveSubjects(view, references),
		db.person.findMany({ where: { id: { in: deciders } }, ...person, take: 100 }),
		db.postHolding.findMany({
			where: { postId: row.fromPostId, validUntil: { lte: day } },
			select: { id: true, validFrom: true, validUntil: true, person },
			orderBy: { validFrom: "desc" },
			take: 20,
		}),
		db.handOver.findMany({
			where: { toPostId: row.toPostId, id: { not: id }, createdAt: { lt: row.createdAt } },
			select: { id: true, effectiveOn: true },
			orderBy: { createdAt: "desc" },
			take: 20,
		}),
		maySettle(actor, of)
			? db.post.findMany({
					where: { organisationId: row.ownerId, ...inForce(day) },
					select: { id: true, label: true },
					orderBy: [{ label: "asc" }, { id: "asc" }],
					take: 300,
				})
			: [],
		row.fromPersonId
			? keptPrivateBy(view, { postId: row.fromPostId, personId: row.fromPersonId, ownerId: row.ownerId })
			: 0,
	]);
	const nameById = new Map(people.map((one) => [one.id, nameOf(one, view)]));
	const early = row.cause === "PLAN_CHANGE" && row.effectiveOn > day;
	return {
		place: { slug: place.slug, name: place.name },
		handOver: { ...shown(view, row), meetingOn: row.meetingOn && dayText(row.meetingOn), postId: row.toPostId, early },
		items: row.items.map((item) => {
			const subject = subjects.get(`${item.subjectKind}:${item.subjectId}`);
			return {
				id: item.id,
				kind: item.kind,
				/** Null: not (yet) seen by this reader. */
				title: item.text ?? subject?.title ?? null,
				href: subject?.href ?? null,
				subjectState: subject?.state ?? null,
				dueOn: item.dueOn && dayText(item.dueOn),
				state: item.state,
				reason: item.reason,
				decidedAt: item.decidedAt,
				decidedBy: item.decidedById ? (nameById.get(item.decidedById) ?? null) : null,
			};
		}),
		former: former.map((holding) => ({
			id: holding.id,
			name: nameOf(holding.person, view),
			from: dayText(holding.validFrom),
			until: holding.validUntil && lastDayText(holding.validUntil),
		})),
		earlier: earlier.map((one) => ({ id: one.id, effectiveOn: dayText(one.effectiveOn) })),
		posts: posts.map(({ id: value, label }) => ({ value, label })),
		/** Private notes and drafts of who leaves: counted, never handed over. */
		keptPrivate,
		may: {
			take: mayTakeOver(actor, of) && !early,
			prepare: mayPrepare(actor, of),
			settle: maySettle(actor, of),
		},
	};
}

export type HandOverItemView = Awaited<ReturnType<typeof handOverPage>>["items"][number];

/**
 * What waits, by place: things to take over, and for those who lead the rest lists and what lies at a post that nobody holds
 * from that day on.
 */
export async function waitingHandOvers(
	view: View,
): Promise<{ what: "take" | "rest" | "vacant"; slug: string; id: string; count: number }[]> {
	const { actor, db, now } = view;
	if (actor.kind !== "person") return [];
	const day = today(now);
	const led = actor.grants.flatMap(({ role, scope }) =>
		role === "organisation-admin" && scope.kind === "organisation" ? [scope.id] : [],
	);
	const taking = await takingPosts(view);
	const rows = await db.handOver.findMany({
		where: { completedAt: null, OR: [{ toPostId: { in: taking } }, { ownerId: { in: led } }] },
		include: {
			items: { select: { state: true } },
			toPost: {
				select: {
					holdings: {
						where: { OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
						select: { personId: true },
						orderBy: { id: "asc" },
						take: 20,
					},
				},
			},
		},
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		take: 100,
	});
	const places = await placesOf(view, [...new Set(rows.map(({ ownerId }) => ownerId))]);
	return rows.flatMap((row) => {
		const slug = places.get(row.ownerId);
		if (!slug) return [];
		const count = (wanted: string) => row.items.filter(({ state }) => state === wanted).length;
		const mine = taking.includes(row.toPostId) && row.fromPersonId !== actor.personId;
		const due = row.cause === "DEPARTURE" || row.effectiveOn <= day;
		return [
			...(mine && due ? [{ what: "take" as const, slug, id: row.id, count: count("OPEN") }] : []),
			...(led.includes(row.ownerId) ? [{ what: "rest" as const, slug, id: row.id, count: count("REFUSED") }] : []),
			...(led.includes(row.ownerId) && row.effectiveOn <= day && successorsAmong(row).length === 0
				? [{ what: "vacant" as const, slug, id: row.id, count: count("OPEN") }]
				: []),
		].filter((entry) => entry.count > 0);
	});
}
