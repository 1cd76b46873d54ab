import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { dayText } from "../../queries/names.server";
import { dueReviews } from "../queries/due-reviews.server";

const remind = command("groups.remind-of-review", async (world: ActWorld, { id, due }: { id: string; due: Date }) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	await world.db.$queryRaw`SELECT FROM recommendation WHERE id = ${id}::uuid FOR UPDATE`;
	const at = { recommendationId: id, dueOn: due };
	const review = await world.db.decisionReview.findUnique({ where: { recommendationId_dueOn: at } });
	if (review?.remindedAt || review?.doneAt) return refused("already-reminded");
	await world.db.decisionReview.upsert({
		where: { recommendationId_dueOn: at },
		create: { id: newId(world.now), ...at, remindedAt: world.now },
		update: { remindedAt: world.now },
	});
	const { organisationId } = await world.db.recommendation.findUniqueOrThrow({ where: { id } });
	world.record({
		type: "groups.decision.review-due",
		subject: { kind: "recommendation", id },
		ownerId: organisationId,
		facts: { due: dayText(due) },
	});
	return done(null);
});

/**
 * Tells of reviews that are due, each once, also when the sweep comes days late; they stay due on the pages until done.
 * @returns how many were told of now
 */
export async function remindOfReviews(world: World): Promise<number> {
	const rows = await world.db.recommendation.findMany({
		where: { AND: [dueReviews(today(world.now)), { reviews: { none: { doneAt: null, remindedAt: { not: null } } } }] },
		select: { id: true, reviewOn: true, reviews: { where: { doneAt: null }, select: { dueOn: true } } },
		orderBy: [{ reviewOn: "asc" }, { id: "asc" }],
		take: 500,
	});
	let told = 0;
	for (const { id, reviewOn, reviews } of rows) {
		if ((await remind(world, { id, due: reviews[0]?.dueOn ?? reviewOn })).done) told += 1;
	}
	return told;
}
