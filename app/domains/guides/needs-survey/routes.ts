import { route } from "@react-router/dev/routes";

const at = "domains/guides/needs-survey/routes";
const work = "o/:place/verwaltung/lotsen/bedarf";

export const needsSurveyRoutes = [
	route("bedarfsumfrage", `${at}/enter-code.tsx`),
	route("bedarfsumfrage/:code", `${at}/answer-by-code.tsx`),
	route("o/:place/verwaltung/kreis/umfrage/:invitation", `${at}/answer-at-place.tsx`),
	route(work, `${at}/needs.tsx`),
	route(`${work}/ueberpruefung/:review`, `${at}/review.tsx`, { id: "guide-review" }),
	route(`${work}/:year`, `${at}/survey.tsx`, { id: "needs-survey" }),
	route(`${work}/:year/text`, `${at}/words.tsx`, { id: "needs-survey-words" }),
	route(`${work}/:year/antworten.csv`, `${at}/answers-file.ts`),
	route(`${work}/:year/frage/:question`, `${at}/question.tsx`, { id: "needs-question" }),
	route(`${work}/:year/brief/:invitation`, `${at}/survey-letter.tsx`),
];
