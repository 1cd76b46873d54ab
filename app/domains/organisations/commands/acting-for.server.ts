import { command } from "~/platform/act.server";
import { inForce, today } from "~/platform/calendar.server";
import { kept } from "~/platform/database/kept.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import { actingAs, administering, bodyInForce } from "../acting.server";
import { mayAuthorise, mayEndAuthority } from "../policy.server";

type Recorded = {
	principalId: string;
	agentId: string;
	legalBasis: string;
	validFrom: Date;
	/** First day on which it no longer counts; null for open. */
	validUntil: Date | null;
};

/**
 * Records that one organisation acts "im Namen und Auftrag" of another, on a legal basis, for a period; after a step-up. Stands in the
 * chain of the one that gives the authority.
 * @returns its id; refused with "acts-for-itself", "period-empty", or "already-authorised" for the same basis and days
 * @throws NotFound when one of them is not there; Forbidden or SignInNeeded
 */
export const recordActingFor = command(
	"organisations.record-acting-for",
	async (
		world,
		{ principalId, agentId, legalBasis, validFrom, validUntil }: Recorded,
	): Promise<Outcome<{ actingForId: string }, "acts-for-itself" | "period-empty" | "already-authorised">> => {
		const recorded = await administering(world, principalId, mayAuthorise);
		demandStepUp(world);
		if (agentId === principalId) return refused("acts-for-itself", { field: "agent" });
		if (validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
		const there = await world.db.organisation.count({ where: { id: agentId, AND: [bodyInForce(today(world.now))] } });
		if (there === 0) throw new NotFound();
		const id = newId(world.now);
		const written = await kept(
			world.db.actingFor.create({ data: { id, agentId, principalId, legalBasis, validFrom, validUntil } }),
			{ acting_for_once: { code: "already-authorised" as const, field: "agent" } },
		);
		if (!written.done) return written;
		const subject = { kind: "acting-for", id };
		world.record({ type: "organisations.authority.given", subject, ...recorded, facts: { agent: agentId } });
		return done({ actingForId: id });
	},
);

/**
 * Ends such an authority, after a step-up: it no longer counts from the given day on. Stands in the chain of the one that gave it.
 * @param organisationId the one from whose page it is ended, either of the two
 * @returns nothing; refused with "period-empty" when that day is not after its first, "ends-earlier" when it would be longer
 * @throws NotFound when it is not there, ended, or none of that organisation's; Forbidden or SignInNeeded
 */
export const endActingFor = command(
	"organisations.end-acting-for",
	async (
		world,
		{ actingForId, organisationId, endsOn }: { actingForId: string; organisationId: string; endsOn: Date },
	): Promise<Outcome<null, "period-empty" | "ends-earlier">> => {
		const { db, actor, now } = world;
		await db.$queryRaw`SELECT FROM acting_for WHERE id = ${actingForId}::uuid FOR UPDATE`;
		const row = await db.actingFor.findFirst({
			where: {
				id: actingForId,
				AND: [
					{ OR: [{ agentId: organisationId }, { principalId: organisationId }] },
					{ OR: [inForce(today(now)), { validFrom: { gt: today(now) } }] },
				],
			},
		});
		if (!row) throw new NotFound();
		demand(mayEndAuthority, actor, row);
		demandStepUp(world);
		if (endsOn <= row.validFrom) return refused("period-empty", { field: "lastDay" });
		if (row.validUntil && endsOn > row.validUntil) return refused("ends-earlier", { field: "lastDay" });
		await db.actingFor.update({ where: { id: row.id }, data: { validUntil: endsOn } });
		world.record({
			type: "organisations.authority.ended",
			subject: { kind: "acting-for", id: row.id },
			ownerId: row.principalId,
			...actingAs(actor, organisationId),
			facts: { agent: row.agentId, endsOn: endsOn.toISOString().slice(0, 10) },
		});
		return done(null);
	},
);
