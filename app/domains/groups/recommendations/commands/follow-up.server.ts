import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { type StoredDate, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { link } from "../../../trace/index.server";
import { mayRunGroup } from "../../policy.server";
import { dayText } from "../../queries/names.server";
import { mayFollow, type StepState } from "../life";
import { mayFollowUp } from "../policy.server";
import { decisionById } from "../queries/find-decision.server";

async function heldDecision(world: ActWorld, id: string) {
	await world.db.$queryRaw`SELECT FROM recommendation WHERE id = ${id}::uuid FOR UPDATE`;
	const found = await decisionById(world, id);
	const subject = { kind: "recommendation", id };
	return { ...found, recorded: { subject, ownerId: found.group.organisationId } };
}

/**
 * Reports how a published, adopted decision is carried out: under way, partly, done, not done (with the reason), revoked
 * (with the reason; by who runs the group). Nothing ends without a word, and an end is an end.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const reportStep = command(
	"groups.report-decision-step",
	async (
		world: ActWorld,
		input: { id: string; state: StepState; text: string },
	): Promise<Outcome<null, "not-published" | "not-adopted" | "ended-before" | "text-missing" | "only-the-group">> => {
		const { row, given, group, life, recorded } = await heldDecision(world, input.id);
		demand(mayFollowUp, world.actor, given);
		if (!row.publishedAt) return refused("not-published");
		if (row.result !== "adopted") return refused("not-adopted");
		const text = input.text.trim();
		if (text.length < 5) return refused("text-missing", { field: "text" });
		if (!mayFollow(life, input.state)) return refused("ended-before");
		if (input.state === "revoked" && !mayRunGroup(world.actor, group))
			return refused("only-the-group", { field: "state" });
		const id = newId(world.now);
		// whoever waited for the row began earlier, and still comes after
		const at = new Date(Math.max(world.now.getTime(), (row.steps.at(-1)?.at.getTime() ?? 0) + 1));
		const postId = given.holds ? row.responsiblePostId : null;
		await world.db.decisionStep.create({
			data: {
				id,
				recommendationId: row.id,
				state: input.state,
				text,
				at,
				byId: personIdOf(world.actor),
				postId,
			},
		});
		world.record({
			type: "groups.decision.reported",
			...recorded,
			postId: postId ?? undefined,
			facts: { state: input.state, from: life, step: id },
		});
		return done(null);
	},
);

/**
 * Lets a newer decision take the place of an older one on the same matter, from a day on; the older one shows it from then.
 * Only the later vote replaces the earlier one, so no chain can close into a circle. Once, also when two do it at once.
 * @param olderCode as it stands on the older decision
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const replaceDecision = command(
	"groups.replace-decision",
	async (
		world: ActWorld,
		{ newerId, olderCode, fromDay }: { newerId: string; olderCode: string; fromDay: StoredDate },
	): Promise<
		Outcome<
			{ olderId: string },
			"not-published" | "not-adopted" | "older-missing" | "not-older" | "replaced-before" | "before-its-vote"
		>
	> => {
		const code = olderCode.replaceAll(/\s/g, "").toUpperCase();
		const older = await world.db.recommendation.findUnique({ where: { code }, select: { id: true } });
		// locked in one order, so that two acts on the same pair wait for each other
		for (const id of [newerId, older?.id ?? newerId].toSorted()) {
			await world.db.$queryRaw`SELECT FROM recommendation WHERE id = ${id}::uuid FOR UPDATE`;
		}
		const newer = await decisionById(world, newerId);
		demand(mayRunGroup, world.actor, newer.group);
		if (!newer.row.publishedAt) return refused("not-published");
		if (newer.row.result !== "adopted") return refused("not-adopted");
		const replaced = older && (await decisionById(world, older.id));
		if (!replaced?.row.publishedAt || replaced.row.organisationId !== newer.row.organisationId) {
			return refused("older-missing", { field: "olderCode" });
		}
		demand(mayRunGroup, world.actor, replaced.group);
		if (replaced.row.votedAt >= newer.row.votedAt) return refused("not-older", { field: "olderCode" });
		if (replaced.row.replacedBy) return refused("replaced-before", { field: "olderCode" });
		if (fromDay < today(newer.row.votedAt)) return refused("before-its-vote", { field: "fromDay" });
		const olderId = replaced.row.id;
		await world.db.decisionReplacement.create({
			data: { olderId, newerId, fromDay, createdAt: world.now, byId: personIdOf(world.actor) },
		});
		await link(world, {
			from: { kind: "recommendation", id: olderId },
			relation: "replaced-by",
			to: { kind: "recommendation", id: newerId },
		});
		world.record({
			type: "groups.decision.replaced",
			subject: { kind: "recommendation", id: olderId },
			ownerId: newer.group.organisationId,
			facts: { by: newerId, from: dayText(fromDay) },
		});
		return done({ olderId });
	},
);

/**
 * Says what a review came to, and when the next one is; a due review stays due until this.
 * @param nextOn null: none any more
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const reviewDecision = command(
	"groups.review-decision",
	async (
		world: ActWorld,
		{ id, result, nextOn }: { id: string; result: string; nextOn: StoredDate | null },
	): Promise<Outcome<null, "not-published" | "no-review" | "text-missing" | "next-in-the-past">> => {
		const { row, given, reviewOn, recorded } = await heldDecision(world, id);
		demand(mayFollowUp, world.actor, given);
		if (!row.publishedAt) return refused("not-published");
		if (!reviewOn) return refused("no-review");
		const said = result.trim();
		if (said.length < 5) return refused("text-missing", { field: "result" });
		if (nextOn && (nextOn <= today(world.now) || nextOn <= reviewOn))
			return refused("next-in-the-past", { field: "nextOn" });
		const finished = { doneAt: world.now, doneById: personIdOf(world.actor), result: said };
		const at = { recommendationId: id, dueOn: reviewOn };
		await world.db.decisionReview.upsert({
			where: { recommendationId_dueOn: at },
			create: { id: newId(world.now), ...at, ...finished },
			update: finished,
		});
		if (nextOn) {
			await world.db.decisionReview.create({ data: { id: newId(world.now), recommendationId: id, dueOn: nextOn } });
		}
		world.record({
			type: "groups.decision.reviewed",
			...recorded,
			facts: { due: dayText(reviewOn), next: nextOn && dayText(nextOn) },
		});
		return done(null);
	},
);
