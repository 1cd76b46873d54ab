import { route } from "@react-router/dev/routes";

const at = "domains/groups/deciding/routes";
const group = "o/:place/verwaltung/arbeitskreise/:group";
const recommendation = `${group}/empfehlungen/:code`;
const ballot = "o/:place/arbeitskreise/:group/abstimmungen/:code";

export const decidingRoutes = [
	route(`${group}/sitzungen/:meeting/abstimmung/:item`, `${at}/open-decision.tsx`),
	route(recommendation, `${at}/manage-recommendation.tsx`),
	route(`${recommendation}/feststellen`, `${at}/certify.ts`),
	route(`${recommendation}/abbrechen`, `${at}/cancel-decision.tsx`),
	route(`${recommendation}/schliessen`, `${at}/close-vote.tsx`),
	route(`${recommendation}/fuer-mitglied`, `${at}/vote-on-behalf.tsx`),
	route(`${recommendation}/einwand`, `${at}/treat-objection.tsx`),
	route(`${recommendation}/nicht-feststellen`, `${at}/refuse-certification.tsx`),
	route(ballot, `${at}/ballot.tsx`),
	route(`${ballot}/zettel`, `${at}/paper-slips.tsx`),
	route(`${ballot}/daneben`, `${at}/write-statement.tsx`),
];
