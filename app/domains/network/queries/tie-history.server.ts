import { z } from "zod";
import { recordedActs } from "~/platform/audit.server";
import type { NetworkTie } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";

const day = z.string().nullish();
const facts = z.object({
	changed: z.array(z.string()).catch([]),
	...{ lastDay: day, from: day, fromBefore: day, untilBefore: day },
});

/** Names of what can be amended, as the record has them (amend-tie.server.ts). */
const amended = [
	"role",
	"validFrom",
	"validUntil",
	"term",
	"electoralArea",
	"votingRight",
	"onBehalfOfId",
	"substituteForId",
	"purpose",
	"basis",
	"source",
	"visibility",
] as const;

type TieEvent = {
	id: string;
	at: Date;
	what: "ended" | "reopened" | "amended";
	/** The day that an end or a new beginning names. */
	day: string | null;
	/** What was amended; of days the value before, null for an open end. */
	changes: { field: (typeof amended)[number]; before?: string | null }[];
	actorId: string | null;
};

const listSize = 200;

/**
 * What became of a tie since it was entered, the oldest first: out of the record of acts, which has days and names of fields but no
 * texts. What a file changed stands in the record as a whole, not by tie. The caller has asked who may.
 */
export async function tieHistory({ db }: View, { id, fromId, toId }: NetworkTie): Promise<TieEvent[]> {
	// Before a merge the same tie was recorded at the entry that went.
	const gone = await db.networkParty.findMany({
		where: { mergedIntoId: { in: [fromId, toId] } },
		select: { id: true },
	});
	const rows = await recordedActs(db, {
		subjects: { kind: "network-party", ids: [fromId, toId, ...gone.map((party) => party.id)] },
		types: ["network.tie.ended", "network.tie.reopened", "network.tie.amended"],
		fact: { name: "tie", is: id },
		most: listSize,
	});
	return rows.map(({ id: event, at, type, facts: written, actorId }) => {
		const told = facts.parse(written);
		const what = type === "network.tie.ended" ? "ended" : type === "network.tie.reopened" ? "reopened" : "amended";
		const changes = amended
			.filter((field) => told.changed.includes(field))
			.map((field) => {
				if (field === "validFrom") return { field, before: told.fromBefore ?? null };
				return field === "validUntil" ? { field, before: told.untilBefore ?? null } : { field };
			});
		const day = what === "ended" ? told.lastDay : what === "reopened" ? told.from : null;
		return { id: event, at, what, day: day ?? null, changes, actorId };
	});
}
