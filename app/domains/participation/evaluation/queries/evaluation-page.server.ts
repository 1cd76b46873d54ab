import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { endOfTakingPart } from "../../processes/phase";
import { stateOf } from "../../processes/process";
import { type FoundProcess, processAt } from "../../processes/queries/find-process.server";
import { storedHtml, storedText } from "../../stored-text.server";
import { grades, principles } from "../assessment";
import { mayEvaluate, mayReadEvaluation } from "../policy.server";
import { yearOf } from "../year";
import { figuresOf } from "./figures.server";

export type At = { place: string; process: string };

function headOf(process: FoundProcess, place: string) {
	return {
		id: process.id,
		code: process.code,
		slug: process.slug,
		title: process.title,
		place: { slug: place, name: process.organisation.space?.name ?? process.organisation.shortName },
	};
}

async function assessmentsOf(view: View, processId: string) {
	const rows = await view.db.processAssessment.findMany({ where: { processId } });
	return principles.map((principle) => {
		const row = rows.find((one) => one.principle === principle);
		return { principle, grade: grades.find((grade) => grade === row?.grade) ?? null, remark: row?.remark ?? "" };
	});
}

/** Everything the evaluation of a process shows. @throws NotFound before it is closed, except for those who work on it */
export async function evaluationPage(view: View, at: At) {
	const process = await processAt(view, at);
	if (!mayReadEvaluation(view.actor, process, view.now)) throw new NotFound();
	const [figures, assessments, report] = await Promise.all([
		figuresOf(view, process),
		assessmentsOf(view, process.id),
		view.db.processReport.findUnique({ where: { processId: process.id } }),
	]);
	const end = endOfTakingPart(process.phases);
	return {
		...headOf(process, at.place),
		isPublic: stateOf(process, view.now) === "archived",
		asOf: view.now,
		figures,
		assessments: assessments.filter(({ grade }) => grade !== null),
		report: report?.publishedAt
			? { html: storedHtml(report.text), text: storedText(report.text), at: report.publishedAt }
			: null,
		year: end ? yearOf(end) : null,
		may: { evaluate: mayEvaluate(view.actor, process) },
	};
}

export type EvaluationPage = Awaited<ReturnType<typeof evaluationPage>>;

/** What those need who evaluate a process: what was written so far. @throws NotFound, Forbidden, SignInNeeded */
export async function processToEvaluate(view: View, at: At) {
	const process = await processAt(view, at);
	demand(mayEvaluate, view.actor, process);
	const [assessments, report] = await Promise.all([
		assessmentsOf(view, process.id),
		view.db.processReport.findUnique({ where: { processId: process.id } }),
	]);
	return {
		...headOf(process, at.place),
		assessments,
		report: report ? { text: storedText(report.text), isPublished: report.publishedAt !== null } : null,
	};
}
