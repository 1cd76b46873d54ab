import type { ActWorld } from "~/platform/act.server";
import { surveyById } from "../queries/find-survey.server";
import { createSurvey } from "./edit-survey.server";

/** Lays the surveys of a process out again in another, inside the act that makes it: questions, no answers, no codes. */
export async function copySurveys(world: ActWorld, { from, to }: { from: string; to: string }): Promise<boolean> {
	const surveys = await world.db.survey.findMany({
		where: { processId: from },
		orderBy: { position: "asc" },
		select: { id: true },
	});
	for (const { id } of surveys) {
		const { questions, title, intro, electorate } = await surveyById(world, id);
		const copy = await createSurvey(world, to, questions);
		await world.db.survey.update({ where: { id: copy.id }, data: { title, intro, electorate } });
	}
	return surveys.length > 0;
}
