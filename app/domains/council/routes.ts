import { route } from "@react-router/dev/routes";

const at = "domains/council/routes";
const managed = "o/:place/verwaltung/beschluesse";

export const councilRoutes = [
	route("o/:place/beschluesse", `${at}/resolutions.tsx`),
	route("beschluss/:code", `${at}/resolution.tsx`),
	route(managed, `${at}/managed.tsx`),
	route(`${managed}/neu`, `${at}/record.tsx`),
	route(`${managed}/:code`, `${at}/manage.tsx`),
	route(`${managed}/:code/angaben`, `${at}/correct.tsx`),
	route(`${managed}/:code/kopie`, `${at}/copy.tsx`),
];
