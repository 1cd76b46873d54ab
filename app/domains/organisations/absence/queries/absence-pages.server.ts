import { inForce, type StoredDate, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayDeputise } from "../../commands/deputies.server";
import { placeParts } from "../../composition.server";
import { mayAdminister, mayHandleAbsence, worksFor } from "../../policy.server";
import { bodiesAt, placesOf } from "../../queries/bodies.server";
import { placeOf } from "../../queries/place.server";
import { dayText, lastDayText, nameOf } from "../../queries/posts.server";
import { type Covered, coversOn } from "./covers.server";

const most = 200;

const parts = {
	person: { select: { id: true, displayName: true, erasedAt: true } },
} satisfies Prisma.AbsenceInclude;

type Row = Prisma.AbsenceGetPayload<{ include: typeof parts }>;

function notOver(day: StoredDate) {
	return { OR: [{ validUntil: null }, { validUntil: { gt: day } }] };
}

function laterOf(one: StoredDate, other: StoredDate): StoredDate {
	return one > other ? one : other;
}

/** Who acts as one of the posts, in words for those who work there. */
export type PostCover = {
	postId: string;
	label: string;
	by: "holder" | "deputy" | "nobody";
	deputy: { label: string; names: string } | null;
	lacking: { label: string; why: "not-accepted" | "vacant" | "away" | "no-access" }[];
	/** The first day on which it is so (`YYYY-MM-DD`). */
	day: string;
};

function shownCover(view: View, { cover, post, rows }: Covered, day: StoredDate): PostCover {
	const base = { postId: post.id, label: post.label, by: cover.by, day: dayText(day) };
	const labelOf = (id: string) => rows.get(id)?.label ?? "";
	if (cover.by === "nobody") {
		const lacking = cover.lacking.map(({ postId, why }) => ({ label: labelOf(postId), why }));
		return { ...base, deputy: null, lacking };
	}
	const row = cover.by === "deputy" ? rows.get(cover.postId) : undefined;
	if (!row) return { ...base, deputy: null, lacking: [] };
	const there = row.holdings.filter(({ person }) => person.absences.length === 0);
	const names = there.map(({ person }) => nameOf(person, view)).join(", ");
	return { ...base, deputy: { label: row.label, names }, lacking: [] };
}

const daysMost = 12;

/**
 * The days of an absence on which the answer may become another one: its first that is not over, and those on which an absence,
 * a holding or an arrangement of the house begins or ends within it. At most twelve.
 */
async function daysToAsk({ db, now }: View, absence: Row): Promise<StoredDate[]> {
	const first = laterOf(absence.validFrom, today(now));
	const { validUntil, ownerId } = absence;
	const rows = await db.$queryRaw<{ day: Date }[]>`
		SELECT DISTINCT day FROM (
			SELECT unnest(ARRAY[valid_from, valid_until]) AS day FROM absence WHERE owner_id = ${ownerId}::uuid
			UNION ALL
			SELECT unnest(ARRAY[h.valid_from, h.valid_until]) FROM post_holding h JOIN post p ON p.id = h.post_id
			WHERE p.organisation_id = ${ownerId}::uuid
			UNION ALL
			SELECT unnest(ARRAY[d.valid_from, d.valid_until]) FROM deputy_arrangement d JOIN post p ON p.id = d.post_id
			WHERE p.organisation_id = ${ownerId}::uuid
		) dated WHERE day > ${first}::date AND (${validUntil}::date IS NULL OR day < ${validUntil}::date)
		ORDER BY day LIMIT ${daysMost}`;
	return [first, ...rows.map(({ day }) => day)];
}

/** Who acts as the posts of somebody who is away: as it is on the first day, and every later day on which nobody does. */
async function coversOf(view: View, absence: Row): Promise<PostCover[]> {
	const days = await daysToAsk(view, absence);
	const found: PostCover[] = [];
	for (const [place, day] of days.entries()) {
		const posts = await view.db.post.findMany({
			where: { holdings: { some: { personId: absence.personId, ...inForce(day) } }, ...inForce(day) },
			select: { id: true },
			orderBy: { label: "asc" },
			take: 50,
		});
		const covers = await coversOn(
			view,
			posts.map(({ id }) => id),
			day,
		);
		for (const covered of covers.values()) {
			const shown = shownCover(view, covered, day);
			const before = found.findLast(({ postId }) => postId === shown.postId);
			const opens = shown.by === "nobody" && before?.by !== "nobody";
			if (place === 0 || opens) found.push(shown);
		}
	}
	return found;
}

function shownAbsence(view: View, row: Row) {
	const until = row.validUntil;
	return {
		id: row.id,
		name: nameOf(row.person, view),
		from: dayText(row.validFrom),
		until: until && lastDayText(until),
		running: row.validFrom <= today(view.now),
	};
}

/** Posts to choose from as a cover, and those of the person, with who stands in anyway. */
async function coverChoices(view: View, personId: string, day: StoredDate) {
	const posts = await view.db.post.findMany({
		where: { holdings: { some: { personId, ...inForce(day) } }, ...inForce(day) },
		select: { id: true, label: true, organisationId: true },
		orderBy: [{ label: "asc" }, { id: "asc" }],
		take: 50,
	});
	const own = posts.map(({ id }) => id);
	const near = [...new Set(posts.map(({ organisationId }) => organisationId))];
	const choices = await view.db.post.findMany({
		where: {
			id: { notIn: own },
			OR: near.map((organisationId) => mayDeputise(organisationId, day)),
			holdings: { some: inForce(day) },
		},
		select: {
			id: true,
			label: true,
			holdings: {
				where: inForce(day),
				select: { person: { select: { displayName: true, erasedAt: true } } },
				orderBy: { id: "asc" },
				take: 5,
			},
		},
		orderBy: [{ label: "asc" }, { id: "asc" }],
		take: most,
	});
	const standing = await view.db.deputyArrangement.findMany({
		where: { postId: { in: own }, standing: true, acceptedAt: { not: null }, ...inForce(day) },
		select: { deputyPost: { select: { label: true } } },
		orderBy: [{ rank: "asc" }, { id: "asc" }],
		take: 5,
	});
	return {
		posts: posts.map(({ id, label }) => ({ id, label })),
		choices: choices.map(({ id, label, holdings }) => ({
			value: id,
			label: `${holdings.map(({ person }) => nameOf(person, view)).join(", ")} – ${label}`,
		})),
		standing: [...new Set(standing.map(({ deputyPost }) => deputyPost.label))].join(", ") || null,
	};
}

/** The page on which somebody says that they are away. @throws SignInNeeded for guests */
export async function ownAbsencePage(view: View) {
	const { actor, db, now } = view;
	if (actor.kind !== "person") throw new SignInNeeded();
	const day = today(now);
	const rows = await db.absence.findMany({
		where: { personId: actor.personId, ...notOver(day) },
		include: parts,
		orderBy: { validFrom: "asc" },
		take: 20,
	});
	const led = actor.grants.flatMap(({ role, scope }) =>
		role === "organisation-admin" && scope.kind === "organisation" ? [scope.id] : [],
	);
	const spaces = await db.space.findMany({
		where: { organisationId: { in: led }, openedAt: { lte: now } },
		select: { slug: true, name: true },
		orderBy: [{ name: "asc" }, { slug: "asc" }],
		take: 50,
	});
	return {
		day: dayText(day),
		/** Places where this person leads, and reports others absent. */
		led: spaces,
		absences: rows.map((row) => shownAbsence(view, row)),
		...(await coverChoices(view, actor.personId, day)),
	};
}

/** One absence that is not over, for the person and those who lead. @throws NotFound; Forbidden or SignInNeeded */
export async function absencePage(view: View, id: string) {
	const row = await view.db.absence.findFirst({ where: { id, ...notOver(today(view.now)) }, include: parts });
	if (!row) throw new NotFound();
	demand(mayHandleAbsence, view.actor, { organisationId: row.ownerId, personId: row.personId });
	const day = laterOf(row.validFrom, today(view.now));
	const [covers, { choices, posts }, places] = await Promise.all([
		coversOf(view, row),
		coverChoices(view, row.personId, day),
		placesOf(view, [row.ownerId]),
	]);
	const slug = places.get(row.ownerId);
	const own = view.actor.kind === "person" && view.actor.personId === row.personId;
	return {
		absence: { ...shownAbsence(view, row), reason: row.reason, own },
		list: !own && slug ? `/o/${slug}/verwaltung/abwesenheiten` : null,
		covers,
		choices,
		work: await workOf(
			view,
			posts.map((post) => post.id),
		),
		uncovered: await uncoveredDays(view, {
			postIds: posts.map((post) => post.id),
			from: day,
			until: row.validUntil,
		}),
		today: dayText(today(view.now)),
	};
}

/** Days that were promised for these posts while their holder is away, and on which nobody would be there. */
async function uncoveredDays(view: View, of: { postIds: string[]; from: StoredDate; until: StoredDate | null }) {
	const lists = await Promise.all(placeParts().map((part) => part.uncoveredDays?.(view, of) ?? []));
	return lists.flat();
}

/** How much is open at these posts, by kind. */
async function workOf(view: View, postIds: string[]) {
	const lists = await Promise.all(
		postIds.flatMap((postId) => placeParts().map((part) => part.openWork?.(view, { postId, personId: null }) ?? [])),
	);
	const byKind = Map.groupBy(lists.flat(), ({ kind }) => kind);
	return [...byKind].map(([kind, entries]) => ({ kind, count: entries.length }));
}

/** Who is away at a place now or soon, for those who work there; why is not said. @throws NotFound; Forbidden, SignInNeeded */
export async function absencesAt(view: View, slug: string) {
	const place = await placeOf(view, slug);
	demand(worksFor, view.actor, place);
	const bodies = await bodiesAt(view, place.organisationId);
	const ownerIds = bodies.map(({ id }) => id);
	const rows = await view.db.absence.findMany({
		where: { ownerId: { in: ownerIds }, ...notOver(today(view.now)) },
		include: parts,
		orderBy: [{ validFrom: "asc" }, { id: "asc" }],
		take: most,
	});
	return {
		place,
		absences: await Promise.all(
			rows.map(async (row) => ({
				...shownAbsence(view, row),
				covers: await coversOf(view, row),
				leads: mayHandleAbsence(view.actor, { organisationId: row.ownerId, personId: row.personId }),
			})),
		),
		leads: mayAdminister(view.actor, place),
	};
}

/** The page on which those who lead say that a colleague is away. @throws NotFound; Forbidden or SignInNeeded */
export async function reportForPage(view: View, slug: string) {
	const place = await placeOf(view, slug);
	demand(mayAdminister, view.actor, place);
	const day = today(view.now);
	const bodies = await bodiesAt(view, place.organisationId);
	const organisationIds = bodies
		.filter(({ id }) => mayAdminister(view.actor, { organisationId: id }))
		.map(({ id }) => id);
	const holdings = await view.db.postHolding.findMany({
		where: { ...inForce(day), post: { organisationId: { in: organisationIds } }, person: { erasedAt: null } },
		select: {
			person: { select: { id: true, displayName: true, erasedAt: true } },
			post: { select: { id: true, label: true, organisationId: true } },
		},
		orderBy: [{ person: { displayName: "asc" } }, { post: { label: "asc" } }, { id: "asc" }],
		take: 500,
	});
	return {
		place,
		day: dayText(day),
		/** Value: organisation and person. */
		people: holdings.map(({ person, post }) => ({
			value: `${post.organisationId}.${person.id}`,
			label: `${nameOf(person, view)} – ${post.label}`,
		})),
		choices: holdings.map(({ person, post }) => ({
			value: post.id,
			label: `${nameOf(person, view)} – ${post.label}`,
		})),
	};
}

/** How many absences of today have a post that nobody stands in for, at the organisations that this reader leads. */
export async function countUncovered(view: View): Promise<{ slug: string; count: number }[]> {
	const { actor, db, now } = view;
	if (actor.kind !== "person") return [];
	const led = actor.grants.flatMap(({ role, scope }) =>
		role === "organisation-admin" && scope.kind === "organisation" ? [scope.id] : [],
	);
	if (led.length === 0) return [];
	const rows = await db.absence.findMany({
		where: { ownerId: { in: led }, ...notOver(today(now)) },
		include: parts,
		take: most,
	});
	const open = new Map<string, number>();
	for (const row of rows) {
		const covers = await coversOf(view, row);
		if (covers.some(({ by }) => by === "nobody")) open.set(row.ownerId, (open.get(row.ownerId) ?? 0) + 1);
	}
	const places = await placesOf(view, [...open.keys()]);
	return [...open].flatMap(([ownerId, count]) => {
		const slug = places.get(ownerId);
		return slug ? [{ slug, count }] : [];
	});
}
