import { enterFromPaper } from "~/domains/participation/surveys/commands/enter-from-paper.server";
import { decideText } from "~/domains/participation/surveys/commands/publish-results.server";
import type { Actor } from "~/platform/actor";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "~tests/factories/outcome";
import { asked, survey } from "~tests/factories/surveys";

type SurveyStage = {
	organisationId: string;
	responsiblePostId: string;
	staff(daysAgo: number): Promise<World>;
	colleague: Actor;
};

/** How often, on what, where a bench is missing (with a point), what else: forms that came on paper. */
const forms: [often: string, ways: string[], rating: string, bench: string, point: string, words: string][] = [
	["o1", ["o1"], "4", "Am Brunnen", "50.37521,7.28087", "Der Weg zum Bahnhof ist abends dunkel."],
	["o1", ["o1", "o2"], "5", "Vor der Schule", "50.37712,7.28402", ""],
	["o2", ["o2"], "3", "Beim Friedhof", "50.37305,7.27811", "Mehr Schatten im Sommer."],
	["o2", ["o2", "o3"], "3", "", "", ""],
	["o2", ["o1", "o3"], "2", "An der Halle", "50.37903,7.27702", "Der Bordstein an der Bank ist zu hoch."],
	["o1", ["o1"], "4", "", "", ""],
	["o3", ["o4"], "2", "Am Marktplatz", "", ""],
	["o2", ["o1"], "3", "", "", ""],
	["o1", ["o1", "o2"], "5", "", "", ""],
	["o1", ["o2"], "4", "", "", ""],
	["o2", ["o2"], "4", "", "", ""],
];

/** An invented survey that runs: some forms have been typed in, and some words may be read by everybody. */
export async function loadSurvey({ staff, colleague, ...owner }: SurveyStage): Promise<void> {
	const planner = await staff(9);
	const made = await survey(planner, {
		...owner,
		releasedBy: colleague,
		title: "Bänke und Schatten in Mendig",
		purpose: "Wir wollen wissen, wo Menschen sitzen und gehen, bevor wir neue Bänke aufstellen.",
		fixedPoints: "Es gibt Geld für zwölf Bänke. Sie werden im Frühjahr aufgestellt.",
		openQuestions: "Wo sie stehen, und wo Schatten fehlt.",
		decidedBy: "Bauausschuss",
		questions: [
			asked("single", {
				title: "Wie oft gehen Sie im Ort zu Fuß?",
				options: ["Jeden Tag", "Mehrmals in der Woche", "Seltener"],
				required: true,
			}),
			asked("multiple", {
				title: "Wohin gehen Sie meistens?",
				options: ["Zum Einkaufen", "Zur Schule oder zur Kita", "Zum Bahnhof", "Woandershin"],
			}),
			asked("scale", { title: "Wie gut kommen Sie zu Fuß voran?", low: "sehr schlecht", high: "sehr gut", max: 5 }),
			asked("place", { title: "Wo fehlt eine Bank?", hint: "Nennen Sie einen Ort.", newPage: true }),
			asked("file", { title: "Haben Sie ein Foto von der Stelle?" }),
			asked("text", { title: "Was sollen wir noch wissen?", max: 1000 }),
		],
	});
	const helper = await staff(2);
	const silent = [...forms, ...forms, ...forms].map(([often, ways, rating]): (typeof forms)[number] => {
		return [often, ways, rating, "", "", ""];
	});
	for (const [often, ways, rating, bench, point, words] of [...forms, ...silent]) {
		const typed = { f1: [often], f2: ways, f3: [rating], f4: [bench], "f4-punkt": [point], f6: [words] };
		must(await enterFromPaper(helper, { surveyId: made.id, token: newToken(), typed, channel: "paper" }));
	}
	const answers = await helper.db.surveyAnswer.findMany({
		where: { surveyId: made.id },
		select: { id: true, typed: true },
	});
	for (const { id, typed } of answers) {
		const filled = (key: string) =>
			typeof typed === "object" &&
			typed !== null &&
			!Array.isArray(typed) &&
			Array.isArray(typed[key]) &&
			typed[key][0] !== "";
		for (const key of ["f4", "f6"]) if (filled(key)) must(await decideText(helper, { answerId: id, key, shown: true }));
	}
}
