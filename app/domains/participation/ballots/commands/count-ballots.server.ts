import { type ActWorld, command } from "~/platform/act.server";
import type { Prisma } from "~/platform/database/generated/client";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import type { View, World } from "~/platform/world.server";
import { fingerprint } from "../lot.server";
import { boxById, lockBox } from "../queries/find-box.server";

/** Begins the count once voting is over: shuffles the ballots, records it and hands the work to the worker. Only the house does that. */
const beginCount = command(
	"participation.begin-ballot-count",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "not-over" | "begun-already">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		await lockBox(world, id);
		const box = await boxById(world, id);
		if (box.state !== "closed" || !box.countDueAt || box.countDueAt > world.now) return refused("not-over");
		const unsettled = await world.db.paperBallot.count({ where: { boxId: id, state: { not: "taken" } } });
		const { count } = await world.db.ballotCounting.createMany({
			data: [{ boxId: id, startedAt: world.now, unsettled }],
			skipDuplicates: true,
		});
		if (count === 0) return refused("begun-already");
		await world.db.paperBallot.deleteMany({ where: { boxId: id, state: { not: "taken" } } });
		await world.db.$queryRaw`SELECT shuffle_ballots(${id}::uuid)`;
		world.later({ name: `participation.count-${box.kind}`, payload: { id } });
		world.record({
			type: `participation.${box.kind}.count-began`,
			subject: { kind: box.kind, id },
			ownerId: box.organisationId,
			facts: { unsettled },
		});
		return done(null);
	},
);

/**
 * Begins the counts that came due: frozen boxes whose last phase with voting is over, and their days for paper, also when late.
 * @returns how many were begun
 */
export async function beginDueCounts(world: World): Promise<number> {
	const over = await world.db.ballotBox.findMany({
		where: {
			frozenAt: { not: null },
			count: null,
			process: {
				publishedAt: { lte: world.now },
				phases: {
					some: { switches: { has: "vote" } },
					none: { switches: { has: "vote" }, closesAt: { gt: world.now } },
				},
			},
		},
		select: { id: true },
		orderBy: { id: "asc" },
		take: 500,
	});
	let begun = 0;
	for (const { id } of over) begun += (await beginCount(world, { id })).done ? 1 : 0;
	return begun;
}

/** All ballots in the order of their random receipts: that order says nothing about when they came. */
export function ballotsOf(view: Pick<View, "db">, boxId: string) {
	return view.db.castBallot.findMany({
		where: { boxId },
		orderBy: { receipt: "asc" },
		select: { receipt: true, choice: true },
	});
}

/** Stores the result, once; a second count of the same ballots changes nothing. */
export const storeCount = command(
	"participation.store-ballot-count",
	async (
		world: ActWorld,
		input: {
			id: string;
			/** The ballots just as they are published: their checksum can be made again from the file. */
			ballots: readonly unknown[];
			result: Prisma.InputJsonObject;
			other: Prisma.InputJsonObject | null;
			facts: Record<string, string | number | string[]>;
		},
	): Promise<Outcome<null, "counted-already">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const box = await boxById(world, input.id);
		const voters = input.ballots.length;
		const ballotsHash = fingerprint(input.ballots);
		const { count } = await world.db.ballotCounting.updateMany({
			where: { boxId: input.id, finishedAt: null },
			data: {
				finishedAt: world.now,
				voters,
				result: input.result,
				...(input.other && { other: input.other }),
				ballotsHash,
			},
		});
		if (count === 0) return refused("counted-already");
		world.record({
			type: `participation.${box.kind}.counted`,
			subject: { kind: box.kind, id: input.id },
			ownerId: box.organisationId,
			facts: { voters, ballotsHash, ruleHash: box.ruleHash, ...input.facts },
		});
		return done(null);
	},
);
