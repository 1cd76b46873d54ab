import { route } from "@react-router/dev/routes";

const at = "domains/groups/minutes/routes";
const read = "o/:place/arbeitskreise/:group/sitzungen/:meeting/protokoll";
const write = "o/:place/verwaltung/arbeitskreise/:group/sitzungen/:meeting/protokoll";

export const minutesRoutes = [
	route(read, `${at}/minutes.tsx`),
	route(`${read}/einwand`, `${at}/object.tsx`),
	route(`${read}.pdf`, `${at}/minutes-pdf.ts`),
	route(write, `${at}/manage-minutes.tsx`),
	route(`${write}/notiz/:item`, `${at}/note.tsx`),
	route(`${write}/verteilen`, `${at}/circulate.tsx`),
	route(`${write}/fassung`, `${at}/freeze.tsx`),
	route(`${write}/einwand/:objection`, `${at}/decide-objection.tsx`),
	route(`${write}/unterschreiben`, `${at}/sign.tsx`),
	route(`${write}/papier`, `${at}/sign-on-paper.tsx`),
	route(`${write}/endgueltig`, `${at}/finalise.tsx`),
	route(`${write}/nachtrag`, `${at}/addendum.tsx`),
];
