import { personNames } from "~/domains/accounts/index.server";
import { fromStored, today } from "~/platform/calendar.server";
import { storedRichText } from "~/platform/rich-text/check.server";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { View } from "~/platform/world.server";
import { agreementInForce } from "../agreement-port.server";
import { exceptionOn } from "../pilot-gate";
import { mayGrantException, mayManageMeasures } from "../policy.server";
import { askGate, type FoundMeasure, measureByCode } from "./find-measure.server";
import { answeringPost } from "./posts.server";

const updatesShown = 20;

/** Calendar dates go to the page as calendar dates; of a half-open period people name the last day. */
function dayText(day: Date): string;
function dayText(day: Date | null): string | null;
function dayText(day: Date | null): string | null {
	return day && fromStored(day).toString();
}

export function lastDayText(until: Date | null): string | null {
	return until && fromStored(until).subtract({ days: 1 }).toString();
}

/** Everything the public page of a measure shows. @throws NotFound when it is not there or not for this reader */
export async function measurePage(view: View, code: string) {
	const measure = await measureByCode(view, code);
	const { space, shortName } = measure.organisation;
	const [responsible, deputy, steps, updates, ending, exceptions] = await Promise.all([
		answeringPost(view, measure.responsiblePostId),
		answeringPost(view, measure.deputyPostId),
		view.db.measureTransition.findMany({
			where: { measureId: measure.id },
			orderBy: { position: "asc" },
			select: { toStage: true, onDay: true, reason: true, post: { select: { label: true } } },
		}),
		view.db.measureUpdate.findMany({
			where: { measureId: measure.id },
			orderBy: [{ at: "desc" }, { id: "desc" }],
			take: updatesShown,
			select: { id: true, progress: true, openProblems: true, nextSteps: true, at: true },
		}),
		view.db.measureEnding.findUnique({
			where: { measureId: measure.id },
			include: { parts: { orderBy: { position: "asc" }, select: { name: true, fate: true, recipient: true } } },
		}),
		shownExceptions(view, measure),
	]);
	const piloting = measure.stage === "PILOT";
	return {
		id: measure.id,
		code: measure.code,
		title: measure.title,
		summary: measure.summary,
		descriptionHtml:
			measure.description === null ? null : renderRichText(storedRichText(measure.description), { headingsFrom: 3 }),
		kind: measure.kind,
		fields: measure.fields,
		targetGroups: measure.targetGroups,
		stage: measure.stage,
		isPublic: measure.publishedAt !== null,
		place: { name: space?.name ?? shortName, slug: space?.slug ?? null },
		responsible,
		deputy,
		money: {
			runningCostCents: measure.runningCostCents?.toString() ?? null,
			payer: measure.payer,
			fundedUntil: lastDayText(measure.fundedUntil),
		},
		pilot: { from: dayText(measure.pilotFrom), until: lastDayText(measure.pilotUntil) },
		origins: measure.origins.map(({ text, source }) => ({ text, source })),
		criteria: measure.criteria.map(({ text, checkOn }) => ({ text, checkOn: dayText(checkOn) })),
		steps: steps.map(({ toStage, onDay, reason, post }) => ({
			stage: toStage,
			on: dayText(onDay),
			reason,
			post: post?.label ?? null,
		})),
		updates,
		overdueSince: measure.updateDueOn && measure.updateDueOn < today(view.now) ? dayText(measure.updateDueOn) : null,
		gate: await shownGate(view, measure),
		/** A pilot that runs while no agreement is in force: begun by an exception, or its agreement has ended. */
		uncovered: piloting && (await agreementInForce(view, { kind: "measure", id: measure.id })) === null,
		exceptions,
		ending: ending && { reasons: ending.reasons, explanation: ending.explanation, parts: ending.parts },
		may: {
			manage: mayManageMeasures(view.actor, measure),
			grantException: mayGrantException(view.actor, measure),
		},
	};
}

/** The gate as people read it, before the pilot; null afterwards. */
async function shownGate(view: View, measure: FoundMeasure) {
	if (measure.stage !== "IDEA" && measure.stage !== "PREPARATION") return null;
	const { agreement, missing } = await askGate(view, measure);
	return { agreement, missing };
}

/** Every exception, newest first, with the name of who granted it (null once erased); they stay public for ever. */
async function shownExceptions(view: View, { exceptions }: FoundMeasure) {
	const day = today(view.now);
	const counts = exceptionOn(exceptions, day);
	const people = await personNames(
		view,
		exceptions.map(({ grantedById }) => grantedById),
	);
	return exceptions.map((exception) => ({
		name: (exception.grantedById && people.get(exception.grantedById)) || null,
		on: dayText(exception.validFrom),
		until: lastDayText(exception.validUntil) ?? dayText(exception.validUntil),
		reason: exception.reason,
		counts: exception === counts,
		over: exception.validUntil <= day,
	}));
}

export type MeasurePage = Awaited<ReturnType<typeof measurePage>>;
