import { route } from "@react-router/dev/routes";

const at = "domains/guides/exchange/routes";
const work = "o/:place/verwaltung/kreis";

export const exchangeRoutes = [
	route(work, `${at}/exchange.tsx`),
	route(`${work}/anliegen/neu`, `${at}/raise.tsx`),
	route(`${work}/anliegen/:concern`, `${at}/followed-concern.tsx`),
	route(`${work}/bericht`, `${at}/report.tsx`, { id: "half-year-report" }),
	route(`${work}/bericht.pdf`, `${at}/report-pdf.ts`),
];
