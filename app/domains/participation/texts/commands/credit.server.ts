import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayTreat } from "../policy.server";
import { annotationById } from "../queries/find-annotation.server";

type Credit = { contributionId: string; versionId: string; blockKey: string };

async function toCredit(world: ActWorld, { contributionId, versionId }: Credit) {
	const annotation = await annotationById(world, contributionId);
	const { contribution } = annotation;
	demand(mayTreat, world.actor, contribution);
	if (!contribution.publishedAt || contribution.hiddenAt || contribution.withdrawnAt) throw new NotFound();
	const version = await world.db.textVersion.findFirst({ where: { id: versionId, textId: annotation.textId } });
	if (!version) throw new NotFound();
	return { annotation, contribution, version };
}

/**
 * Notes that an annotation went into a version, and in which paragraph. Only into a version after the one it is about. In a
 * version that is being worked on it can be taken back; once that is published everybody reads it.
 */
export const creditAnnotation = command(
	"participation.credit-annotation",
	async (
		world: ActWorld,
		input: Credit,
	): Promise<Outcome<null, "block-unknown" | "version-not-later" | "already-credited">> => {
		const { contributionId, versionId, blockKey } = input;
		const { annotation, contribution, version } = await toCredit(world, input);
		const own = await world.db.textVersion.findUniqueOrThrow({ where: { id: annotation.versionId } });
		if (version.number <= own.number) return refused("version-not-later", { field: "wohin" });
		const block = await world.db.textBlock.findUnique({ where: { versionId_key: { versionId, key: blockKey } } });
		if (!block) return refused("block-unknown", { field: "wohin" });
		const { count } = await world.db.annotationCredit.createMany({
			data: [{ contributionId, versionId, blockKey, creditedById: personIdOf(world.actor), creditedAt: world.now }],
			skipDuplicates: true,
		});
		if (count === 0) return refused("already-credited", { field: "wohin" });
		if (version.publishedAt) {
			const from = { kind: "contribution", id: contributionId };
			await link(world, { from, relation: "became", to: { kind: "text-version", id: versionId } });
		}
		world.record({
			type: "participation.annotation.credited",
			subject: { kind: "contribution", id: contributionId },
			ownerId: contribution.organisationId,
			facts: { version: versionId, number: version.number, published: version.publishedAt !== null },
		});
		return done(null);
	},
);

/** Takes such a note back, as long as the version is being worked on. */
export const uncreditAnnotation = command(
	"participation.uncredit-annotation",
	async (world: ActWorld, input: Credit): Promise<Outcome<null, "version-is-published" | "not-credited">> => {
		const { contribution, version } = await toCredit(world, input);
		if (version.publishedAt) return refused("version-is-published");
		const { count } = await world.db.annotationCredit.deleteMany({ where: input });
		if (count === 0) return refused("not-credited");
		world.record({
			type: "participation.annotation.credit-withdrawn",
			subject: { kind: "contribution", id: input.contributionId },
			ownerId: contribution.organisationId,
			facts: { version: input.versionId, number: version.number },
		});
		return done(null);
	},
);
