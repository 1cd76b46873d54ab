import { fromStored, inForce, type StoredDate, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { PostKind } from "~/platform/database/generated/enums";
import { textFor } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { coversOn } from "../absence/queries/covers.server";
import { messages } from "../place-messages";
import { worksFor } from "../policy.server";
import { bodiesAt } from "./bodies.server";
import { placeOf } from "./place.server";

/** A post as it stands on one day. Of a post that is not public, outsiders see no more than its label. */
export type PostView = {
	id: string;
	organisationId: string;
	organisation: string;
	label: string;
	kind: PostKind;
	/** Display names of those who hold it, or null while it is vacant. */
	holder: string | null;
	/** The holder fills in for the time being (kommissarisch). */
	acting: boolean;
	/** The first accepted deputy by rank. */
	deputy: { label: string; name: string | null } | null;
	/** All who hold it are away on that day; why is said to nobody. */
	away: boolean;
	/** Who acts for a holder who is away; null while nobody is away, or nobody stands in. */
	cover: { label: string; name: string | null; phone: string | null } | null;
	phone: string | null;
	mailbox: string | null;
	room: string | null;
};

const listSize = 300;

type Named = { displayName: string; erasedAt: Date | null };

/** The name people see; an erased account has none in any language. */
export function nameOf(person: Named, { locale }: Pick<View, "locale">): string {
	return person.erasedAt ? textFor(locale, messages)("person.erased") : person.displayName;
}

function selection(day: StoredDate, now: Date) {
	const holdings = {
		where: inForce(day),
		select: {
			acting: true,
			person: {
				select: {
					displayName: true,
					erasedAt: true,
					absences: { where: inForce(day), select: { id: true }, take: 1 },
				},
			},
		},
		orderBy: [{ validFrom: "asc" }, { id: "asc" }],
		take: 20,
	} satisfies Prisma.Post$holdingsArgs;
	return {
		id: true,
		organisationId: true,
		label: true,
		kind: true,
		phone: true,
		mailbox: true,
		room: true,
		isPublic: true,
		organisation: { select: { shortName: true } },
		holdings,
		deputies: {
			where: { acceptedAt: { lte: now }, ...inForce(day) },
			orderBy: [{ rank: "asc" }, { id: "asc" }],
			take: 1,
			select: { deputyPost: { select: { label: true, isPublic: true, organisationId: true, holdings } } },
		},
	} satisfies Prisma.PostSelect;
}

type Row = Prisma.PostGetPayload<{ select: ReturnType<typeof selection> }>;

function shown(view: View, row: Row): PostView {
	const sees = (post: { isPublic: boolean; organisationId: string }) => post.isPublic || worksFor(view.actor, post);
	const names = (holdings: Row["holdings"]) => holdings.map(({ person }) => nameOf(person, view)).join(", ") || null;
	const { id, organisationId, label, kind } = row;
	const said = { id, organisationId, organisation: row.organisation.shortName, label, kind };
	if (!sees(row)) {
		const unseen = { holder: null, acting: false, deputy: null, away: false, cover: null };
		return { ...said, ...unseen, phone: null, mailbox: null, room: null };
	}
	const deputyPost = row.deputies[0]?.deputyPost;
	return {
		...said,
		holder: names(row.holdings),
		acting: row.holdings.some(({ acting }) => acting),
		deputy: deputyPost ? { label: deputyPost.label, name: sees(deputyPost) ? names(deputyPost.holdings) : null } : null,
		away: row.holdings.length > 0 && row.holdings.every(({ person }) => person.absences.length > 0),
		cover: null,
		phone: row.phone,
		mailbox: row.mailbox,
		room: row.room,
	};
}

/** Adds who acts for those who are away; on most days nobody is, and nothing is asked. */
async function withCovers(view: View, posts: PostView[], day: StoredDate): Promise<PostView[]> {
	const away = posts.filter((post) => post.away);
	if (away.length === 0) return posts;
	const covers = await coversOn(
		view,
		away.map(({ id }) => id),
		day,
	);
	return posts.map((post) => {
		const found = covers.get(post.id);
		if (found?.cover.by !== "deputy") return post;
		const row = found.rows.get(found.cover.postId);
		if (!row) return post;
		const sees = row.isPublic || worksFor(view.actor, row);
		const there = row.holdings.filter(({ person }) => person.absences.length === 0);
		const name = there.map(({ person }) => nameOf(person, view)).join(", ") || null;
		return { ...post, cover: { label: row.label, name: sees ? name : null, phone: sees ? row.phone : null } };
	});
}

/**
 * One post as it stands on a day: for pages that name who is responsible. Also posts that have ended, whose answers stay.
 * @throws NotFound when it is not there
 */
export async function postView(view: View, postId: string, day: StoredDate = today(view.now)): Promise<PostView> {
	const row = await view.db.post.findUnique({ where: { id: postId }, select: selection(day, view.now) });
	if (!row) throw new NotFound();
	const shownRow = shown(view, row);
	return (await withCovers(view, [shownRow], day))[0] ?? shownRow;
}

/** The posts of an organisation in force today that this reader may see, heads first. At most 300. */
export async function postsOf(view: View, organisationId: string): Promise<PostView[]> {
	return postsOfBodies(view, [organisationId]);
}

async function postsOfBodies(view: View, organisationIds: string[]): Promise<PostView[]> {
	const day = today(view.now);
	const inside = organisationIds.filter((organisationId) => worksFor(view.actor, { organisationId }));
	const rows = await view.db.post.findMany({
		where: {
			organisationId: { in: organisationIds },
			AND: [inForce(day), { OR: [{ isPublic: true }, { organisationId: { in: inside } }] }],
		},
		select: selection(day, view.now),
		orderBy: [{ kind: "asc" }, { label: "asc" }, { id: "asc" }],
		take: listSize,
	});
	return withCovers(
		view,
		rows.map((row) => shown(view, row)),
		day,
	);
}

/** The posts that appear at a place: of its organisation and of the bodies below it without a place of their own. */
export async function postsAt(view: View, slug: string) {
	const place = await placeOf(view, slug);
	const bodies = await bodiesAt(view, place.organisationId);
	const posts = await postsOfBodies(
		view,
		bodies.map(({ id }) => id),
	);
	return { place, posts };
}

/**
 * One post at a place, with its former holders for those who work there.
 * @throws NotFound when it is none of that place, or not public
 */
export async function postAt(view: View, slug: string, postId: string) {
	const place = await placeOf(view, slug);
	const bodies = await bodiesAt(view, place.organisationId);
	const row = await view.db.post.findFirst({
		where: { id: postId, organisationId: { in: bodies.map(({ id }) => id) } },
		select: { organisationId: true, isPublic: true, validFrom: true, validUntil: true },
	});
	const inside = row !== null && worksFor(view.actor, row);
	if (!row || !(row.isPublic || inside)) throw new NotFound();
	const day = today(view.now);
	const post = await postView(view, postId);
	const over = row.validUntil !== null && row.validUntil <= day ? lastDayText(row.validUntil) : null;
	return { place, post, over, isPublic: row.isPublic, former: inside ? await holdersBefore(view, postId, day) : null };
}

async function holdersBefore(view: View, postId: string, day: StoredDate) {
	const rows = await view.db.postHolding.findMany({
		where: { postId, validUntil: { lte: day } },
		select: {
			id: true,
			validFrom: true,
			validUntil: true,
			person: { select: { displayName: true, erasedAt: true } },
		},
		orderBy: [{ validFrom: "desc" }, { id: "desc" }],
		take: 100,
	});
	return rows.map(({ id, person, validFrom, validUntil }) => ({
		id,
		name: nameOf(person, view),
		from: dayText(validFrom),
		until: validUntil && lastDayText(validUntil),
	}));
}

/** A stored date as `YYYY-MM-DD`, which pages show as that day everywhere. */
export function dayText(date: StoredDate): string {
	return fromStored(date).toString();
}

/** The last day of a half-open period: people say "bis einschließlich". */
export function lastDayText(validUntil: StoredDate): string {
	return fromStored(validUntil).subtract({ days: 1 }).toString();
}
