import { route } from "@react-router/dev/routes";

const at = "domains/groups/recommendations/routes";
const managed = "o/:place/verwaltung/arbeitskreise/:group/empfehlungen/:code";

export const recommendationRoutes = [
	route("empfehlungen", `${at}/register.tsx`),
	route("o/:place/empfehlungen", `${at}/register.tsx`, { id: "place-decisions" }),
	route("empfehlungen.atom", `${at}/register-feed.ts`),
	route("o/:place/empfehlungen.atom", `${at}/register-feed.ts`, { id: "place-decisions-feed" }),
	route("empfehlung/:code", `${at}/recommendation.tsx`),
	route("empfehlung/:code/umsetzung", `${at}/report-step.tsx`),
	route("empfehlung/:code/ueberpruefung", `${at}/review.tsx`),
	route("empfehlung/:code/ersetzen", `${at}/replace.tsx`),
	route(`${managed}/angaben`, `${at}/particulars.tsx`),
	route(`${managed}/veroeffentlichen`, `${at}/publish.ts`),
];
