import type { ActWorld } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { newId } from "~/platform/tokens.server";
import type { Bench, BenchKind } from "../../group";
import type { BodyKind, GuestPolicy, MinutesWriter, NamedRule } from "../charter";

/** What a version of a charter says. */
export type CharterText = {
	mandate: RichText;
	bodyKind: BodyKind;
	benches: (Bench & { kind: BenchKind })[];
	/** The first holds unless another is named. */
	rules: NamedRule[];
	minutesBy: MinutesWriter;
	objectionDays: number;
	guestsBy: GuestPolicy;
	/** Days before a meeting: by then it is invited to, and by then members ask for items. */
	invitationDays: number;
	motionDays: number;
};

/** Writes a version of a charter, and the benches that are new with it. The caller has asked the policy and the rules. */
export async function writeCharter(
	world: ActWorld,
	{ groupId, number, validFrom, reason }: { groupId: string; number: number; validFrom: Date; reason: string },
	{ mandate, benches, rules, ...text }: CharterText,
): Promise<void> {
	await world.db.bench.createMany({ data: benches.map(({ kind }) => ({ groupId, kind })), skipDuplicates: true });
	await world.db.groupCharter.create({
		data: {
			id: newId(world.now),
			groupId,
			number,
			validFrom,
			reason,
			...text,
			purpose: mandate,
			purposeText: plainText(mandate),
			createdAt: world.now,
			createdById: personIdOf(world.actor),
			benches: { create: benches },
			rules: { create: rules.map(({ name, rule }, index) => ({ position: index + 1, name, rule })) },
		},
	});
}

/** The first bench whose figures are turned round, or null. */
export function turnedBench(benches: readonly Bench[]): Bench | null {
	return benches.find(({ minSeats, maxSeats }) => minSeats > maxSeats || maxSeats < 1) ?? null;
}
