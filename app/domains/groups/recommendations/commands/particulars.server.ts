import { type ActWorld, command } from "~/platform/act.server";
import type { StoredDate } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayRunGroup } from "../../policy.server";
import { dayText } from "../../queries/names.server";
import type { DecisionKind } from "../life";
import { decisionById } from "../queries/find-decision.server";

type Particulars = {
	id: string;
	kind: DecisionKind;
	reasons: string;
	validFrom: StoredDate | null;
	/** First day on which it no longer counts. */
	validUntil: StoredDate | null;
};

/**
 * Says of what kind a decision is, why it was made and how long it counts; until it is published, then it stays.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const setParticulars = command(
	"groups.set-decision-particulars",
	async (
		world: ActWorld,
		{ id, ...wanted }: Particulars,
	): Promise<Outcome<null, "published" | "cancelled" | "kind-not-theirs" | "period-empty">> => {
		await world.db.$queryRaw`SELECT FROM recommendation WHERE id = ${id}::uuid FOR UPDATE`;
		const { row, group, kinds } = await decisionById(world, id);
		demand(mayRunGroup, world.actor, group);
		if (row.publishedAt) return refused("published");
		if (row.cancelledAt) return refused("cancelled");
		if (!kinds.includes(wanted.kind)) return refused("kind-not-theirs", { field: "kind" });
		const { validFrom, validUntil } = wanted;
		if (validFrom && validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
		const data = { ...wanted, reasons: wanted.reasons.trim() };
		await world.db.decisionParticulars.upsert({
			where: { recommendationId: id },
			create: { recommendationId: id, ...data },
			update: data,
		});
		world.record({
			type: "groups.decision.particulars",
			subject: { kind: "recommendation", id },
			ownerId: group.organisationId,
			facts: { kind: wanted.kind, from: validFrom && dayText(validFrom), until: validUntil && dayText(validUntil) },
		});
		return done(null);
	},
);
