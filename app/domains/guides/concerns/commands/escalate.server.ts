import { type ActWorld, command } from "~/platform/act.server";
import { dayOf, fromStored, today } from "~/platform/calendar.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { landOfOwner } from "../../queries/land-of-owner.server";
import { isOpen, states } from "../concern";
import { stepsReached } from "../escalation";

const most = 500;

const escalate = command(
	"guides.escalate-concerns",
	async (world: ActWorld, { ownerId }: { ownerId: string }): Promise<Outcome<number, "nothing-due">> => {
		const { db, actor, now } = world;
		if (actor.kind !== "house") throw new Forbidden();
		const land = await landOfOwner(world, ownerId);
		const rows = await db.concern.findMany({
			where: { ownerId, ...overdue(now) },
			select: { id: true, nextOn: true },
			orderBy: [{ nextOn: "asc" }, { id: "asc" }],
			take: most,
		});
		const told: string[] = [];
		for (const { id: concernId, nextOn: dueOn } of rows) {
			if (!dueOn) continue;
			for (const step of stepsReached(dayOf(now), fromStored(dueOn), land)) {
				// Concern, promised day and step are the key: of two sweeps at once one tells.
				const { count } = await db.concernEscalation.createMany({
					data: [{ concernId, dueOn, step, at: now }],
					skipDuplicates: true,
				});
				if (count > 0) told.push(`${concernId} ${step}`);
			}
		}
		if (told.length === 0) return refused("nothing-due");
		const subject = { kind: "organisation", id: ownerId };
		world.record({ type: "guides.concerns.overdue", subject, ownerId, facts: { steps: told } });
		return done(told.length);
	},
);

function overdue(now: Date) {
	return { state: { in: states.filter(isOpen) }, nextOn: { lt: today(now) } };
}

/**
 * Tells the deputy, then the lead, that the promised day of a concern is over, by working days of the Land; once per step and
 * day promised, also when it runs late. One event per county, so that each person gets one message.
 * @returns how many steps were told
 */
export async function escalateConcerns(world: World): Promise<number> {
	const owners = await world.db.concern.findMany({
		where: overdue(world.now),
		distinct: ["ownerId"],
		orderBy: { ownerId: "asc" },
		select: { ownerId: true },
	});
	let told = 0;
	for (const owner of owners) {
		const outcome = await escalate(world, owner);
		if (outcome.done) told += outcome.value;
	}
	return told;
}
