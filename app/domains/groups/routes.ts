import { route } from "@react-router/dev/routes";

const at = "domains/groups/routes";
const own = "o/:place/arbeitskreise/:group";
const managed = "o/:place/verwaltung/arbeitskreise";
const group = `${managed}/:group`;
const meeting = `${group}/sitzungen/:meeting`;

export const groupRoutes = [
	route("arbeitskreise", `${at}/groups.tsx`),
	route("o/:place/arbeitskreise", `${at}/groups.tsx`, { id: "place-groups" }),
	route(own, `${at}/group.tsx`),
	route(`${own}/sitzungen/:meeting`, `${at}/meeting.tsx`),
	route("empfehlung/:code", `${at}/recommendation.tsx`),
	route(managed, `${at}/managed-groups.tsx`),
	route(`${managed}/neu`, `${at}/found-group.tsx`),
	route(group, `${at}/manage-group.tsx`),
	route(`${group}/mitglieder/neu`, `${at}/add-seat.tsx`),
	route(`${group}/mitglieder/:seat/beenden`, `${at}/end-seat.tsx`),
	route(`${group}/aufgreifen`, `${at}/take-up.tsx`),
	route(`${group}/sitzungen/neu`, `${at}/plan-meeting.tsx`),
	route(meeting, `${at}/manage-meeting.tsx`),
	route(`${meeting}/tagesordnung`, `${at}/add-agenda-item.tsx`),
	route(`${meeting}/einladen`, `${at}/invite.ts`),
	route(`${meeting}/anwesenheit`, `${at}/record-attendance.tsx`),
	route(`${meeting}/abstimmung/:item`, `${at}/open-decision.tsx`),
	route(`${group}/empfehlungen/:code`, `${at}/manage-recommendation.tsx`),
	route(`${group}/empfehlungen/:code/feststellen`, `${at}/certify.ts`),
	route(`${group}/empfehlungen/:code/veroeffentlichen`, `${at}/publish.ts`),
	route(`${group}/empfehlungen/:code/abbrechen`, `${at}/cancel-decision.tsx`),
];
