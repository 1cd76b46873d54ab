import { route } from "@react-router/dev/routes";

const at = "domains/council/routes";
const path = "o/:place/verwaltung/gremienweg/:kind/:id";
const managed = "o/:place/verwaltung/beschluesse";

export const councilRoutes = [
	route("o/:place/beschluesse", `${at}/resolutions.tsx`),
	route("beschluss/:code", `${at}/resolution.tsx`),
	route(managed, `${at}/managed.tsx`),
	route(`${managed}/neu`, `${at}/record.tsx`),
	route(`${managed}/:code`, `${at}/manage.tsx`),
	route(`${managed}/:code/angaben`, `${at}/correct.tsx`),
	route(`${managed}/:code/kopie`, `${at}/copy.tsx`),
	route("o/:place/verwaltung/ratsinformation", "domains/council/oparl/routes/systems.tsx"),
	route("o/:place/verwaltung/ratsinformation/:system", "domains/council/oparl/routes/system.tsx"),
	route(path, "domains/council/path/routes/path.tsx"),
	route(`${path}/station`, "domains/council/path/routes/step.tsx", { id: "add-council-step" }),
	route(`${path}/station/:step`, "domains/council/path/routes/step.tsx"),
	route(`${path}/verweis`, "domains/council/paper-links/routes/add-link.tsx"),
	route("o/:place/verwaltung/ratsverweise/:link", "domains/council/paper-links/routes/link.tsx"),
];
