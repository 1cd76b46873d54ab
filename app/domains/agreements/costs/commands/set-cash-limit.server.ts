import { command } from "~/platform/act.server";
import { done, type Outcome } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayLead } from "../../policy.server";

/**
 * An organisation says how much it can pay in a year by all its agreements, from a year on.
 * @param cents null takes the entry of that year away
 */
export const setCashLimit = command(
	"agreements.set-cash-limit",
	async (
		world,
		{ organisationId, fromYear, cents }: { organisationId: string; fromYear: number; cents: bigint | null },
	): Promise<Outcome<null, never>> => {
		demand(mayLead, world.actor, { ownerId: organisationId });
		if (cents === null) await world.db.agreementCashLimit.deleteMany({ where: { organisationId, fromYear } });
		else {
			await world.db.agreementCashLimit.upsert({
				where: { organisationId_fromYear: { organisationId, fromYear } },
				create: { organisationId, fromYear, cents },
				update: { cents },
			});
		}
		world.record({
			type: "agreements.cash-limit.set",
			subject: { kind: "organisation", id: organisationId },
			ownerId: organisationId,
			facts: { fromYear, cents: cents === null ? null : cents.toString() },
		});
		return done(null);
	},
);
