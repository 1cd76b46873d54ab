import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import type { ReportBackChannel } from "~/platform/database/generated/enums";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { type ConcernOutcome, isOpen, limits } from "../concern";
import { answerConcern } from "./answer-concern.server";
import { heldConcern } from "./held-concern.server";

type Of = { ownerId: string; code: string };

/** Takes the locks in one order, so that two who bundle at once do not wait for each other for ever. */
async function locked(world: ActWorld, ownerId: string, codes: readonly string[]) {
	const found: Awaited<ReturnType<typeof heldConcern>>[] = [];
	for (const code of [...new Set(codes)].sort()) found.push(await heldConcern(world, { ownerId, code }));
	return found;
}

/**
 * Bundles a concern with others that are alike, so that one answer can be given to all. Bundles that meet become one. Each
 * asker's page stays as it was: none sees another.
 * @returns how many belong together now; refused with "others-missing", "concern-over", "too-many"
 * @throws NotFound when one of them is not this owner's; Forbidden or SignInNeeded
 */
export const bundleConcerns = command(
	"guides.bundle-concerns",
	async (
		world,
		{ ownerId, code, others }: Of & { others: readonly string[] },
	): Promise<Outcome<{ count: number }, "others-missing" | "concern-over" | "too-many">> => {
		const { db, now } = world;
		const chosen = others.filter((other) => other !== code);
		if (chosen.length === 0) return refused("others-missing", { field: "others" });
		if (chosen.length > limits.bundleMost) return refused("too-many", { field: "others" });
		const all = await locked(world, ownerId, [code, ...chosen]);
		if (all.some(({ concern }) => !isOpen(concern.state))) return refused("concern-over", { field: "others" });
		const bundles = [...new Set(all.flatMap(({ concern }) => concern.bundleId ?? []))];
		const bundleId = bundles[0] ?? newId(now);
		if (bundles.length === 0) {
			const createdById = personIdOf(world.actor);
			await db.concernBundle.create({ data: { id: bundleId, ownerId, createdAt: now, createdById } });
		}
		await db.concern.updateMany({
			where: { OR: [{ id: { in: all.map(({ concern }) => concern.id) } }, { bundleId: { in: bundles } }] },
			data: { bundleId },
		});
		await db.concernBundle.deleteMany({ where: { id: { in: bundles.slice(1) }, ownerId } });
		const count = await db.concern.count({ where: { bundleId } });
		for (const { subject, recorded } of all) {
			world.record({ type: "guides.concern.bundled", subject, ...recorded, facts: { bundle: bundleId, count } });
		}
		return done({ count });
	},
);

/**
 * Takes a concern out of its bundle; a bundle of one ends.
 * @returns nothing; refused with "not-bundled"
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const unbundleConcern = command(
	"guides.unbundle-concern",
	async (world, of: Of): Promise<Outcome<null, "not-bundled">> => {
		const { db } = world;
		const { concern, subject, recorded } = await heldConcern(world, of);
		const { bundleId } = concern;
		if (!bundleId) return refused("not-bundled");
		// The row of the bundle is the lock of all who leave it.
		await db.$queryRaw`SELECT FROM concern_bundle WHERE id = ${bundleId}::uuid FOR UPDATE`;
		await db.concern.update({ where: { id: concern.id }, data: { bundleId: null } });
		if ((await db.concern.count({ where: { bundleId } })) < 2) {
			await db.concern.updateMany({ where: { bundleId }, data: { bundleId: null } });
			await db.concernBundle.delete({ where: { id: bundleId } });
		}
		world.record({ type: "guides.concern.unbundled", subject, ...recorded, facts: { bundle: bundleId } });
		return done(null);
	},
);

type Answer = Of & {
	text: string;
	channel: ReportBackChannel;
	outcome: ConcernOutcome | null;
	summary: string | null;
};

/**
 * One answer to all open concerns of a bundle. Each asker gets a mail of their own with a link of their own, or, without an
 * address, reads it on their page.
 * @param input.channel how the asker of the named concern hears of it
 * @returns how many were answered; refused as `answerConcern` does, and then none is answered
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const answerBundle = command("guides.answer-bundle", async (world, input: Answer) => {
	const { ownerId, code, channel, ...answer } = input;
	const { concern } = await heldConcern(world, { ownerId, code });
	const others = concern.bundleId
		? await world.db.concern.findMany({
				where: { bundleId: concern.bundleId, id: { not: concern.id }, state: { notIn: ["ANSWERED", "CLOSED"] } },
				select: { code: true, askerEmail: true },
				orderBy: { code: "asc" },
			})
		: [];
	const first = await answerConcern(world, { ownerId, code, channel, ...answer });
	if (!first.done) return first;
	for (const { code: other, askerEmail } of others) {
		const told = askerEmail ? ("MAIL" as const) : ("STATUS_PAGE" as const);
		const outcome = await answerConcern(world, { ownerId, code: other, channel: told, ...answer });
		if (!outcome.done) return outcome;
	}
	return done({ count: others.length + 1 });
});
