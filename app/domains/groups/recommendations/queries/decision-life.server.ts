import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { mayRunGroup, seesInside } from "../../policy.server";
import { dayText, lastDayText } from "../../queries/names.server";
import { tasksOfDecision } from "../../tasks/queries/tasks.server";
import { decisionKind, hasEnded, stepState } from "../life";
import { mayFollowUp } from "../policy.server";
import { decisionById } from "./find-decision.server";

/**
 * What became of a decision since it was published: its kind, reasons and validity, steps, replacement, reviews, tasks. The
 * caller has asked who may read the decision.
 */
export async function decisionLife(view: View, id: string) {
	const { row, group, kinds, given, life, reviewOn } = await decisionById(view, id);
	const inside = seesInside(view.actor, group) || given.holds;
	const day = today(view.now);
	const isOut = row.publishedAt !== null;
	const follows = isOut && mayFollowUp(view.actor, given);
	const adopted = row.result === "adopted";
	const runs = mayRunGroup(view.actor, group);
	return {
		kind: decisionKind(row.particulars?.kind),
		kinds,
		reasons: row.particulars?.reasons ?? "",
		validFrom: row.particulars?.validFrom ? dayText(row.particulars.validFrom) : null,
		lastDay: row.particulars?.validUntil ? lastDayText(row.particulars.validUntil) : null,
		/** Null while it is not published or was not adopted: then nothing is carried out. */
		state: isOut && adopted ? life : null,
		steps: row.steps.map(({ id: step, state, text, at }) => ({ id: step, state: stepState(state), text, at })),
		replacedBy: row.replacedBy && {
			...row.replacedBy.newer,
			from: dayText(row.replacedBy.fromDay),
			counts: row.replacedBy.fromDay <= day,
		},
		replaces: row.replaces.map(({ older, fromDay }) => ({ ...older, from: dayText(fromDay) })),
		review: {
			on: reviewOn && dayText(reviewOn),
			due: isOut && reviewOn !== null && reviewOn <= day && life !== "revoked" && life !== "replaced",
			done: row.reviews.flatMap(({ dueOn, doneAt, result }) =>
				doneAt && result ? [{ dueOn: dayText(dueOn), at: doneAt, result }] : [],
			),
		},
		tasks: await tasksOfDecision(view, row.id, inside),
		may: {
			report: follows && adopted && (!hasEnded(life) || (runs && life !== "revoked" && life !== "replaced")),
			review: follows && reviewOn !== null,
			replace: runs && isOut && adopted,
			particulars: runs && !isOut && row.cancelledAt === null,
			addTask: runs && row.cancelledAt === null,
		},
		paths: {
			task: `/o/${group.place.slug}/verwaltung/arbeitskreise/${group.slug}/aufgaben/neu?empfehlung=${row.code}`,
			particulars: `/o/${group.place.slug}/verwaltung/arbeitskreise/${group.slug}/empfehlungen/${row.code}/angaben`,
		},
	};
}

export type DecisionLife = Awaited<ReturnType<typeof decisionLife>>;
