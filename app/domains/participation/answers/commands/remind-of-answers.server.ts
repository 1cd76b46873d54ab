import { Temporal } from "temporal-polyfill";
import { type ActWorld, command } from "~/platform/act.server";
import { dayOf, fromStored, today, zone } from "~/platform/calendar.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import { isWorkingDay } from "~/platform/working-days";
import type { View, World } from "~/platform/world.server";
import { landOf } from "../../planning/queries/find-planning.server";
import { type Step, stepOn } from "../deadline";
import { countAnswered } from "../queries/coverage.server";

/** From this hour on in Germany, so that what is due today stands in the letter of seven o'clock. */
const hour = 5;

/** More processes than this are not answered at the same time by one organisation. */
const processesMost = 200;

/**
 * Says once for an organisation which of its processes came a step nearer to the promised day, or beyond it, with answers
 * missing. One event for all of them, so that whoever is told gets one message a day.
 */
const remindOfAnswers = command(
	"participation.remind-of-answers",
	async (
		world: ActWorld,
		{ organisationId, land }: { organisationId: string; land: string | null },
	): Promise<Outcome<null, "nothing-due">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const processes = await inAnswering(world, organisationId);
		const day = dayOf(world.now);
		const counts = await countAnswered(
			world,
			processes.map(({ id }) => id),
			today(world.now),
		);
		const reached = processes.flatMap(({ id, answeredUntil }) => {
			const { published = 0, answered = 0 } = counts.get(id) ?? {};
			const step = answeredUntil && published > answered ? stepOn(day, fromStored(answeredUntil), land) : null;
			return step && answeredUntil ? [{ processId: id, step, dueOn: answeredUntil, open: published - answered }] : [];
		});
		const told: string[] = [];
		for (const { processId, step, dueOn, open } of reached) {
			// the step is the key: of two sweeps at once one tells
			const { count } = await world.db.answerEscalation.createMany({
				data: [{ processId, step, dueOn, at: world.now }],
				skipDuplicates: true,
			});
			if (count > 0) told.push(`${processId} ${step} ${open}`);
		}
		if (told.length === 0) return refused("nothing-due");
		world.record({
			type: "participation.answers.due",
			subject: { kind: "organisation", id: organisationId },
			ownerId: organisationId,
			facts: { steps: told },
		});
		return done(null);
	},
);

/** What one entry of the event's `steps` says; null for something else. */
export function stepFrom(entry: string): { processId: string; step: Step; open: number } | null {
	const [processId, step, open] = entry.split(" ");
	if (!processId || (step !== "soon" && step !== "due" && step !== "late" && step !== "very-late")) return null;
	return { processId, step, open: Number(open) };
}

function inAnswering(view: Pick<View, "db" | "now">, organisationId: string) {
	return view.db.process.findMany({
		where: { organisationId, publishedAt: { lte: view.now }, archivedAt: null, answeredUntil: { not: null } },
		orderBy: { id: "asc" },
		take: processesMost,
		select: { id: true, answeredUntil: true },
	});
}

/**
 * Reminds those who owe answers: the responsible post five working days before the promised day, its deputy too on the
 * day, the head of the administration too from the first working day after it, and all of them again ten working days
 * after it. Once each; on working days of the Land only.
 * @returns for how many organisations something was said
 */
export async function remindAnswerers(world: World): Promise<number> {
	const local = Temporal.Instant.fromEpochMilliseconds(world.now.getTime()).toZonedDateTimeISO(zone);
	if (local.hour < hour || !isWorkingDay(dayOf(world.now), null)) return 0;
	const organisations = await world.db.process.findMany({
		where: { publishedAt: { lte: world.now }, archivedAt: null, answeredUntil: { not: null } },
		distinct: ["organisationId"],
		orderBy: { organisationId: "asc" },
		select: { organisationId: true },
	});
	let told = 0;
	for (const { organisationId } of organisations) {
		const land = await landOf(world, organisationId);
		const outcome = await remindOfAnswers(world, { organisationId, land });
		if (outcome.done) told += 1;
	}
	return told;
}
