import { daysFrom, parseDay } from "~/platform/calendar.server";
import type { MeasureKind } from "~/platform/database/generated/enums";
import { done, type Outcome, refused } from "~/platform/outcome";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import type { FieldOfAction } from "../field";

/** What a person says about a measure. Days are YYYY-MM-DD and are the last ones that count; empty is "not stated". */
export type MeasureInput = {
	title: string;
	summary: string;
	description: RichText;
	kind: MeasureKind;
	fields: FieldOfAction[];
	targetGroups: string[];
	pilotFirstDay: string;
	pilotLastDay: string;
	fundingLastDay: string;
	runningCostCents: bigint | null;
	payer: string;
	origins: { text: string; source: string }[];
	criteria: { text: string; checkOn: string }[];
};

export type MeasureValueRefusal =
	| "day-unknown"
	| "pilot-days-in-wrong-order"
	| "origin-source-missing"
	| "criterion-day-missing";

/** The columns of a measure from what was said; refuses impossible days, origins without source, criteria without a day. */
export function measureValues(input: MeasureInput) {
	type Values = ReturnType<typeof columnsOf>;
	const refuse = (code: MeasureValueRefusal, field: string): Outcome<Values, MeasureValueRefusal> =>
		refused(code, { field });
	for (const field of ["pilotFirstDay", "pilotLastDay", "fundingLastDay"] as const) {
		if (input[field] !== "" && !parseDay(input[field])) return refuse("day-unknown", field);
	}
	if (input.pilotFirstDay && input.pilotLastDay && input.pilotLastDay < input.pilotFirstDay) {
		return refuse("pilot-days-in-wrong-order", "pilotLastDay");
	}
	const origins = input.origins.filter(({ text, source }) => text.trim() || source.trim());
	const unsourced = input.origins.findIndex(({ text, source }) => (text.trim() === "") !== (source.trim() === ""));
	if (unsourced >= 0) return refuse("origin-source-missing", `originSource${unsourced + 1}`);
	const criteria = input.criteria.filter(({ text, checkOn }) => text.trim() || checkOn);
	const undated = input.criteria.findIndex(
		({ text, checkOn }) => (text.trim() !== "" || checkOn !== "") && (!text.trim() || !parseDay(checkOn)),
	);
	if (undated >= 0) return refuse("criterion-day-missing", `criterionDay${undated + 1}`);
	return done(columnsOf({ ...input, origins, criteria })) as Outcome<Values, MeasureValueRefusal>;
}

function columnsOf(input: MeasureInput) {
	return {
		measure: {
			title: input.title.trim(),
			summary: input.summary.trim(),
			description: isEmptyRichText(input.description) ? undefined : { ...input.description },
			kind: input.kind,
			fields: [...new Set(input.fields)],
			targetGroups: [...new Set(input.targetGroups.map((group) => group.trim()).filter(Boolean))],
			pilotFrom: parseDay(input.pilotFirstDay),
			pilotUntil: dayAfter(input.pilotLastDay),
			fundedUntil: dayAfter(input.fundingLastDay),
			runningCostCents: input.runningCostCents,
			payer: input.payer.trim() || null,
		},
		origins: input.origins.map(({ text, source }, index) => ({
			position: index + 1,
			text: text.trim(),
			source: source.trim(),
		})),
		criteria: input.criteria.flatMap(({ text, checkOn }, index) => {
			const day = parseDay(checkOn);
			return day ? [{ position: index + 1, text: text.trim(), checkOn: day }] : [];
		}),
	};
}

/** People name the last day; stored is the first that no longer counts. */
function dayAfter(lastDay: string): Date | null {
	const day = parseDay(lastDay);
	return day && daysFrom(day, 1);
}
