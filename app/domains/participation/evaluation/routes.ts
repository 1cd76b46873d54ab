import { route } from "@react-router/dev/routes";

const at = "domains/participation/evaluation/routes";
const process = "o/:place/beteiligung/:process/auswertung";
const staff = "o/:place/verwaltung/beteiligung/:process/auswertung";

export const evaluationRoutes = [
	route("o/:place/beteiligung/auswertung", `${at}/this-year.ts`),
	route("o/:place/beteiligung/auswertung/:year", `${at}/year.tsx`),
	route(process, `${at}/evaluation.tsx`),
	route(`${process}/auswertung.pdf`, `${at}/paper.ts`),
	route(`${staff}/bericht`, `${at}/report.tsx`),
	route(`${staff}/selbsteinschaetzung`, `${at}/assessment.tsx`),
];
