import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, Forbidden, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayReadMinutes } from "../policy.server";
import { belongedThen, latestVersion } from "../queries/find-minutes.server";
import { lockedMinutes, minutesToWrite } from "./held-minutes.server";

/**
 * Objects to circulated minutes, until their last day. Whoever sat in the group on the day of the meeting may.
 * @throws NotFound; SignInNeeded for guests; Forbidden for who did not belong to it
 */
export const object = command(
	"groups.object-to-minutes",
	async (
		world: ActWorld,
		{ minutesId, text }: { minutesId: string; text: string },
	): Promise<Outcome<{ id: string }, "objections-over" | "objection-missing">> => {
		const { minutes, group, given, state, recorded } = await lockedMinutes(world, minutesId);
		const personId = personIdOf(world.actor);
		if (!personId) throw new SignInNeeded("session");
		if (!(await belongedThen(world, group, minutes.meeting.day))) {
			demand(mayReadMinutes, world.actor, given);
			throw new Forbidden();
		}
		const version = await latestVersion(world, minutesId);
		if (!version) throw new NotFound();
		if (state !== "objections") return refused("objections-over");
		const said = text.trim();
		if (said.length < 10) return refused("objection-missing", { field: "text" });
		const id = newId(world.now);
		await world.db.minutesObjection.create({
			data: { id, minutesId, versionNumber: version.number, personId, text: said, raisedAt: world.now },
		});
		world.record({
			type: "groups.minutes.objected",
			...recorded,
			facts: { objection: id, version: version.number },
		});
		return done({ id });
	},
);

/**
 * Says what became of an objection, with the reason. Accepting changes nothing by itself: whoever writes the minutes mends
 * them and freezes another version.
 * @throws NotFound for minutes or an objection that are not there; Forbidden or SignInNeeded
 */
export const decideObjection = command(
	"groups.decide-objection",
	async (
		world: ActWorld,
		input: { minutesId: string; objectionId: string; outcome: "accepted" | "rejected"; reason: string },
	): Promise<Outcome<null, "decided-before" | "reason-missing" | "final">> => {
		const { minutes, state, recorded } = await minutesToWrite(world, input.minutesId);
		const { objectionId, outcome } = input;
		if (!minutes.objections.some(({ id }) => id === objectionId)) throw new NotFound();
		if (state === "final") return refused("final");
		const reason = input.reason.trim();
		if (reason.length < 5) return refused("reason-missing", { field: "reason" });
		const { count } = await world.db.minutesObjection.updateMany({
			where: { id: objectionId, outcome: null },
			data: { outcome, reason, decidedAt: world.now, decidedById: personIdOf(world.actor) },
		});
		if (count === 0) return refused("decided-before");
		world.record({
			type: "groups.minutes.objection-decided",
			...recorded,
			facts: { objection: objectionId, outcome },
		});
		return done(null);
	},
);
