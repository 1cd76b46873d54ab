import { route } from "@react-router/dev/routes";

const at = "domains/participation/surveys/routes";
const survey = "o/:place/beteiligung/:process/umfrage/:survey";
const staff = "o/:place/verwaltung/beteiligung/:process/umfrage";

/** Addresses of surveys, the forms people fill in, and their results. */
export const surveyRoutes = [
	route(survey, `${at}/survey.tsx`),
	route(`${survey}/bogen`, `${at}/sheet.tsx`),
	route(`${survey}/ergebnis`, `${at}/results.tsx`),
	route(`${survey}/ergebnis/:format`, `${at}/results-file.ts`),
	route("u/:code", `${at}/short-address.ts`),
	route("umfrage/:token", `${at}/form.tsx`),
	route("umfrage/:token/abgeben", `${at}/hand-in.tsx`),
	route("umfrage/:token/code", `${at}/code.tsx`),
	route(staff, `${at}/managed.tsx`),
	route(`${staff}/:survey`, `${at}/manage.tsx`),
	route(`${staff}/:survey/frage/:question`, `${at}/question.tsx`),
	route(`${staff}/:survey/wer-antwortet`, `${at}/letter-codes.tsx`),
	route(`${staff}/:survey/eingeben`, `${at}/enter.tsx`),
	route(`${staff}/:survey/texte`, `${at}/free-texts.tsx`),
	route(`${staff}/:survey/mitteilung`, `${at}/tell.tsx`),
];
