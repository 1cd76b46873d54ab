import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayManageGroups } from "../../policy.server";
import { applicationState, stateOf } from "../call";
import { digestWith } from "../digest.server";
import { draw } from "../lot";
import { lockedCall } from "../queries/find-call.server";
import { offer } from "./offers.server";

/**
 * Draws the lot, once, after the deadline: everybody who has a number gets a rank, the first are offered the seats. Who
 * withdrew keeps the rank, so that the public list is the one of the deadline, and is passed over.
 * @param publicValue the announced value from outside, as it stands in its source; "" when none was announced
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const drawLot = command(
	"groups.draw-lot",
	async (
		world: ActWorld,
		{ callId, publicValue }: { callId: string; publicValue: string },
	): Promise<Outcome<{ offered: number }, "call-open" | "call-over" | "value-missing" | "nobody-applied">> => {
		const call = await lockedCall(world, callId);
		demand(mayManageGroups, world.actor, call.group);
		const state = stateOf(call, world.now);
		if (state === "open") return refused("call-open");
		if (state !== "closed") return refused("call-over");
		const value = publicValue.trim().replace(/\s+/g, " ");
		if ((call.publicSource === "") !== (value === "") || value.length > 200) {
			return refused("value-missing", { field: "publicValue" });
		}
		const rows = await world.db.seatApplication.findMany({
			where: { callId, number: { not: null } },
			select: { id: true, number: true, stratum: true, state: true },
			orderBy: { number: "asc" },
		});
		if (rows.length === 0) return refused("nobody-applied");
		await world.db.seatCall.update({
			where: { id: callId },
			data: { drawnAt: world.now, publicValue: value === "" ? null : value },
		});
		const byNumber = new Map(rows.map((row) => [row.number, row]));
		const withdrawn = new Set(
			rows.filter((row) => applicationState(row.state) !== "applied").map(({ number }) => number),
		);
		const order = draw(
			rows.flatMap(({ number, stratum }) => (number === null ? [] : [{ number, stratum }])),
			{ seats: call.seats, strata: call.strata, digestOf: digestWith(call.seed, value), passedOver: withdrawn },
		);
		let offered = 0;
		for (const { number, rank, quota } of order) {
			const row = byNumber.get(number);
			if (!row) continue;
			const isIn = !withdrawn.has(number);
			await world.db.seatApplication.update({
				where: { id: row.id },
				data: { rank, ...(isIn && { state: "listed" }) },
			});
			if (quota === undefined || !isIn) continue;
			await offer(world, call, row.id, quota);
			offered += 1;
		}
		world.record({
			type: "groups.call.drawn",
			subject: { kind: "seat-call", id: callId },
			ownerId: call.group.organisationId,
			facts: { seed: call.seed, publicValue: value, applications: rows.length, offered },
		});
		return done({ offered });
	},
);
