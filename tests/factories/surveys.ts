import { saveQuestion } from "~/domains/participation/surveys/commands/edit-survey.server";
import { emptyQuestion, type Question, type QuestionKind } from "~/domains/participation/surveys/question";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";
import { process, published } from "./participation";

type Asked = Partial<Omit<Question, "key" | "kind" | "options" | "rows">> & { options?: string[]; rows?: string[] };

/** A question as its form sends it. */
export function asked(kind: QuestionKind, { options = [], rows = [], ...given }: Asked = {}) {
	const { key: _, ...empty } = emptyQuestion("", kind);
	return {
		...empty,
		title: "Wie oft fahren Sie Bus?",
		...given,
		options: options.join("\n"),
		rows: rows.join("\n"),
		note: "",
	};
}

/** A published process „Umfrage“ with these questions, made by the world's actor; it can be answered since a week. */
export async function survey(
	world: World,
	given: Parameters<typeof process>[1] & { questions: ReturnType<typeof asked>[] },
): Promise<{ id: string; slug: string; processId: string; keys: string[] }> {
	const { questions, ...wanted } = given;
	const made = await process(world, { title: "Busfahren", recipe: "survey", ...wanted, published: false });
	const { id } = await world.db.survey.findFirstOrThrow({ where: { processId: made.id } });
	const keys: string[] = [];
	for (const question of questions) {
		keys.push(must(await saveQuestion(world, { surveyId: id, key: null, ...question })).key);
	}
	if (given.published ?? true) await published(world, { ...given, id: made.id });
	return { id, slug: made.slug, processId: made.id, keys };
}
