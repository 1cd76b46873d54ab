import { readUploadFields } from "~/domains/files/index.server";
import type { Frame } from "~/domains/organisations";
import { pointText, pressedPoint } from "~/domains/organisations";
import { formFields } from "~/platform/http/forms.server";
import type { Outcome, Refusal } from "~/platform/outcome";
import type { StoredFile, UploadLimits } from "~/platform/storage/receive.server";
import { fieldOf, mapPart, pointPart, type TypedFields, typedFrom, withoutPart } from "./answering";
import type { Question } from "./question";

/** One file for each question of a page; a photo of a telephone is about five megabytes. */
const limits = (files: number): UploadLimits => ({
	files,
	fileBytes: 15_000_000,
	totalBytes: 30_000_000,
	kinds: ["image", "pdf"],
});

/** A file that came for a question. */
export type SentFile = { question: string; stored: StoredFile };

type Sent = {
	fields: FormData;
	typed: TypedFields;
	files: SentFile[];
	refusals: Refusal[];
	/** A map was pressed without scripts: the form wants to come back with the point. */
	pressed: boolean;
	act<Result, Code extends string>(act: () => Promise<Outcome<Result, Code>>): Promise<Outcome<Result, Code>>;
};

/** Reads what a form sent for these questions: texts, points pressed on a map, files. Files are removed unless `act` keeps them. */
export async function sentAnswers(
	request: Request,
	questions: readonly Question[],
	frame: Frame | null,
): Promise<Sent> {
	const asking = questions.filter(({ kind }) => kind === "file");
	if (asking.length === 0) {
		const fields = await formFields(request);
		return { fields, ...readTexts(questions, fields, frame), files: [], refusals: [], act: (act) => act() };
	}
	const { fields, files, refusals, act } = await readUploadFields(request, limits(asking.length));
	const texts = readTexts(questions, fields, frame);
	for (const question of asking) {
		if (fields.get(fieldOf(question, withoutPart)) === "on") texts.typed[fieldOf(question)] = [];
	}
	return {
		fields,
		...texts,
		refusals,
		act,
		files: files.flatMap((stored) => {
			const question = asking.find((one) => fieldOf(one) === stored.field);
			return question ? [{ question: question.key, stored }] : [];
		}),
	};
}

function readTexts(questions: readonly Question[], fields: FormData, frame: Frame | null) {
	const typed = typedFrom(questions, fields);
	let pressed = false;
	for (const question of questions.filter(({ kind }) => kind === "place")) {
		const picture = fieldOf(question, mapPart);
		const [x, y] = [fields.get(`${picture}.x`), fields.get(`${picture}.y`)];
		if (typeof x !== "string" || typeof y !== "string") continue;
		const point = pressedPoint({ "karte.x": x, "karte.y": y }, frame);
		if (!point) continue;
		typed[fieldOf(question, pointPart)] = [pointText(point)];
		pressed = true;
	}
	return { typed, pressed };
}
