import { route } from "@react-router/dev/routes";

const at = "domains/groups/recommendations/routes";

export const recommendationRoutes = [
	route("empfehlung/:code", `${at}/recommendation.tsx`),
	route("o/:place/verwaltung/arbeitskreise/:group/empfehlungen/:code/veroeffentlichen", `${at}/publish.ts`),
];
