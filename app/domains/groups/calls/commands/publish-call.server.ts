import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId, newToken } from "~/platform/tokens.server";
import { lockedFor } from "../../charter/commands/lifecycle.server";
import type { BenchKind } from "../../group";
import { mayManageGroups } from "../../policy.server";
import { callLimits, stateOf } from "../call";
import { seedHashOf } from "../digest.server";
import { lockedCall } from "../queries/find-call.server";

type Call = {
	groupId: string;
	benchKind: BenchKind;
	text: string;
	seats: number;
	minAge: number | null;
	/** "" for anywhere. */
	livesIn: string;
	strataQuestion: string;
	strata: { label: string; seats: number }[];
	/** A random value from outside, named before anybody can know it; "" without. */
	publicSource: string;
	closesAt: Date;
	answerDays: number;
	seatFrom: Date;
	/** First day on which the seats are no more. */
	seatUntil: Date | null;
};

type Refused =
	| "not-in-this-state"
	| "group-not-public"
	| "bench-missing"
	| "text-missing"
	| "seats-wrong"
	| "deadline-past"
	| "days-wrong"
	| "strata-wrong"
	| "period-empty"
	| "group-not-then";

/**
 * Publishes a call for seats of a bench. The seed of its lot is made now; everybody reads its SHA-256 until the draw shows it.
 * @returns id and code @throws NotFound; Forbidden or SignInNeeded for who does not manage the owner's groups
 */
export const publishCall = command(
	"groups.publish-call",
	async (
		world: ActWorld,
		{ strata, ...input }: Call,
	): Promise<Outcome<{ id: string; code: string; seedHash: string }, Refused>> => {
		const { seats, seatFrom, seatUntil } = input;
		const group = await lockedFor(world, input.groupId, mayManageGroups);
		if (group.state === "concluded" || group.state === "archived") return refused("not-in-this-state");
		if (!group.isPublic) return refused("group-not-public");
		const bench = group.charters.at(-1)?.benches.find(({ kind }) => kind === input.benchKind);
		if (!bench) return refused("bench-missing", { field: "benchKind" });
		const text = input.text.trim();
		if (text.length < callLimits.textLeast || text.length > callLimits.textMost) {
			return refused("text-missing", { field: "text" });
		}
		if (!Number.isInteger(seats) || seats < 1 || seats > bench.maxSeats)
			return refused("seats-wrong", { field: "seats" });
		if (input.closesAt <= world.now) return refused("deadline-past", { field: "closesAt" });
		if (input.answerDays < 1 || input.answerDays > callLimits.daysMost) {
			return refused("days-wrong", { field: "answerDays" });
		}
		const kept = strata.reduce((sum, stratum) => sum + stratum.seats, 0);
		if (kept > seats || strata.length > 0 !== (input.strataQuestion !== "") || strata.length === 1) {
			return refused("strata-wrong", { field: "strata" });
		}
		if (seatUntil && seatUntil <= seatFrom) return refused("period-empty", { field: "seatLast" });
		if (seatFrom < group.validFrom || (group.validUntil && seatFrom >= group.validUntil)) {
			return refused("group-not-then", { field: "seatFrom" });
		}
		const id = newId(world.now);
		const code = newCode();
		const seed = newToken();
		const seedHash = seedHashOf(seed);
		await world.db.seatCall.create({
			data: {
				id,
				...input,
				text,
				code,
				seed,
				seedHash,
				publishedAt: world.now,
				strata: { create: strata.map((stratum, index) => ({ position: index + 1, ...stratum })) },
			},
		});
		world.record({
			type: "groups.call.published",
			subject: { kind: "seat-call", id },
			ownerId: group.organisationId,
			facts: { group: group.id, seats, seedHash, closesAt: input.closesAt.toISOString() },
		});
		return done({ id, code, seedHash });
	},
);

/** Calls off a call before its draw, with a reason that everybody reads. @throws NotFound, Forbidden, SignInNeeded */
export const cancelCall = command(
	"groups.cancel-call",
	async (
		world: ActWorld,
		{ callId, reason }: { callId: string; reason: string },
	): Promise<Outcome<null, "reason-missing" | "call-over">> => {
		const call = await lockedCall(world, callId);
		demand(mayManageGroups, world.actor, call.group);
		if (reason.trim().length < 10) return refused("reason-missing", { field: "reason" });
		const state = stateOf(call, world.now);
		if (state === "drawn" || state === "cancelled") return refused("call-over");
		await world.db.seatCall.update({
			where: { id: callId },
			data: { cancelledAt: world.now, cancelReason: reason.trim() },
		});
		world.record({
			type: "groups.call.cancelled",
			subject: { kind: "seat-call", id: callId },
			ownerId: call.group.organisationId,
			facts: {},
		});
		return done(null);
	},
);
