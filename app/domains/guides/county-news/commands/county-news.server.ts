import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { askedPosts } from "../../concerns/queries/asked-posts.server";
import { lockedWorkDay } from "../../office-days/queries/find-day.server";
import { actingAs, mayFollow, mayPlan } from "../../policy.server";
import { addressees } from "../addressees.server";
import { newsLimits } from "../forms";

export type Written = {
	ownerId: string;
	postId: string;
	title: string;
	text: string;
	topicId: string | null;
	/** Null: all areas. */
	areaId: string | null;
	/** The last day on which it counts. */
	validUntil: Date;
	/** Shown to everybody on the pages of the municipalities, too. */
	isPublic: boolean;
};

type Refused = "post-elsewhere" | "topic-unknown" | "area-unknown" | "day-passed" | "too-long" | "nobody-there";

/**
 * Says something to the municipalities of an area: it stands on their pages at once, and goes to their mailboxes with the bundled
 * mail of the next morning.
 * @returns its code and for how many municipalities it is; refused with the codes of `Refused`
 * @throws Forbidden or SignInNeeded
 */
export const publishNews = command(
	"guides.publish-county-news",
	async (world, input: Written): Promise<Outcome<{ code: string; count: number }, Refused>> => {
		const { db, actor, now } = world;
		const { ownerId, postId, topicId, areaId, validUntil } = input;
		demand(mayPlan, actor, { organisationId: ownerId });
		if (!(await askedPosts(world, ownerId)).some(({ id }) => id === postId)) {
			return refused("post-elsewhere", { field: "post" });
		}
		if (topicId && (await db.topic.count({ where: { id: topicId, ownerId } })) === 0) {
			return refused("topic-unknown", { field: "topic" });
		}
		if (areaId && (await db.area.count({ where: { id: areaId, ownerId } })) === 0) {
			return refused("area-unknown", { field: "area" });
		}
		if (validUntil < today(now)) return refused("day-passed", { field: "validUntil" });
		if (validUntil > daysFrom(today(now), newsLimits.daysMost)) return refused("too-long", { field: "validUntil" });
		const municipalities = await addressees(world, { ownerId, areaId });
		if (municipalities.length === 0) return refused("nobody-there", { field: "area" });
		const [id, code] = [newId(now), newCode()];
		const { title, text, isPublic } = input;
		await db.countyNews.create({
			data: {
				id,
				code,
				ownerId,
				postId,
				topicId,
				areaId,
				title,
				text,
				validUntil,
				isPublic,
				publishedAt: now,
				writtenById: personIdOf(actor),
				deliveries: {
					createMany: {
						data: municipalities.map((municipalityId) => ({ id: newId(now), municipalityId, deliveredAt: now })),
					},
				},
			},
		});
		world.record({
			type: "guides.county-news.published",
			subject: { kind: "county-news", id },
			...actingAs(actor, ownerId).recorded,
			postId,
			facts: { count: municipalities.length, isPublic, area: areaId, topic: topicId },
		});
		return done({ code, count: municipalities.length });
	},
);

/**
 * Takes news back: it stands nowhere any more and goes into no mail.
 * @returns nothing; refused with "withdrawn-before"
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const withdrawNews = command(
	"guides.withdraw-county-news",
	async (world, { ownerId, code }: { ownerId: string; code: string }): Promise<Outcome<null, "withdrawn-before">> => {
		const { db, actor, now } = world;
		const news = await db.countyNews.findFirst({ where: { code, ownerId }, select: { id: true } });
		if (!news) throw new NotFound();
		demand(mayPlan, actor, { organisationId: ownerId });
		const { count } = await db.countyNews.updateMany({
			where: { id: news.id, withdrawnAt: null },
			data: { withdrawnAt: now },
		});
		if (count === 0) return refused("withdrawn-before");
		const subject = { kind: "county-news", id: news.id };
		world.record({ type: "guides.county-news.withdrawn", subject, ...actingAs(actor, ownerId).recorded });
		return done(null);
	},
);

/**
 * The municipality says that it has read news. Nobody is obliged to, and without this nobody knows.
 * @returns nothing; refused with "confirmed-before"
 * @throws NotFound for news of others; Forbidden or SignInNeeded
 */
export const confirmNews = command(
	"guides.confirm-county-news",
	async (world, { deliveryId }: { deliveryId: string }): Promise<Outcome<null, "confirmed-before">> => {
		const { db, actor, now } = world;
		const found = await db.countyNewsDelivery.findFirst({
			where: { id: deliveryId, news: { withdrawnAt: null } },
			select: { newsId: true, municipalityId: true, news: { select: { ownerId: true } } },
		});
		if (!found) throw new NotFound();
		demand(mayFollow, actor, { organisationId: found.municipalityId });
		const { count } = await db.countyNewsDelivery.updateMany({
			where: { id: deliveryId, confirmedAt: null },
			data: { confirmedAt: now, confirmedById: personIdOf(actor) },
		});
		if (count === 0) return refused("confirmed-before");
		world.record({
			type: "guides.county-news.confirmed",
			subject: { kind: "county-news", id: found.newsId },
			ownerId: found.news.ownerId,
			facts: { municipality: found.municipalityId },
		});
		return done(null);
	},
);

type Raised = { at: { code: string; day: string }; deliveryId: string; act: "raised" | "discussed" | "take-back" };

/**
 * Ticks at an office day that news was raised in the town hall, or raised and discussed; or takes the tick back.
 * @throws NotFound for news that is not for this town hall; Forbidden or SignInNeeded
 */
export const tickNews = command(
	"guides.tick-county-news",
	async (world: ActWorld, { at, deliveryId, act }: Raised): Promise<Outcome<null, never>> => {
		const { db, actor, now } = world;
		const { series, stored } = await lockedWorkDay(world, at);
		const found = await db.countyNewsDelivery.findFirst({
			where: { id: deliveryId, municipalityId: series.municipalityId, news: { ownerId: series.ownerId } },
			select: { newsId: true },
		});
		if (!found) throw new NotFound();
		const raised = { raisedAt: now, raisedById: personIdOf(actor), officeDayId: stored.id };
		await db.countyNewsDelivery.update({
			where: { id: deliveryId },
			data:
				act === "take-back"
					? { raisedAt: null, raisedById: null, officeDayId: null, discussedAt: null }
					: { ...raised, discussedAt: act === "discussed" ? now : null },
		});
		world.record({
			type: "guides.county-news.ticked",
			subject: { kind: "county-news", id: found.newsId },
			...actingAs(actor, series.ownerId).recorded,
			facts: { municipality: series.municipalityId, officeDay: stored.id, act },
		});
		return done(null);
	},
);
