import { route } from "@react-router/dev/routes";

const at = "domains/groups/deciding/routes";
const group = "o/:place/verwaltung/arbeitskreise/:group";
const recommendation = `${group}/empfehlungen/:code`;

export const decidingRoutes = [
	route(`${group}/sitzungen/:meeting/abstimmung/:item`, `${at}/open-decision.tsx`),
	route(recommendation, `${at}/manage-recommendation.tsx`),
	route(`${recommendation}/feststellen`, `${at}/certify.ts`),
	route(`${recommendation}/abbrechen`, `${at}/cancel-decision.tsx`),
];
