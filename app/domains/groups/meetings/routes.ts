import { route } from "@react-router/dev/routes";

const at = "domains/groups/meetings";
const own = "o/:place/arbeitskreise/:group";
const group = "o/:place/verwaltung/arbeitskreise/:group";
const meeting = `${group}/sitzungen/:meeting`;
const read = `${own}/sitzungen/:meeting`;
const calendar = `${at}/calendar/routes/calendar.tsx`;
const feed = `${at}/calendar/routes/feed.ts`;

export const meetingRoutes = [
	route("sitzungen", calendar, { id: "meetings-everywhere" }),
	route("sitzungen.ics", feed, { id: "meetings-feed-everywhere" }),
	route("o/:place/sitzungen", calendar, { id: "meetings-of-place" }),
	route("o/:place/sitzungen.ics", feed, { id: "meetings-feed-of-place" }),
	route(`${own}/sitzungen`, calendar, { id: "meetings-of-group" }),
	route(`${own}/sitzungen.ics`, feed, { id: "meetings-feed-of-group" }),
	route(read, `${at}/routes/meeting.tsx`),
	route(`${read}/kalender.ics`, `${at}/calendar/routes/entry.ts`),
	route(`${read}/stand`, `${at}/running/routes/standing.ts`),
	route(`${read}/befangen/:item`, `${at}/routes/declare-bias.ts`),
	route(`${read}/antrag`, `${at}/agenda/routes/submit-motion.tsx`),
	route(`${read}/schriftlich`, `${at}/circular/routes/answer-in-writing.tsx`),
	route(`${read}/tische`, `${at}/workshop/routes/tables.tsx`),
	route(`${read}/tische/ergebnisse.docx`, `${at}/workshop/routes/results-docx.ts`),
	route(`${read}/tische/als-text`, `${at}/workshop/routes/results-as-text.ts`),
	route(`${read}/tische/:table`, `${at}/workshop/routes/table.tsx`),
	route(`${read}/tische/:table/foto`, `${at}/workshop/routes/add-photo.tsx`),
	route("sitzung-antwort/:token", `${at}/invitation/routes/reply.tsx`),
	route("terminabfrage/:token", `${at}/poll/routes/answer.tsx`),
	route(`${group}/sitzungen/neu`, `${at}/routes/plan-meeting.tsx`),
	route(`${group}/terminabfragen/neu`, `${at}/poll/routes/make-poll.tsx`),
	route(`${group}/terminabfragen/:poll`, `${at}/poll/routes/poll.tsx`),
	route(`${group}/terminabfragen/:poll/antwort/:invitee`, `${at}/poll/routes/write-answer.tsx`),
	route(meeting, `${at}/routes/manage-meeting.tsx`),
	route(`${meeting}/aendern`, `${at}/routes/change-meeting.tsx`),
	route(`${meeting}/absagen`, `${at}/routes/cancel-meeting.tsx`),
	route(`${meeting}/tagesordnung`, `${at}/routes/add-agenda-item.tsx`),
	route(`${meeting}/tagesordnung/:item/verschieben`, `${at}/agenda/routes/move-item.ts`),
	route(`${meeting}/antraege/:motion`, `${at}/agenda/routes/decide-motion.tsx`),
	route(`${meeting}/einladen`, `${at}/routes/invite.ts`),
	route(`${meeting}/rueckmeldungen`, `${at}/invitation/routes/replies.tsx`),
	route(`${meeting}/rueckmeldungen/:invitation`, `${at}/invitation/routes/write-reply.tsx`),
	route(`${meeting}/rueckmeldungen/:invitation/einladung.pdf`, `${at}/invitation/routes/paper.ts`),
	route(`${meeting}/leiten`, `${at}/running/routes/run-meeting.tsx`),
	route(`${meeting}/umlauf`, `${at}/circular/routes/run-circular.tsx`),
	route(`${meeting}/umlauf/:item`, `${at}/circular/routes/decide-in-writing.tsx`),
	route(`${meeting}/umlauf/:item/:seat`, `${at}/circular/routes/write-paper-answer.tsx`),
	route(`${meeting}/anwesenheit`, `${at}/routes/record-attendance.tsx`),
];
