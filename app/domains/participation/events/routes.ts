import { route } from "@react-router/dev/routes";

const at = "domains/participation/events/routes";
const one = "o/:place/verwaltung/beteiligung/:process/termine";
const open = "o/:place/beteiligung/:process";

export const eventRoutes = [
	route("termine", `${at}/calendar.tsx`),
	route("termine.ics", `${at}/feed.ts`),
	route("o/:place/termine", `${at}/calendar.tsx`, { id: "place-calendar" }),
	route("o/:place/termine.ics", `${at}/feed.ts`, { id: "place-feed" }),
	route(`${open}/termine.ics`, `${at}/feed.ts`, { id: "process-feed" }),
	route(`${open}/termin/:event`, `${at}/event.tsx`),
	route(`${open}/termin/:event/termin.ics`, `${at}/entry.ts`),
	route("termin/:code", `${at}/short-address.ts`),
	route("termin-anmeldung/:token", `${at}/registration.tsx`),
	route(one, `${at}/managed.tsx`),
	route(`${one}/neu`, `${at}/plan.tsx`),
	route(`${one}/:event`, `${at}/manage.tsx`),
	route(`${one}/:event/bearbeiten`, `${at}/change.tsx`),
	route(`${one}/:event/absagen`, `${at}/cancel.tsx`),
	route(`${one}/:event/anmeldung`, `${at}/enter-registration.tsx`),
	route(`${one}/:event/anmeldung/:registration`, `${at}/act-for-registered.tsx`),
	route(`${one}/:event/liste`, `${at}/attendance-list.tsx`),
	route(`${one}/:event/anwesenheit`, `${at}/attendance.tsx`),
	route(`${one}/:event/karten`, `${at}/cards.tsx`),
	route(`${one}/:event/protokoll`, `${at}/minutes.tsx`),
];
