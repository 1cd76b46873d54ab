import { route } from "@react-router/dev/routes";

const at = "domains/groups/guests/routes";

export const guestRoutes = [
	route("arbeitskreis-gast/:token", `${at}/guest.tsx`),
	route("arbeitskreis-gast/:token/datei/:file", `${at}/guest-file.ts`),
	route("o/:place/verwaltung/arbeitskreise/:group/gaeste", `${at}/guests.tsx`),
];
