import type { ActWorld } from "~/platform/act.server";
import type { Prisma } from "~/platform/database/generated/client";
import { newToken } from "~/platform/tokens.server";
import { drawLot, fingerprint } from "../lot.server";
import type { FoundBox } from "../queries/find-box.server";

export type FreezingRefusal = "frozen" | "no-letters" | "voting-began";

/**
 * Why the rule of a box cannot be frozen, whatever is voted on: it is frozen, there are no letter codes where they decide who
 * votes, or the phase with voting has begun (nobody could have read the rule before). Null when it can.
 */
export async function freezingRefusal(world: ActWorld, box: FoundBox): Promise<FreezingRefusal | null> {
	if (box.frozenAt) return "frozen";
	if (box.electorate === "letter" && (await world.db.ballotLetterCode.count({ where: { boxId: box.id } })) === 0) {
		return "no-letters";
	}
	const hasBegun = box.process.phases.some(
		({ switches, opensAt }) => switches.includes("vote") && opensAt <= world.now,
	);
	return hasBegun ? "voting-began" : null;
}

/**
 * Freezes and publishes the counting rule (Auszählungsregel): draws the lot between all that can be voted for, and fixes rule,
 * electorate and what a ballot may hold. From here on nobody changes them; the database refuses too.
 * @param numbers what stands on the ballot
 * @param rule the whole rule, given the drawn lot
 * @param meaning everything else that a ballot means: prices, limits, texts; goes into the published checksum
 */
export async function freezeRule(
	world: ActWorld,
	box: FoundBox,
	{
		numbers,
		rule,
		meaning,
		facts,
	}: {
		numbers: readonly string[];
		rule: (lot: string[]) => Prisma.InputJsonObject;
		meaning: Record<string, unknown>;
		facts: Record<string, string | number>;
	},
): Promise<{ ruleHash: string }> {
	const lotSeed = newToken();
	const frozen = rule(drawLot(lotSeed, numbers));
	const { electorate, paperDays } = box;
	const ruleHash = fingerprint({ rule: frozen, lotSeed, electorate, paperDays, ...meaning });
	await world.db.ballotBox.update({
		where: { id: box.id },
		data: { rule: frozen, lotSeed, ruleHash, frozenAt: world.now },
	});
	world.record({
		type: `participation.${box.kind}.rule-frozen`,
		subject: { kind: box.kind, id: box.id },
		ownerId: box.organisationId,
		facts: { ruleHash, lotSeed, ...facts },
	});
	return { ruleHash };
}
