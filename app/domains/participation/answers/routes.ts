import { route } from "@react-router/dev/routes";

const pages = "domains/participation/answers/routes";
const outcome = "o/:place/beteiligung/:process/antworten";
const board = "o/:place/verwaltung/beteiligung/:process/antworten";

/** Addresses of questions to departments and of official answers. */
export const answerRoutes = [
	route(board, `${pages}/board.tsx`),
	route(`${board}/neu`, `${pages}/prepare-answer.tsx`),
	route(`${board}/rueckfrage`, `${pages}/ask-department.tsx`),
	route(`${board}/rueckfragen`, `${pages}/inquiries.tsx`),
	route(`${board}/rueckfragen/:inquiry/liste`, `${pages}/inquiry-sheet.tsx`),
	route(`${board}/rueckfragen/:inquiry/liste.xlsx`, `${pages}/inquiry-sheet-file.ts`),
	route(`${board}/:answer/umsetzung`, `${pages}/update-answer.tsx`),
	route(`${board}/:answer`, `${pages}/edit-answer.tsx`),
	route(`${board}/:answer/freigabe`, `${pages}/release-answer.tsx`),
	route("o/:place/verwaltung/textbausteine", `${pages}/templates.tsx`),
	route("o/:place/verwaltung/textbausteine/neu", `${pages}/change-template.tsx`, { id: "make-template" }),
	route("o/:place/verwaltung/textbausteine/:template", `${pages}/change-template.tsx`, { id: "change-template" }),
	route(outcome, `${pages}/outcome.tsx`),
	route(`${outcome}.csv`, `${pages}/outcome-csv.ts`),
	route(`${outcome}.atom`, `${pages}/outcome-feed.ts`),
	route("fachamt/:token/liste", `${pages}/inquiry-sheet.tsx`, { id: "inquiry-sheet-by-link" }),
	route("fachamt/:token/liste.xlsx", `${pages}/inquiry-sheet-file.ts`, { id: "inquiry-sheet-file-by-link" }),
	route("fachamt/:token", `${pages}/answer-inquiry.tsx`),
	route("freigabe/:token", `${pages}/release-by-link.tsx`),
	route("stand/:token/nicht-beantwortet", `${pages}/say-not-answered.tsx`, { id: "not-answered-by-link" }),
	route("konto/beitraege/:code/nicht-beantwortet", `${pages}/say-not-answered.tsx`, { id: "not-answered-by-account" }),
];
