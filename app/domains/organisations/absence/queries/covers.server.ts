import { inForce, type StoredDate } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { mayDeputise } from "../../commands/deputies.server";
import { placeParts } from "../../composition.server";
import { type Cover, coverOf, type Deputy, type Seat } from "../cover";

type Reading = Pick<View, "db" | "now">;

function selection(day: StoredDate) {
	return {
		id: true,
		label: true,
		organisationId: true,
		isPublic: true,
		phone: true,
		holdings: {
			where: inForce(day),
			orderBy: [{ validFrom: "asc" }, { id: "asc" }],
			take: 20,
			select: {
				personId: true,
				person: {
					select: {
						displayName: true,
						erasedAt: true,
						absences: { where: inForce(day), select: { id: true }, take: 1 },
					},
				},
			},
		},
		deputies: {
			where: inForce(day),
			orderBy: [{ standing: "asc" }, { rank: "asc" }, { id: "asc" }],
			take: 20,
			select: { deputyPostId: true, acceptedAt: true },
		},
	} satisfies Prisma.PostSelect;
}

/** A post with who holds it on a day, who of them is away, and its deputies. */
export type SeatRow = Prisma.PostGetPayload<{ select: ReturnType<typeof selection> }>;

/** Deeper than any chain of deputies. */
const deepest = 6;
const most = 500;

/** These posts and all that may stand in for them, as far as their chains lead. */
async function reachable(
	{ db }: Pick<View, "db">,
	postIds: readonly string[],
	day: StoredDate,
): Promise<Map<string, SeatRow>> {
	const rows = new Map<string, SeatRow>();
	let wanted = [...new Set(postIds)];
	for (let depth = 0; wanted.length > 0 && depth < deepest; depth += 1) {
		const found = await db.post.findMany({ where: { id: { in: wanted } }, select: selection(day), take: most });
		for (const row of found) rows.set(row.id, row);
		const asking = found.filter((row) => presentOf(row).length === 0);
		const next = asking.flatMap(({ deputies }) => deputies.map(({ deputyPostId }) => deputyPostId));
		wanted = [...new Set(next)].filter((id) => !rows.has(id));
	}
	return rows;
}

/** Who holds the post and is not away. */
export function presentOf({ holdings }: Pick<SeatRow, "holdings">): string[] {
	return holdings.filter(({ person }) => person.absences.length === 0).map(({ personId }) => personId);
}

/** Those who can get in as the post that is covered. */
async function ableOf(view: Reading, post: SeatRow, present: string[]): Promise<string[]> {
	const asking = placeParts().flatMap((part) => part.able ?? []);
	if (present.length === 0 || asking.length === 0) return present;
	const { id: postId, organisationId } = post;
	const able = await Promise.all(asking.map((ask) => ask(view, { postId, organisationId, personIds: present })));
	return present.filter((personId) => able.some((ids) => ids.includes(personId)));
}

/** Who acts as a post on a day, with the posts that were looked at. */
export type Covered = { cover: Cover; post: SeatRow; rows: ReadonlyMap<string, SeatRow> };

/** Who acts as each of these posts on a day; posts that are not there are left out. */
export async function coversOn(
	view: Reading,
	postIds: readonly string[],
	day: StoredDate,
): Promise<Map<string, Covered>> {
	const rows = await reachable(view, postIds, day);
	const deputies = new Map<string, Deputy[]>(
		[...rows.values()].map((row) => [
			row.id,
			row.deputies.map(({ deputyPostId, acceptedAt }) => ({
				postId: deputyPostId,
				accepted: acceptedAt !== null && acceptedAt <= view.now,
			})),
		]),
	);
	const found = new Map<string, Covered>();
	for (const postId of postIds) {
		const post = rows.get(postId);
		if (!post) continue;
		const seats = new Map<string, Seat>();
		for (const row of rows.values()) {
			const present = presentOf(row);
			const able = row.id === postId ? present : await ableOf(view, post, present);
			seats.set(row.id, { holders: row.holdings.map(({ personId }) => personId), present, able });
		}
		found.set(postId, { cover: coverOf(postId, { seats, deputies }), post, rows });
	}
	return found;
}

/** A post that could be asked to stand in. */
export type StandIn = { postId: string; label: string; names: string[] };

const standInsMost = 60;

/**
 * Who could stand in for a post on a day: posts of the same kind and its deputies, held by somebody who is there then and can get in
 * as the post. Its deputies first, then by name. For those who look for a cover.
 */
export async function standInsFor(view: Reading, postId: string, day: StoredDate): Promise<StandIn[]> {
	const post = await view.db.post.findUnique({ where: { id: postId }, select: { ...selection(day), kind: true } });
	if (!post) return [];
	const deputies = post.deputies.map(({ deputyPostId }) => deputyPostId);
	const rows = await view.db.post.findMany({
		where: {
			id: { not: postId },
			...mayDeputise(post.organisationId, day),
			holdings: { some: inForce(day) },
			OR: [{ kind: post.kind }, { id: { in: deputies } }],
		},
		select: selection(day),
		orderBy: [{ label: "asc" }, { id: "asc" }],
		take: standInsMost,
	});
	const able = new Set(await ableOf(view, post, [...new Set(rows.flatMap(presentOf))]));
	const rank = (id: string) => (deputies.includes(id) ? deputies.indexOf(id) : deputies.length);
	return rows
		.flatMap((row): StandIn[] => {
			const there = presentOf(row).filter((personId) => able.has(personId));
			const names = row.holdings
				.filter(({ personId, person }) => there.includes(personId) && person.erasedAt === null)
				.map(({ person }) => person.displayName);
			return names.length > 0 ? [{ postId: row.id, label: row.label, names }] : [];
		})
		.toSorted((one, other) => rank(one.postId) - rank(other.postId));
}
