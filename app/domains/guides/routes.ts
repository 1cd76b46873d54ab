import { route } from "@react-router/dev/routes";
import { officeDayRoutes } from "./office-days/routes";

const at = "domains/guides/routes";
const plan = "o/:place/verwaltung/lotsen/:plan";
const concern = "o/:place/verwaltung/anliegen/:concern";

export const guideRoutes = [
	route("lotsen", `${at}/who.tsx`),
	route("lotsen/anliegen/neu", `${at}/new-concern.tsx`),
	route("lotsen/anliegen/:code", `${at}/public-concern.tsx`),
	route("anliegen/:token", `${at}/status.tsx`),
	route("o/:place/lotsen", `${at}/who.tsx`, { id: "who-at-place" }),
	route("o/:place/lotsen/anliegen/neu", `${at}/new-concern.tsx`, { id: "new-concern-at-place" }),
	route("o/:place/verwaltung/lotsen", `${at}/plans.tsx`),
	route("o/:place/verwaltung/lotsen/neu", `${at}/create-plan.tsx`),
	route("o/:place/verwaltung/lotsen/uebersicht", `${at}/matrix.tsx`),
	route(plan, `${at}/plan.tsx`),
	route(`${plan}/regel`, `${at}/add-rule.tsx`),
	route(`${plan}/regel/:rule/entfernen`, `${at}/remove-rule.ts`),
	route(`${plan}/in-kraft`, `${at}/approve-plan.tsx`),
	route("o/:place/verwaltung/anliegen", `${at}/concerns.tsx`),
	route("o/:place/verwaltung/anliegen/neu", `${at}/capture-concern.tsx`),
	route(concern, `${at}/concern.tsx`),
	route(`${concern}/klaeren`, `${at}/clarify-concern.tsx`),
	route(`${concern}/schritt`, `${at}/set-next-step.tsx`),
	route(`${concern}/antwort`, `${at}/answer-concern.tsx`),
	route(`${concern}/abschluss`, `${at}/close-concern.tsx`),
	...officeDayRoutes,
];
