import { today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { askedPosts } from "../../concerns/queries/asked-posts.server";
import { topicsOf } from "../../concerns/queries/new-concern-page.server";
import { dayText } from "../../days.server";
import { territoryOf } from "../../plans/queries/territory.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { mailboxOf } from "../mailbox.server";

const parts = {
	post: { select: { label: true } },
	topic: { select: { name: true } },
	area: { select: { name: true } },
	owner: { select: { shortName: true, space: { select: { slug: true, name: true } } } },
} as const satisfies Prisma.CountyNewsInclude;

type Row = Prisma.CountyNewsGetPayload<{ include: typeof parts }>;

function shown({ code, title, text, post, topic, area, owner, validUntil, publishedAt, withdrawnAt, isPublic }: Row) {
	return {
		code,
		title,
		text,
		post: post.label,
		topic: topic?.name ?? null,
		area: area?.name ?? null,
		from: owner.space?.name ?? owner.shortName,
		validUntil: dayText(validUntil),
		publishedAt,
		withdrawn: withdrawnAt !== null,
		isPublic,
	};
}

const listSize = 100;

/** Of which topic and for which area; null: any. */
export type NewsAsked = { topicId: string | null; areaId: string | null };

/**
 * What a county told its municipalities, newest first. At most 100. News for an area are found by it, and so are news for all areas;
 * news without a topic belong to none.
 * @throws NotFound; Forbidden or SignInNeeded
 */
export async function newsList(view: View, slug: string, { topicId, areaId }: NewsAsked) {
	const place = await placeOfGuides(view, slug);
	const [topics, areas] = await Promise.all([
		topicsOf(view, place.ownerId),
		view.db.area.findMany({
			where: { ownerId: place.ownerId, countyNews: { some: {} } },
			select: { id: true, name: true },
			orderBy: [{ name: "asc" }, { id: "asc" }],
		}),
	]);
	const rows = await view.db.countyNews.findMany({
		where: {
			ownerId: place.ownerId,
			...(topicId ? { topicId } : {}),
			...(areaId ? { OR: [{ areaId }, { areaId: null }] } : {}),
		},
		include: { ...parts, deliveries: { select: { confirmedAt: true, raisedAt: true } } },
		orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
		take: listSize,
	});
	const day = dayText(today(view.now));
	return {
		place,
		asked: { topicId, areaId },
		topics: topics.map(({ id, name }) => ({ value: id, label: name })),
		areas: areas.map(({ id, name }) => ({ value: id, label: name })),
		news: rows.map(({ deliveries, ...row }) => ({
			...shown(row),
			over: dayText(row.validUntil) < day,
			count: deliveries.length,
			confirmed: deliveries.filter(({ confirmedAt }) => confirmedAt).length,
			raised: deliveries.filter(({ raisedAt }) => raisedAt).length,
		})),
	};
}

/** What the form for news offers. @throws NotFound; Forbidden or SignInNeeded */
export async function newNewsPage(view: View, slug: string) {
	const place = await placeOfGuides(view, slug);
	const [posts, topics, { areas }] = await Promise.all([
		askedPosts(view, place.ownerId),
		topicsOf(view, place.ownerId),
		territoryOf(view.db, place.ownerId),
	]);
	const day = dayText(today(view.now));
	return {
		place,
		posts: posts.map(({ id, label }) => ({ value: id, label })),
		topics: topics.map(({ id, name }) => ({ value: id, label: name })),
		areas: areas
			.filter(({ until }) => until === null || until > day)
			.map(({ id, name }) => ({ value: id, label: name })),
	};
}

/** One news with what became of it in each municipality. @throws NotFound; Forbidden or SignInNeeded */
export async function newsAt(view: View, params: { place: string; code: string }) {
	const place = await placeOfGuides(view, params.place);
	const row = await view.db.countyNews.findFirst({
		where: { ownerId: place.ownerId, code: params.code },
		include: {
			...parts,
			deliveries: {
				include: { municipality: { select: { shortName: true } } },
				orderBy: [{ municipality: { shortName: "asc" } }, { id: "asc" }],
			},
		},
	});
	if (!row) throw new NotFound();
	const { deliveries, ...news } = row;
	return {
		place,
		news: shown(news),
		deliveries: await Promise.all(
			deliveries.map(async ({ id, municipality, municipalityId, deliveredAt, mailedAt, ...rest }) => ({
				id,
				municipality: municipality.shortName,
				deliveredAt,
				mailedAt,
				hasMailbox: mailedAt !== null || (await mailboxOf(view.db, municipalityId, view.now)) !== null,
				confirmedAt: rest.confirmedAt,
				raisedAt: rest.raisedAt,
				discussedAt: rest.discussedAt,
			})),
		),
	};
}

/** News that everybody may read. @throws NotFound for all others */
export async function publicNews({ db }: Pick<View, "db">, code: string) {
	const row = await db.countyNews.findFirst({ where: { code, isPublic: true, withdrawnAt: null }, include: parts });
	if (!row) throw new NotFound();
	return shown(row);
}

/** Public news that count at a place today, newest first; about a topic, and those about none, where one is asked for. */
export async function newsOfPlace(
	{ db, now }: Pick<View, "db" | "now">,
	{ municipalityId, topicId = null, count }: { municipalityId: string; topicId?: string | null; count: number },
) {
	const rows = await db.countyNews.findMany({
		where: {
			isPublic: true,
			withdrawnAt: null,
			validUntil: { gte: today(now) },
			deliveries: { some: { municipalityId } },
			...(topicId ? { OR: [{ topicId }, { topicId: null }] } : {}),
		},
		include: parts,
		orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
		take: count,
	});
	return rows.map(shown);
}

/**
 * What the county told a municipality and still counts, with what became of it there; of one topic where one is asked for. Asked by
 * those who may follow it.
 */
export async function newsFor(
	{ db, now }: Pick<View, "db" | "now">,
	municipalityIds: readonly string[],
	topicId: string | null = null,
) {
	const rows = await db.countyNewsDelivery.findMany({
		where: {
			municipalityId: { in: [...municipalityIds] },
			news: { withdrawnAt: null, validUntil: { gte: today(now) }, ...(topicId ? { topicId } : {}) },
		},
		include: { news: { include: parts }, municipality: { select: { shortName: true } } },
		orderBy: [{ deliveredAt: "desc" }, { id: "desc" }],
		take: listSize,
	});
	return rows.map(({ id, news, municipality, confirmedAt, raisedAt, discussedAt }) => ({
		id,
		...shown(news),
		municipality: municipality.shortName,
		confirmedAt,
		raisedAt,
		discussedAt,
	}));
}
