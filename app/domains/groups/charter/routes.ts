import { route } from "@react-router/dev/routes";

const at = "domains/groups/charter/routes";
const managed = "o/:place/verwaltung/arbeitskreise";

export const charterRoutes = [
	route(`${managed}/neu`, `${at}/found-group.tsx`),
	route(`${managed}/:group/auftrag`, `${at}/amend-charter.tsx`),
	route(`${managed}/:group/stand`, `${at}/life.tsx`),
	route("o/:place/arbeitskreise/:group/auftrag", `${at}/charter.tsx`),
];
