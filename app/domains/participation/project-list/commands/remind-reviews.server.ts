import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";

type Bundle = { organisationId: string; postId: string };

/** Asks a post once whether its entries that are due are still so: one message for all of them. Only the house does that. */
const remindReviews = command(
	"participation.remind-project-reviews",
	async (world: ActWorld, { organisationId, postId }: Bundle) => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const day = today(world.now);
		const due = await world.db.$executeRaw`
			UPDATE listed_project SET reminded_for = review_due_on
			WHERE organisation_id = ${organisationId}::uuid AND responsible_post_id = ${postId}::uuid
				AND review_due_on <= ${day}::date AND reminded_for IS DISTINCT FROM review_due_on`;
		if (due === 0) return refused("already-reminded");
		world.record({
			type: "participation.project-list.review-due",
			subject: { kind: "post", id: postId },
			ownerId: organisationId,
			facts: { due },
		});
		return done(null);
	},
);

/**
 * Asks the responsible posts whether what they have on the project list is still so: each due day once, also when late, one
 * message per post and organisation.
 * @returns how many messages were asked for now
 */
export async function remindProjectReviews(world: World): Promise<number> {
	const due = await world.db.listedProject.groupBy({
		by: ["organisationId", "responsiblePostId"],
		where: {
			responsiblePostId: { not: null },
			reviewDueOn: { lte: today(world.now) },
			OR: [{ remindedFor: null }, { remindedFor: { lt: world.db.listedProject.fields.reviewDueOn } }],
		},
		orderBy: [{ organisationId: "asc" }, { responsiblePostId: "asc" }],
		take: 500,
	});
	let asked = 0;
	for (const { organisationId, responsiblePostId } of due) {
		if (!responsiblePostId) continue;
		if ((await remindReviews(world, { organisationId, postId: responsiblePostId })).done) asked += 1;
	}
	return asked;
}
