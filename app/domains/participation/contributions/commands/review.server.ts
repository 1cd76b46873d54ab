import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayHappen, stateOf } from "../contribution";
import { mayModerate } from "../policy.server";
import { contributionById, type OwnKey, ownContribution } from "../queries/find-contribution.server";

/** „Überprüfung verlangen“: the author of a hidden contribution asks a second person to look, once. */
export const askForReview = command(
	"participation.ask-for-review",
	async (
		world: ActWorld,
		{ key, text }: { key: OwnKey; text: string },
	): Promise<Outcome<null, "not-hidden" | "review-asked-before">> => {
		const contribution = await ownContribution(world, key);
		if (!mayHappen(stateOf(contribution), "ask-review")) return refused("not-hidden");
		// Locked, so that asking twice at once is asking once, also over two moderations.
		await world.db.$queryRaw`SELECT 1 FROM contribution WHERE id = ${contribution.id}::uuid FOR UPDATE`;
		const hidings = await world.db.moderation.findMany({
			where: { contributionId: contribution.id, outcome: "hidden" },
			orderBy: { at: "desc" },
		});
		const last = hidings[0];
		if (!last) return refused("not-hidden");
		if (hidings.some((moderation) => moderation.reviewAskedAt)) return refused("review-asked-before");
		await world.db.moderation.update({
			where: { id: last.id },
			data: { reviewAskedAt: world.now, reviewText: text.trim() },
		});
		world.record({
			type: "participation.contribution.review-asked",
			subject: { kind: "contribution", id: contribution.id },
			ownerId: contribution.organisationId,
			facts: { process: contribution.processId, moderation: last.id },
		});
		return done(null);
	},
);

/**
 * A second person decides on a review: it stays hidden, or it is shown (again). Who hid it may not decide.
 * The outcome and its reason are told to the author and stand with the contribution.
 */
export const decideReview = command(
	"participation.decide-review",
	async (
		world: ActWorld,
		{ id, outcome, reason }: { id: string; outcome: "upheld" | "reversed"; reason: string },
	): Promise<Outcome<null, "already-decided" | "second-person-needed">> => {
		const moderation = await world.db.moderation.findUnique({ where: { id } });
		if (!moderation) throw new NotFound();
		const contribution = await contributionById(world, moderation.contributionId);
		demand(mayModerate, world.actor, contribution);
		if (moderation.moderatorId === personIdOf(world.actor)) return refused("second-person-needed");
		const { count } = await world.db.moderation.updateMany({
			where: { id, reviewAskedAt: { not: null }, reviewedAt: null },
			data: {
				reviewedAt: world.now,
				reviewedById: personIdOf(world.actor),
				reviewOutcome: outcome,
				reviewReason: reason.trim(),
			},
		});
		if (count === 0) return refused("already-decided");
		const subject = { kind: "contribution", id: contribution.id };
		const ownerId = contribution.organisationId;
		const facts = { process: contribution.processId, number: contribution.number, moderation: id, outcome };
		world.record({ type: "participation.contribution.review-decided", subject, ownerId, facts });
		if (outcome === "reversed") {
			await world.db.contribution.updateMany({
				where: { id: contribution.id, hiddenAt: { not: null } },
				data: { hiddenAt: null, publishedAt: contribution.publishedAt ?? world.now, updatedAt: world.now },
			});
			world.record({
				type: "participation.contribution.published",
				subject,
				ownerId,
				facts: { process: contribution.processId, number: contribution.number, by: "review" },
			});
		}
		return done(null);
	},
);
