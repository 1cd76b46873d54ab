import { csvOf } from "~/platform/csv";
import { conduct } from "~/platform/http/conduct.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { surveyPage } from "../queries/survey-pages.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/answers-file";

/** The answers as a table: one municipality a line, those without an answer included. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { survey, questions, asked } = await surveyPage(world, params);
	const t = textFor(world.locale, staffMessages);
	const { date } = formatFor(world.locale);
	const rows = asked.map(({ id, name, answeredAt }) => [
		name,
		answeredAt ? date(answeredAt) : null,
		...questions.map(({ kind, answers }) => {
			const given = answers.find(({ invitationId }) => invitationId === id)?.text ?? null;
			return given !== null && kind === "RATING" ? Number(given) : given;
		}),
	]);
	const head = [t("csv.municipality"), t("csv.answeredOn"), ...questions.map(({ text }) => text)];
	return new Response(csvOf([head, ...rows]), {
		headers: {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="bedarf-${survey.year}.csv"`,
			"Cache-Control": "private, no-store",
		},
	});
});
