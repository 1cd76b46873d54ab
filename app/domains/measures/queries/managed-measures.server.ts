import { placeOf } from "~/domains/organisations/index.server";
import { fromStored, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { storedRichText } from "~/platform/rich-text/check.server";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { draftAgreementPath } from "../agreement-port.server";
import { mayGrantException, mayManageMeasures } from "../policy.server";
import { missingForOperation, nextStages } from "../stage";
import { askGate, managedMeasure, measureByCode } from "./find-measure.server";
import { lastDayText } from "./measure-page.server";
import { postChoices } from "./posts.server";

const pageSize = 50;

/** One page of the organisation's measures for those who run them, those with the earliest report due first. */
export async function managedMeasures(view: View, { organisationId, page }: { organisationId: string; page: number }) {
	demand(mayManageMeasures, view.actor, { organisationId });
	const rows = await view.db.measure.findMany({
		where: { organisationId },
		orderBy: [{ updateDueOn: { sort: "asc", nulls: "last" } }, { id: "desc" }],
		skip: (Math.max(1, page) - 1) * pageSize,
		take: pageSize + 1,
		select: {
			code: true,
			title: true,
			stage: true,
			publishedAt: true,
			updateDueOn: true,
			responsiblePost: { select: { label: true } },
		},
	});
	return {
		more: rows.length > pageSize,
		measures: rows.slice(0, pageSize).map(({ publishedAt, updateDueOn, responsiblePost, ...row }) => ({
			...row,
			isPublic: publishedAt !== null,
			responsible: responsiblePost?.label ?? null,
			due: updateDueOn && fromStored(updateDueOn).toString(),
			overdue: updateDueOn !== null && updateDueOn < today(view.now),
		})),
	};
}

/** What the page of the stage shows: where the measure stands, what is missing, which steps there are. */
export async function stagePage(view: View, at: { place: string; code: string }) {
	const measure = await managedMeasure(view, at);
	const { missing, agreement } = await askGate(view, measure);
	return {
		code: measure.code,
		title: measure.title,
		stage: measure.stage,
		isPublic: measure.publishedAt !== null,
		responsiblePostId: measure.responsiblePostId,
		next: nextStages(measure.stage),
		pilotMissing: missing,
		agreement,
		agreementPath: draftAgreementPath(at.place, measure.id),
		operationMissing: missingForOperation(measure),
		posts: await postChoices(view, measure.organisationId),
		today: fromStored(today(view.now)).toString(),
		may: { grantException: mayGrantException(view.actor, measure) },
	};
}

/** What the form of a measure begins with; amounts and days as people type them. */
export async function editPage(view: View, at: { place: string; code: string }) {
	const measure = await managedMeasure(view, at);
	const day = (stored: Date | null) => (stored ? fromStored(stored).toString() : "");
	const pairs = Object.fromEntries([
		...measure.origins.flatMap(({ text, source }, index) => [
			[`origin${index + 1}`, text],
			[`originSource${index + 1}`, source],
		]),
		...measure.criteria.flatMap(({ text, checkOn }, index) => [
			[`criterion${index + 1}`, text],
			[`criterionDay${index + 1}`, day(checkOn)],
		]),
	]);
	const values: Record<string, string | string[]> = {
		...pairs,
		title: measure.title,
		summary: measure.summary,
		description: measure.description === null ? "" : markdownFromRichText(storedRichText(measure.description)),
		kind: measure.kind,
		fields: measure.fields,
		targetGroups: measure.targetGroups.join("\n"),
		pilotFirstDay: day(measure.pilotFrom),
		pilotLastDay: lastDayText(measure.pilotUntil) ?? "",
		fundingLastDay: lastDayText(measure.fundedUntil) ?? "",
		runningCost: measure.runningCostCents === null ? "" : amountText(measure.runningCostCents),
		payer: measure.payer ?? "",
		revision: String(measure.revision),
	};
	return {
		code: measure.code,
		title: measure.title,
		isOver: measure.stage === "ENDED",
		values,
		responsible: { responsiblePostId: measure.responsiblePostId ?? "", deputyPostId: measure.deputyPostId ?? "" },
		posts: await postChoices(view, measure.organisationId),
	};
}

/** 123450n → "1234,50": what the field reads back. */
function amountText(cents: bigint): string {
	const digits = cents.toString().padStart(3, "0");
	return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/**
 * What the page of an exception shows to those who may grant one.
 * @throws NotFound when the place has no such measure, Forbidden or SignInNeeded when they may not
 */
export async function exceptionPage(view: View, at: { place: string; code: string }) {
	const { organisationId } = await placeOf(view, at.place);
	demand(mayGrantException, view.actor, { organisationId });
	const measure = await measureByCode(view, at.code);
	if (measure.organisationId !== organisationId) throw new NotFound();
	const name = view.actor.kind === "person" ? view.actor.displayName : "";
	return { id: measure.id, code: measure.code, title: measure.title, name };
}
