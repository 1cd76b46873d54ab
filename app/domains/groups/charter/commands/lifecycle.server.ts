import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand, type Policy } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { compositionProblems } from "../../group";
import { type GivenGroup, mayManageGroups, mayRunGroup } from "../../policy.server";
import { type FoundGroup, groupById } from "../../queries/find-group.server";
import { charterOn } from "../charter";
import { isPossible, type ReviewOutcome, type StepKind, toldBeforeDays } from "../lifecycle";

type Refused =
	| "not-in-this-state"
	| "reason-missing"
	| "composition-gap"
	| "day-outside"
	| "meeting-held-later"
	| "review-in-the-past"
	| "period-empty";

/** A group with its row locked, for those who may do this to it. @throws NotFound, Forbidden, SignInNeeded */
export async function lockedFor(world: ActWorld, groupId: string, policy: Policy<GivenGroup>): Promise<FoundGroup> {
	await world.db.$queryRaw`SELECT id FROM working_group WHERE id = ${groupId}::uuid FOR UPDATE`;
	const group = await groupById(world, groupId);
	demand(policy, world.actor, group);
	return group;
}

type Step = { kind: StepKind; day: Date; reason: string; outcome?: ReviewOutcome };

async function take(world: ActWorld, group: FoundGroup, { kind, day, reason, outcome }: Step): Promise<void> {
	await world.db.groupStep.create({
		data: {
			id: newId(world.now),
			groupId: group.id,
			kind,
			day,
			reason,
			outcome: outcome ?? null,
			at: world.now,
			byId: personIdOf(world.actor),
		},
	});
	world.record({
		type: `groups.group.${kind}`,
		subject: { kind: "group", id: group.id },
		ownerId: group.organisationId,
		facts: { day: day.toISOString().slice(0, 10), ...(outcome && { outcome }) },
	});
}

/**
 * Constitutes a draft from a day on. While a bench is under its minimum on that day, only with a reason.
 * @throws NotFound; Forbidden or SignInNeeded for who does not manage the owner's groups
 */
export const constitute = command(
	"groups.constitute",
	async (
		world: ActWorld,
		{ groupId, day, reason }: { groupId: string; day: Date; reason: string },
	): Promise<Outcome<null, Refused>> => {
		const group = await lockedFor(world, groupId, mayManageGroups);
		if (!isPossible("constitute", group.state)) return refused("not-in-this-state");
		if (day < group.validFrom || day > today(world.now)) return refused("day-outside", { field: "day" });
		const memberships = await world.db.groupMembership.findMany({ where: { groupId } });
		const gaps = compositionProblems(charterOn(group.charters, day).benches, memberships, day);
		if (gaps.length > 0 && reason.trim().length < 10) return refused("composition-gap", { field: "reason" });
		await take(world, group, { kind: "constituted", day, reason: reason.trim() });
		return done(null);
	},
);

/** Inside the act of a first vote: a group that meets complete has constituted itself by the day of that meeting. */
export async function constitutedBy(world: ActWorld, group: FoundGroup, day: Date): Promise<void> {
	if (group.steps.some((step) => step.kind === "constituted" && step.day <= day)) return;
	await take(world, group, { kind: "constituted", day, reason: "" });
}

const turns = { pause: "paused", resume: "resumed" } as const;

/** Pauses a group, or lets it go on, from today. @throws NotFound, Forbidden, SignInNeeded */
export const turn = command(
	"groups.turn",
	async (
		world: ActWorld,
		{ groupId, act, reason }: { groupId: string; act: keyof typeof turns; reason: string },
	): Promise<Outcome<null, Refused>> => {
		const group = await lockedFor(world, groupId, mayManageGroups);
		if (!isPossible(act, group.state)) return refused("not-in-this-state");
		if (reason.trim().length < 10) return refused("reason-missing", { field: "reason" });
		await take(world, group, { kind: turns[act], day: today(world.now), reason: reason.trim() });
		return done(null);
	},
);

/**
 * Concludes a group: the given day is its last. Never before a meeting that was held.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const conclude = command(
	"groups.conclude",
	async (
		world: ActWorld,
		{ groupId, lastDay, reason }: { groupId: string; lastDay: Date; reason: string },
	): Promise<Outcome<null, Refused>> => {
		const group = await lockedFor(world, groupId, mayManageGroups);
		if (!isPossible("conclude", group.state)) return refused("not-in-this-state");
		if (reason.trim().length < 10) return refused("reason-missing", { field: "reason" });
		return end(world, group, lastDay, reason.trim());
	},
);

async function end(world: ActWorld, group: FoundGroup, lastDay: Date, reason: string): Promise<Outcome<null, Refused>> {
	const endsOn = daysFrom(lastDay, 1);
	if (endsOn <= group.validFrom) return refused("period-empty", { field: "lastDay" });
	if (group.validUntil && endsOn > group.validUntil) return refused("day-outside", { field: "lastDay" });
	const held = await world.db.meeting.count({
		where: { groupId: group.id, heldAt: { not: null }, day: { gte: endsOn } },
	});
	if (held > 0) return refused("meeting-held-later", { field: "lastDay" });
	await world.db.workingGroup.update({ where: { id: group.id }, data: { validUntil: endsOn } });
	await take(world, group, { kind: "concluded", day: endsOn, reason });
	return done(null);
}

/** Puts an ended group away: it stays readable. @throws NotFound, Forbidden, SignInNeeded */
export const archive = command(
	"groups.archive",
	async (world: ActWorld, { groupId }: { groupId: string }): Promise<Outcome<null, Refused>> => {
		const group = await lockedFor(world, groupId, mayManageGroups);
		if (!isPossible("archive", group.state)) return refused("not-in-this-state");
		await take(world, group, { kind: "archived", day: today(world.now), reason: "" });
		return done(null);
	},
);

/**
 * Writes down that the mandate was looked at again: it goes on (until the next review, perhaps with another last day), it was
 * changed (a new version of the charter stands beside), or the group ends. Until then the review stays due.
 * @throws NotFound; Forbidden or SignInNeeded for who does not run the group
 */
export const review = command(
	"groups.review",
	async (
		world: ActWorld,
		input: {
			groupId: string;
			outcome: ReviewOutcome;
			reason: string;
			/** Of the next review; without meaning when the group ends. */
			nextOn: Date;
			/** First day on which it is no more, or null to leave its end as it is. */
			newEnd: Date | null;
		},
	): Promise<Outcome<null, Refused>> => {
		const { outcome, nextOn, newEnd } = input;
		const ends = outcome === "end";
		const group = await lockedFor(world, input.groupId, ends || newEnd ? mayManageGroups : mayRunGroup);
		const day = today(world.now);
		const reason = input.reason.trim();
		if (!isPossible("review", group.state)) return refused("not-in-this-state");
		if (reason.length < 10) return refused("reason-missing", { field: "reason" });
		if (!ends && nextOn <= day) return refused("review-in-the-past", { field: "nextOn" });
		if (!ends && newEnd && newEnd <= day) return refused("period-empty", { field: "newEnd" });
		await take(world, group, { kind: "reviewed", day, reason, outcome });
		if (ends) return end(world, group, newEnd ? daysFrom(newEnd, -1) : day, reason);
		await world.db.workingGroup.update({
			where: { id: group.id },
			data: { reviewOn: nextOn, ...(newEnd && { validUntil: newEnd }) },
		});
		return done(null);
	},
);

const tellOfEnd = command("groups.tell-of-end", async (world: ActWorld, { groupId }: { groupId: string }) => {
	const group = await lockedFor(world, groupId, (actor) => actor.kind === "house");
	const { validUntil } = group;
	const { count } = await world.db.workingGroup.updateMany({
		where: { id: groupId, validUntil, OR: [{ endToldFor: null }, { endToldFor: { not: validUntil } }] },
		data: { endToldFor: validUntil },
	});
	if (count === 0 || !validUntil) return refused("nothing-due");
	world.record({
		type: "groups.group.ends-soon",
		subject: { kind: "group", id: groupId },
		ownerId: group.organisationId,
		facts: { endsOn: validUntil.toISOString().slice(0, 10) },
	});
	return done(null);
});

/** Tells of groups that end by themselves within six weeks, once for each end, also late. @returns how many */
export async function tellOfEnds(world: World): Promise<number> {
	const day = today(world.now);
	// SQL: compares two columns
	const due = await world.db.$queryRaw<{ id: string }[]>`
		SELECT id FROM working_group
		WHERE valid_until > ${day}::date AND valid_until <= ${daysFrom(day, toldBeforeDays)}::date
			AND end_told_for IS DISTINCT FROM valid_until
			AND NOT EXISTS (SELECT FROM group_step step WHERE step.group_id = working_group.id AND step.kind = 'concluded')
		ORDER BY id`;
	let told = 0;
	for (const { id } of due) if ((await tellOfEnd(world, { groupId: id })).done) told += 1;
	return told;
}
