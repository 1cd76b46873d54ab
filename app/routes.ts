import { index, type RouteConfig, route } from "@react-router/dev/routes";
import { notificationRoutes } from "./domains/notifications/routes";
import { answerRoutes } from "./domains/participation/answers/routes";
import { traceRoutes } from "./domains/trace/routes";

/** The URL map: the pages of no single domain, then one list per domain. */
export default [
	index("server/routes/start-page.tsx"),
	route("sprache", "server/routes/language.ts"),
	route("impressum", "server/routes/imprint.tsx"),
	route("datenschutz", "server/routes/privacy.tsx"),
	route("heute", "server/routes/today.tsx"),
	route("betrieb/angaben", "server/routes/operator.tsx"),
	...notificationRoutes,
	...traceRoutes,
	...answerRoutes,
	route("*", "server/routes/not-found.ts"),
] satisfies RouteConfig;
