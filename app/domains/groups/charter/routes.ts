import { route } from "@react-router/dev/routes";

const at = "domains/groups/charter/routes";
const managed = "o/:place/verwaltung/arbeitskreise";

export const charterRoutes = [route(`${managed}/neu`, `${at}/found-group.tsx`)];
