import { route } from "@react-router/dev/routes";

const pages = "domains/participation/answers/routes";
const board = "o/:place/verwaltung/beteiligung/:process/antworten";

/** Addresses of questions to departments and of official answers. */
export const answerRoutes = [
	route(board, `${pages}/board.tsx`),
	route(`${board}/neu`, `${pages}/prepare-answer.tsx`),
	route(`${board}/rueckfrage`, `${pages}/ask-department.tsx`),
	route(`${board}/rueckfragen`, `${pages}/inquiries.tsx`),
	route(`${board}/:answer`, `${pages}/edit-answer.tsx`),
	route(`${board}/:answer/freigabe`, `${pages}/release-answer.tsx`),
	route("fachamt/:token", `${pages}/answer-inquiry.tsx`),
	route("freigabe/:token", `${pages}/release-by-link.tsx`),
	route("stand/:token/nicht-beantwortet", `${pages}/say-not-answered.tsx`, { id: "not-answered-by-link" }),
	route("konto/beitraege/:code/nicht-beantwortet", `${pages}/say-not-answered.tsx`, { id: "not-answered-by-account" }),
];
