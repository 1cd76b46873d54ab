import type { View } from "~/platform/world.server";

/** What is asked in the surveys of a process, as it is read before its release; null without surveys. */
export async function surveyContent(view: Pick<View, "db">, processId: string): Promise<unknown> {
	const surveys = await view.db.survey.findMany({
		where: { processId },
		orderBy: { position: "asc" },
		select: { position: true, title: true, intro: true, electorate: true, questions: true },
	});
	return surveys.length > 0 ? surveys : null;
}
