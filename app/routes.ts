import { index, type RouteConfig, route } from "@react-router/dev/routes";
import { accountRoutes } from "./domains/accounts/routes";
import { agreementRoutes } from "./domains/agreements/routes";
import { councilRoutes } from "./domains/council/routes";
import { fileRoutes } from "./domains/files/routes";
import { groupRoutes } from "./domains/groups/routes";
import { guideRoutes } from "./domains/guides/routes";
import { measureRoutes } from "./domains/measures/routes";
import { networkRoutes } from "./domains/network/routes";
import { notificationRoutes } from "./domains/notifications/routes";
import { organisationRoutes } from "./domains/organisations/routes";
import { participationRoutes } from "./domains/participation/routes";
import { traceRoutes } from "./domains/trace/routes";

/** The URL map: the pages of no single domain, then one list per domain. */
export default [
	index("server/routes/start-page.tsx"),
	route("sprache", "server/routes/language.ts"),
	route("impressum", "server/routes/imprint.tsx"),
	route("datenschutz", "server/routes/privacy.tsx"),
	route("barrierefreiheit", "server/routes/accessibility.tsx"),
	route("gestaltung", "server/routes/gallery.tsx"),
	route("heute", "server/routes/today.tsx"),
	route("betrieb/wartung", "server/routes/maintenance.tsx"),
	route("betrieb/angaben", "server/routes/operator.tsx"),
	route("suche", "server/routes/search.tsx"),
	route("konto/daten", "server/routes/my-data.tsx"),
	route("konto/daten/export", "server/routes/my-data-file.ts"),
	route("konto/daten/loeschen", "server/routes/erase-my-data.tsx"),
	route("konto-geloescht", "server/routes/erased.tsx"),
	...accountRoutes,
	...agreementRoutes,
	...councilRoutes,
	...fileRoutes,
	...measureRoutes,
	...networkRoutes,
	...notificationRoutes,
	...groupRoutes,
	...participationRoutes,
	...guideRoutes,
	...organisationRoutes,
	...traceRoutes,
	route("*", "server/routes/not-found.ts"),
] satisfies RouteConfig;
