import { command } from "~/platform/act.server";
import { inForce, today } from "~/platform/calendar.server";
import { kept } from "~/platform/database/kept.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { leadsBack } from "../absence/cover";
import { administeringPost, bodyInForce } from "../acting.server";

type Arrangement = {
	postId: string;
	deputyPostId: string;
	/** 1 stands in first. */
	rank: number;
	validFrom: Date;
	/** First day on which it no longer counts; null for a standing arrangement. */
	validUntil: Date | null;
};

type Refused = "deputy-itself" | "deputy-circle" | "deputy-elsewhere" | "period-empty" | "already-deputy";

/** The condition for posts that may stand in for one of this organisation: its own, and those of bodies that act for it. */
export function mayDeputise(organisationId: string, day: Date) {
	const near = [{ id: organisationId }, { actsFor: { some: { principalId: organisationId, ...inForce(day) } } }];
	return { ...inForce(day), organisation: { OR: near, AND: [bodyInForce(day)] } };
}

/** Post → the posts that stand in for it, by the standing arrangements that count today or later. */
async function standingFrom(db: View["db"], day: Date): Promise<Map<string, string[]>> {
	const rows = await db.deputyArrangement.findMany({
		where: { standing: true, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
		select: { postId: true, deputyPostId: true },
	});
	return new Map(
		[...Map.groupBy(rows, ({ postId }) => postId)].map(([post, of]) => [post, of.map((row) => row.deputyPostId)]),
	);
}

/**
 * Says which post stands in for which, after a step-up; it counts only when the holder of that post has accepted it.
 * @returns its id; refused with "deputy-itself", "deputy-circle" (standing deputies would lead back to the post),
 * "deputy-elsewhere" (a post of an organisation that neither is the same nor
 * acts for it), "period-empty", "already-deputy"
 * @throws NotFound for a post that is not there or ended; Forbidden or SignInNeeded
 */
export const appointDeputy = command(
	"organisations.appoint-deputy",
	async (
		world,
		{ postId, deputyPostId, rank, validFrom, validUntil }: Arrangement,
	): Promise<Outcome<{ arrangementId: string }, Refused>> => {
		const { db, now } = world;
		const { post, recorded } = await administeringPost(world, postId);
		demandStepUp(world);
		if (deputyPostId === postId) return refused("deputy-itself", { field: "deputyPost" });
		if (validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
		const day = today(now);
		const { organisationId } = post;
		if ((await db.post.count({ where: { id: deputyPostId, ...mayDeputise(organisationId, day) } })) === 0)
			return refused("deputy-elsewhere", { field: "deputyPost" });
		// Two at once would each see half of a circle.
		await db.$queryRaw`SELECT FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
		if (validUntil === null && leadsBack({ postId, deputyPostId }, await standingFrom(db, day))) {
			return refused("deputy-circle", { field: "deputyPost" });
		}
		const id = newId(now);
		const written = await kept(
			db.deputyArrangement.create({
				data: { id, postId, deputyPostId, rank, standing: validUntil === null, validFrom, validUntil },
			}),
			{ deputy_arrangement_once: { code: "already-deputy" as const, field: "deputyPost" } },
		);
		if (!written.done) return written;
		world.record({
			type: "organisations.deputy.appointed",
			subject: { kind: "post", id: postId },
			...recorded,
			facts: { arrangement: id, deputyPost: deputyPostId, rank },
		});
		return done({ arrangementId: id });
	},
);

/**
 * Accepts to stand in for a post, after a step-up; whoever holds the deputy's post today does so for that post.
 * @returns nothing
 * @throws NotFound when there is nothing of that kind to accept for this person
 */
export const acceptDeputy = command(
	"organisations.accept-deputy",
	async (world, { arrangementId }: { arrangementId: string }): Promise<Outcome<null>> => {
		const { db, actor, now } = world;
		const day = today(now);
		if (actor.kind === "guest") throw new NotFound();
		const mine = actor.kind === "house" ? {} : { holdings: { some: { personId: actor.personId, ...inForce(day) } } };
		const found = await db.deputyArrangement.findFirst({
			where: {
				id: arrangementId,
				OR: [{ validUntil: null }, { validUntil: { gt: day } }],
				deputyPost: { ...mine, AND: [inForce(day)] },
			},
			select: { postId: true, deputyPostId: true, post: { select: { organisationId: true } } },
		});
		if (!found) throw new NotFound();
		demandStepUp(world);
		// Of two at once, the second finds it accepted.
		const { count } = await db.deputyArrangement.updateMany({
			where: { id: arrangementId, acceptedAt: null },
			data: { acceptedAt: now },
		});
		if (count === 0) throw new NotFound();
		world.record({
			type: "organisations.deputy.accepted",
			subject: { kind: "post", id: found.postId },
			ownerId: found.post.organisationId,
			postId: found.deputyPostId,
			facts: { arrangement: arrangementId },
		});
		return done(null);
	},
);

/**
 * Ends an arrangement, after a step-up: it no longer counts from the given day on. One that never counted is taken back.
 * @returns nothing; refused with "ends-earlier" when it would be longer than it is
 * @throws NotFound when it is not there or over; Forbidden or SignInNeeded
 */
export const endDeputy = command(
	"organisations.end-deputy",
	async (
		world,
		{ postId, arrangementId, endsOn }: { postId: string; arrangementId: string; endsOn: Date },
	): Promise<Outcome<null, "ends-earlier">> => {
		const { db, now } = world;
		const { recorded } = await administeringPost(world, postId);
		const found = await db.deputyArrangement.findFirst({
			where: { id: arrangementId, postId, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] },
		});
		if (!found) throw new NotFound();
		demandStepUp(world);
		if (found.validUntil && endsOn > found.validUntil) return refused("ends-earlier", { field: "lastDay" });
		const never = found.acceptedAt === null || endsOn <= found.validFrom;
		if (never) await db.deputyArrangement.delete({ where: { id: arrangementId } });
		else await db.deputyArrangement.update({ where: { id: arrangementId }, data: { validUntil: endsOn } });
		world.record({
			type: never ? "organisations.deputy.withdrawn" : "organisations.deputy.ended",
			subject: { kind: "post", id: postId },
			...recorded,
			facts: { arrangement: arrangementId, endsOn: endsOn.toISOString().slice(0, 10) },
		});
		return done(null);
	},
);
