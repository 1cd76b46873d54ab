import { route } from "@react-router/dev/routes";

const at = "domains/groups/calls/routes";
const group = "o/:place/verwaltung/arbeitskreise/:group";

export const callRoutes = [
	route("aufruf/:code", `${at}/call.tsx`),
	route("aufruf/:code/los", `${at}/lot.tsx`),
	route("aufruf/:code/los.json", `${at}/lot-data.ts`),
	route("bewerbung/:token", `${at}/application.tsx`),
	route(`${group}/aufrufe`, `${at}/calls.tsx`),
	route(`${group}/aufrufe/:code`, `${at}/manage-call.tsx`),
	route(`${group}/aufrufe/:code/eintragen`, `${at}/enter-application.tsx`),
];
