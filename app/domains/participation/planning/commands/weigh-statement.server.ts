import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { isVote, partsIn, statementLimits } from "../../texts/statement";
import { isTimeToWeigh, mayManagePlanning } from "../policy.server";
import { dayNow, lockedPlanning } from "../queries/find-planning.server";
import { record } from "./set-up.server";

async function toWeigh(world: ActWorld, processId: string, number: number) {
	const planning = await lockedPlanning(world, processId);
	demand(mayManagePlanning, world.actor, planning);
	const statement = await world.db.planningStatement.findUnique({
		where: { processId_number: { processId, number } },
		include: { parts: true },
	});
	if (!statement) throw new NotFound();
	return { planning, statement, isTime: isTimeToWeigh(planning, dayNow(world)) };
}

/**
 * Divides a statement into parts that are weighed one by one; its words stay what they are, parts that stay the same keep
 * their vote. Refused before the last display is over and after the resolution on the weighing.
 */
export const divideForWeighing = command(
	"participation.divide-planning-statement",
	async (
		world: ActWorld,
		{ processId, number, divided }: { processId: string; number: number; divided: string },
	): Promise<Outcome<null, "not-time-to-weigh" | "words-changed" | "too-many-parts">> => {
		const { planning, statement, isTime } = await toWeigh(world, processId, number);
		if (!isTime) return refused("not-time-to-weigh");
		const parts = partsIn(statement.text, divided);
		if (!parts) return refused("words-changed", { field: "divided" });
		const most = statementLimits.parts;
		if (parts.length > most) return refused("too-many-parts", { field: "divided", values: { most } });
		const weighed = new Map(statement.parts.map((part) => [part.words, part]));
		await world.db.planningStatementPart.deleteMany({ where: { statementId: statement.id } });
		await world.db.planningStatementPart.createMany({
			data: parts.map((words, position) => {
				const { vote = null, comment = null, weighedById = null, weighedAt = null } = weighed.get(words) ?? {};
				const id = newId(world.now);
				return { id, statementId: statement.id, position, words, vote, comment, weighedById, weighedAt };
			}),
		});
		record(world, planning, "statement-divided", { statement: statement.id, parts: parts.length });
		return done(null);
	},
);

/** Stores vote and comment on one part; without a vote the part is open again. A vote needs a comment that gives the reason. */
export const weighPlanningPart = command(
	"participation.weigh-planning-part",
	async (
		world: ActWorld,
		input: { processId: string; number: number; partId: string; vote: string; comment: string },
	): Promise<
		Outcome<null, "not-time-to-weigh" | "vote-unknown" | "comment-missing" | "comment-too-long" | "changed-meanwhile">
	> => {
		const { planning, statement, isTime } = await toWeigh(world, input.processId, input.number);
		if (!isTime) return refused("not-time-to-weigh");
		const vote = input.vote === "" ? null : input.vote;
		if (vote !== null && !isVote(vote)) return refused("vote-unknown", { field: "vote" });
		const comment = input.comment.trim();
		const most = statementLimits.commentMost;
		if (comment.length > most)
			return refused("comment-too-long", { field: "comment", values: { most, now: comment.length } });
		if (vote !== null && vote !== "noted" && comment === "") return refused("comment-missing", { field: "comment" });
		const { count } = await world.db.planningStatementPart.updateMany({
			where: { id: input.partId, statementId: statement.id },
			data: {
				vote,
				comment: comment || null,
				weighedById: vote === null ? null : personIdOf(world.actor),
				weighedAt: vote === null ? null : world.now,
			},
		});
		// divided anew by somebody else in the meantime
		if (count === 0) return refused("changed-meanwhile");
		record(world, planning, "part-weighed", { statement: statement.id, part: input.partId, vote });
		return done(null);
	},
);
