import { route } from "@react-router/dev/routes";

const at = "domains/groups/meetings/routes";
const group = "o/:place/verwaltung/arbeitskreise/:group";
const meeting = `${group}/sitzungen/:meeting`;

export const meetingRoutes = [
	route("o/:place/arbeitskreise/:group/sitzungen/:meeting", `${at}/meeting.tsx`),
	route(`${group}/sitzungen/neu`, `${at}/plan-meeting.tsx`),
	route(meeting, `${at}/manage-meeting.tsx`),
	route(`${meeting}/tagesordnung`, `${at}/add-agenda-item.tsx`),
	route(`${meeting}/einladen`, `${at}/invite.ts`),
	route(`${meeting}/anwesenheit`, `${at}/record-attendance.tsx`),
];
