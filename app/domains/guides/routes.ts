import { route } from "@react-router/dev/routes";
import { countyNewsRoutes } from "./county-news/routes";
import { exchangeRoutes } from "./exchange/routes";
import { needsSurveyRoutes } from "./needs-survey/routes";
import { officeDayRoutes } from "./office-days/routes";

const at = "domains/guides/routes";
const concerns = "domains/guides/concerns/routes";
const plans = "domains/guides/plans/routes";
const plan = "o/:place/verwaltung/lotsen/:plan";
const concern = "o/:place/verwaltung/anliegen/:concern";

export const guideRoutes = [
	route("lotsen", `${at}/who.tsx`),
	route("lotsen/aushang", `${at}/poster.tsx`),
	route("lotsen/anliegen/neu", `${concerns}/new-concern.tsx`),
	route("lotsen/anliegen/:code", `${concerns}/public-concern.tsx`),
	route("anliegen/:token", `${concerns}/status.tsx`),
	route("o/:place/lotsen", `${at}/who.tsx`, { id: "who-at-place" }),
	route("o/:place/lotsen/anliegen/neu", `${concerns}/new-concern.tsx`, { id: "new-concern-at-place" }),
	route("o/:place/verwaltung/lotsen", `${plans}/plans.tsx`),
	route("o/:place/verwaltung/lotsen/neu", `${plans}/create-plan.tsx`),
	route("o/:place/verwaltung/lotsen/uebersicht", `${plans}/matrix.tsx`),
	route(plan, `${plans}/plan.tsx`),
	route(`${plan}/regel`, `${plans}/add-rule.tsx`),
	route(`${plan}/regel/:rule/entfernen`, `${plans}/remove-rule.ts`),
	route(`${plan}/in-kraft`, `${plans}/approve-plan.tsx`),
	route("o/:place/verwaltung/anliegen", `${concerns}/concerns.tsx`),
	route("o/:place/verwaltung/anliegen/neu", `${concerns}/capture-concern.tsx`),
	route("o/:place/verwaltung/anliegen/aus-e-mail", `${concerns}/take-mail.tsx`),
	route("o/:place/verwaltung/anliegen/aus-e-mail/:mail", `${concerns}/capture-mail.tsx`),
	route(concern, `${concerns}/concern.tsx`),
	route(`${concern}/klaeren`, `${concerns}/clarify-concern.tsx`),
	route(`${concern}/schritt`, `${concerns}/set-next-step.tsx`),
	route(`${concern}/antwort`, `${concerns}/answer-concern.tsx`),
	route(`${concern}/abschluss`, `${concerns}/close-concern.tsx`),
	route(`${concern}/weitergeben`, `${concerns}/forward-concern.tsx`),
	route(`${concern}/weitergabe/:forwarding`, `${concerns}/reply.tsx`),
	route(`${concern}/buendeln`, `${concerns}/bundle-concern.tsx`),
	route(`${concern}/teilen`, `${concerns}/split-concern.tsx`),
	route("o/:place/verwaltung/schnellnotiz", "domains/guides/quick-note/routes/note.tsx"),
	route("o/:place/verwaltung/schnellnotiz.webmanifest", "domains/guides/quick-note/routes/app.ts"),
	...officeDayRoutes,
	...countyNewsRoutes,
	...exchangeRoutes,
	...needsSurveyRoutes,
];
