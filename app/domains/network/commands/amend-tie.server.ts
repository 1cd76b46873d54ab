import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay, today } from "~/platform/calendar.server";
import type { NetworkTie } from "~/platform/database/generated/client";
import { kept } from "~/platform/database/kept.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { dayText, lastDayText } from "../days.server";
import { findParty } from "../queries/find-party.server";
import { endMarks, keptTie, otherParty, recordTie, tiedOnce, untilAfter } from "./kept-tie.server";
import type { TieInput, TieRefusal } from "./ties.server";

/** Everything that is said of a tie but its ends and its type: another end or type is another tie. */
export type AmendInput = Omit<TieInput, "type" | "fromId" | "toId">;

/**
 * Puts right what is said of a tie, its days too; whoever does so has looked at it, so it is confirmed by that. What changed is
 * recorded by the names of the fields, days with their values. Marks as key person end with a shorter period.
 * @param revision as the form was shown; another one meanwhile is refused with "changed-meanwhile"
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const amendTie = command(
	"network.amend-tie",
	async (
		world: ActWorld,
		{ id, revision, input }: { id: string; revision: number; input: AmendInput },
	): Promise<Outcome<null, Exclude<TieRefusal, "type-missing" | "type-not-between"> | "changed-meanwhile">> => {
		const tie = await keptTie(world, id);
		if (tie.revision !== revision) return refused("changed-meanwhile");
		for (const field of ["onBehalfOf", "substituteFor"] as const) {
			const named = input[`${field}Id`];
			// Who stood there before may stay, even if the actor does not see them.
			if (named && named !== tie[`${field}Id`] && !(await otherParty(world, tie.ownerId, named))) {
				return refused("other-missing", { field });
			}
		}
		const validFrom = parseDay(input.firstDay);
		if (!validFrom) return refused("day-missing", { field: "firstDay" });
		const validUntil = untilAfter(validFrom, input.lastDay);
		if (validUntil === undefined) return refused("period-empty", { field: "lastDay" });
		if (input.visibility === "PUBLIC") {
			const ends = [tie.fromId, tie.toId].map((party) => findParty(world, tie.ownerId, party));
			const hidden = (await Promise.all(ends)).some(({ visibility }) => visibility !== "PUBLIC");
			if (hidden) return refused("too-wide", { field: "visibility" });
		}
		const { firstDay: _, lastDay: __, ...said } = input;
		const wanted = { ...said, validFrom, validUntil };
		const changed = changedFields(tie, wanted);
		const confirmed = { confirmedOn: today(world.now), confirmedById: personIdOf(world.actor) };
		const endedAt = validUntil && (tie.endedAt ?? world.now);
		const written = await kept(
			world.db.networkTie.update({
				where: { id },
				data: { ...wanted, ...confirmed, endedAt, revision: { increment: 1 } },
			}),
			tiedOnce,
		);
		if (!written.done) return written;
		if (validUntil) await endMarks(world, id, validUntil);
		recordTie(world, tie, "amended", {
			changed,
			...(changed.includes("validFrom") ? { fromBefore: dayText(tie.validFrom), from: input.firstDay } : {}),
			...(changed.includes("validUntil") ? { untilBefore: lastDayText(tie.validUntil), until: input.lastDay } : {}),
		});
		return done(null);
	},
);

type Said = Pick<NetworkTie, Exclude<keyof AmendInput, "firstDay" | "lastDay"> | "validFrom" | "validUntil">;

function changedFields(tie: NetworkTie, wanted: Said): string[] {
	const plain = (value: Said[keyof Said]) => (value instanceof Date ? value.getTime() : value);
	return Object.entries(wanted)
		.filter(([name, value]) => plain(tie[name as keyof Said]) !== plain(value))
		.map(([name]) => name)
		.sort();
}
