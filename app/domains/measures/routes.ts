import { route } from "@react-router/dev/routes";

const managed = "o/:place/verwaltung/massnahmen";

export const measureRoutes = [
	route("massnahmen", "domains/measures/routes/overview.tsx"),
	route("massnahmen/katalog/:slug", "domains/measures/routes/catalogue-entry.tsx"),
	route("massnahmen/:code", "domains/measures/routes/measure.tsx"),
	route(managed, "domains/measures/routes/managed.tsx"),
	route(`${managed}/neu`, "domains/measures/routes/start.tsx"),
	route(`${managed}/:code`, "domains/measures/routes/stage.tsx"),
	route(`${managed}/:code/angaben`, "domains/measures/routes/edit.tsx"),
	route(`${managed}/:code/sachstand`, "domains/measures/routes/report.tsx"),
	route(`${managed}/:code/ausnahme`, "domains/measures/routes/exception.tsx"),
	route(`${managed}/:code/ende`, "domains/measures/routes/end.tsx"),
];
