import { type ActWorld, command } from "~/platform/act.server";
import { inForce, today } from "~/platform/calendar.server";
import { kept } from "~/platform/database/kept.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import { administeringPost } from "../acting.server";
import { openDeparture } from "../hand-over/commands/open.server";
import { peopleKnownTo } from "../queries/known-people.server";

type Appointment = {
	postId: string;
	/** Somebody whom the organisation knows, or somebody new by name. */
	holder: { personId: string } | { givenName: string; familyName: string };
	/** kommissarisch */
	acting: boolean;
	validFrom: Date;
	/** First day on which it no longer counts; null for open. */
	validUntil: Date | null;
};

type Refused = "period-empty" | "post-not-then" | "seat-taken" | "already-holder" | "person-unknown";

/**
 * Appoints somebody to a post, whose roles they then have; after a step-up. Of two at once to a post with one seat, the database lets one pass.
 * @returns ids of holding and person; refused with "seat-taken", "already-holder", "period-empty", "post-not-then" (the
 * post begins later or ends earlier), "person-unknown" (gone, or none of those whom the organisation knows)
 * @throws NotFound for a post that is not there or ended; Forbidden or SignInNeeded
 */
export const appoint = command(
	"organisations.appoint",
	async (
		world,
		{ postId, holder, acting, validFrom, validUntil }: Appointment,
	): Promise<Outcome<{ holdingId: string; personId: string }, Refused>> => {
		const { post, recorded } = await administeringPost(world, postId);
		demandStepUp(world);
		if (validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
		const beyond = post.validUntil && (!validUntil || validUntil > post.validUntil);
		if (validFrom < post.validFrom || beyond) return refused("post-not-then", { field: "firstDay" });
		const personId = await holderOf(world, post.organisationId, holder);
		if (!personId) return refused("person-unknown", { field: "person" });
		const id = newId(world.now);
		const { singleSeat } = post;
		const written = await kept(
			world.db.postHolding.create({ data: { id, postId, singleSeat, personId, acting, validFrom, validUntil } }),
			{
				post_holding_single_seat: { code: "seat-taken" as const, field: "firstDay" },
				post_holding_person_once: { code: "already-holder" as const, field: "person" },
			},
		);
		if (!written.done) return written;
		world.record({
			type: "organisations.holding.began",
			subject: { kind: "post", id: postId },
			...recorded,
			facts: { holding: id, person: personId, from: validFrom.toISOString().slice(0, 10), acting },
		});
		return done({ holdingId: id, personId });
	},
);

/** Only people whom the organisation knows can be chosen, so that nobody is found out by their id. */
async function holderOf(
	world: ActWorld,
	organisationId: string,
	holder: Appointment["holder"],
): Promise<string | null> {
	if ("personId" in holder) {
		const { personId } = holder;
		if (world.actor.kind !== "house") {
			const known = await peopleKnownTo(world, organisationId);
			if (!known.some((person) => person.id === personId)) return null;
		}
		const [row] = await world.db.$queryRaw<{ id: string }[]>`
			SELECT id FROM person WHERE id = ${personId}::uuid AND erased_at IS NULL FOR SHARE`;
		return row?.id ?? null;
	}
	const { givenName, familyName } = holder;
	const id = newId(world.now);
	await world.db.person.create({
		data: { id, givenName, familyName, displayName: `${givenName} ${familyName}` },
	});
	return id;
}

/**
 * Ends a holding, after a step-up: it no longer counts from the given day on. What the post is responsible for stays
 * with the post.
 * @returns whether nobody holds the post from that day on, whether an accepted deputy then stands in, and the hand-over that
 * opens thereby when something is open at the post; refused with "period-empty" when that day is not after its first, "ends-earlier" when it would be longer than it is
 * @throws NotFound for a holding that is not there or over; Forbidden or SignInNeeded
 */
export const endHolding = command(
	"organisations.end-holding",
	async (
		world,
		{ postId, holdingId, endsOn }: { postId: string; holdingId: string; endsOn: Date },
	): Promise<
		Outcome<{ vacant: boolean; deputised: boolean; handOverId: string | null }, "period-empty" | "ends-earlier">
	> => {
		const { db, now } = world;
		const { recorded } = await administeringPost(world, postId);
		const holding = await db.postHolding.findFirst({
			where: { id: holdingId, postId, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] },
		});
		if (!holding) throw new NotFound();
		demandStepUp(world);
		if (endsOn <= holding.validFrom) return refused("period-empty", { field: "lastDay" });
		if (holding.validUntil && endsOn > holding.validUntil) return refused("ends-earlier", { field: "lastDay" });
		await db.postHolding.update({ where: { id: holdingId }, data: { validUntil: endsOn } });
		const others = await db.postHolding.count({ where: { postId, ...inForce(endsOn) } });
		const deputies = await db.deputyArrangement.count({
			where: { postId, acceptedAt: { not: null }, standing: true, ...inForce(endsOn) },
		});
		const { personId } = holding;
		const handOverId = await openDeparture(world, { postId, holdingId, personId, effectiveOn: endsOn, recorded });
		const value = { vacant: others === 0, deputised: deputies > 0, handOverId };
		world.record({
			type: "organisations.holding.ended",
			subject: { kind: "post", id: postId },
			...recorded,
			facts: { holding: holdingId, endsOn: endsOn.toISOString().slice(0, 10), ...value },
		});
		return done(value);
	},
);
