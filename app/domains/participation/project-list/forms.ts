import { z } from "zod";
import { isInGermany, pointIn } from "~/domains/organisations";
import { centsFrom } from "../processes/index";
import { participations, stages } from "./project";

const line = (most: number) => z.string().trim().max(most, "too-long").default("");
const amount = z
	.string()
	.trim()
	.regex(/^(\d{1,3}(\.\d{3}){1,3}|\d{1,12})?(,\d{1,2})?$/, "money-unreadable")
	.default("");
const optionalId = (code: string) => z.union([z.literal("").transform(() => null), z.uuid()], code).default(null);

const details = {
	title: z.string("title-missing").trim().min(5, "title-missing").max(120, "too-long"),
	summary: z.string("summary-missing").trim().min(1, "summary-missing").max(400, "too-long"),
	/** Read as rich text from the same form; named here so that what was typed comes back. */
	description: z.string().default(""),
	place: z.string("place-missing").trim().min(1, "place-missing").max(200, "too-long"),
	point: z
		.string()
		.trim()
		.default("")
		.refine((text) => text === "" || pointOf(text) !== null, "point-unreadable"),
	timeFrame: z.string("time-missing").trim().min(1, "time-missing").max(200, "too-long"),
	cost: amount,
	yearly: amount,
	payer: line(300),
	goal: line(300),
	responsiblePostId: optionalId("post-unknown"),
	participation: z.enum(participations, "participation-missing"),
	participationReason: z.string("reason-missing").trim().min(1, "reason-missing").max(2000, "too-long"),
	participationHow: line(2000),
	processId: optionalId("process-unknown"),
};

export const addForm = z.object({ ...details, stage: z.enum(stages, "stage-missing") });
export const changeForm = z.object({ ...details, revision: z.coerce.number().int().positive() });
export const moveForm = z.object({ from: z.enum(stages), to: z.enum(stages, "stage-missing"), note: line(2000) });
export const thresholdForm = z.object({
	threshold: z.coerce
		.number("threshold-unreadable")
		.int("threshold-unreadable")
		.min(1, "threshold-unreadable")
		.max(100_000, "threshold-unreadable"),
});
export const confirmForm = z.object({ project: z.string().max(20), revision: z.coerce.number().int().positive() });
export const answerForm = z.object({
	answer: z.enum(["yes", "no"], "answer-missing"),
	reason: z.string("reason-missing").trim().min(1, "reason-missing").max(3000, "too-long"),
	how: line(2000),
});

function pointOf(text: string) {
	const point = pointIn(text);
	return point && isInGermany(point) ? point : null;
}

/** What the act takes, from what the form holds (without the rich text, which is read beside it). */
export function detailsFrom({ point, cost, yearly, ...fields }: Omit<z.output<typeof changeForm>, "revision">) {
	return { ...fields, at: pointOf(point), costCents: centsFrom(cost), yearlyCents: centsFrom(yearly) };
}
