import { route } from "@react-router/dev/routes";

export const termRoutes = [
	route("o/:place/verwaltung/arbeitskreise/:group/zuordnung", "domains/groups/terms/routes/assign.tsx"),
];
