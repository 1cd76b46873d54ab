import { route } from "@react-router/dev/routes";

const at = "domains/guides/office-days/routes";
const work = "o/:place/verwaltung/sprechtage";

export const officeDayRoutes = [
	route("o/:place/lotsen/sprechtage", `${at}/days.tsx`),
	route("o/:place/lotsen/sprechtage.ics", `${at}/feed.ts`, { id: "office-days-feed" }),
	route("sprechtag/:code/:day", `${at}/day.tsx`, { id: "office-day" }),
	route("sprechtag/:code/:day/termin.ics", `${at}/entry.ts`, { id: "office-day-entry" }),
	route("sprechtag-termin/:token", `${at}/booking.tsx`, { id: "office-booking" }),
	route(work, `${at}/work.tsx`, { id: "office-days-work" }),
	route(`${work}/neu`, `${at}/begin.tsx`),
	route(`${work}/runde`, `${at}/rounds.tsx`),
	route(`${work}/ohne-vertretung`, `${at}/uncovered.tsx`),
	route(`${work}/:series/beenden`, `${at}/end.tsx`),
	route(`${work}/:series/:day`, `${at}/work-day.tsx`),
	route(`${work}/:series/:day/absagen`, `${at}/cancel-day.tsx`),
	route(`${work}/:series/:day/verlegen`, `${at}/move-day.tsx`),
	route(`${work}/:series/:day/notiz`, `${at}/visit-note.tsx`),
];
