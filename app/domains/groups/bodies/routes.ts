import { route } from "@react-router/dev/routes";

const at = "domains/groups/bodies/routes";

export const bodyRoutes = [
	route("gremien", `${at}/register.tsx`),
	route("o/:place/gremien", `${at}/register.tsx`, { id: "place-bodies" }),
	route("o/:place/verwaltung/gremien/:body", `${at}/body.tsx`),
];
