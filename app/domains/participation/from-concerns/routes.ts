import { route } from "@react-router/dev/routes";

export const fromConcernsRoutes = [
	route(
		"o/:place/verwaltung/anliegen/:concern/beteiligung/:process",
		"domains/participation/from-concerns/routes/carry.tsx",
	),
];
