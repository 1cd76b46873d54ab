import { route } from "@react-router/dev/routes";

const at = "domains/participation/planning/routes";
const plan = "o/:place/beteiligung/:process/bauleitplanung";
const staff = "o/:place/verwaltung/beteiligung/:process/bauleitplanung";

/** Addresses of plans, their displays, statements and the weighing. */
export const planningRoutes = [
	route(plan, `${at}/planning.tsx`),
	route(`${plan}/stellungnahme`, `${at}/make-statement.tsx`),
	route("behoerde/:token", `${at}/authority.tsx`),
	route("stellungnahme/:token", `${at}/receipt.tsx`),
	route(staff, `${at}/managed.tsx`),
	route(`${staff}/angaben`, `${at}/details.tsx`),
	route(`${staff}/auslegung`, `${at}/display.tsx`),
	route(`${staff}/bekanntmachung`, `${at}/announcement.tsx`),
	route(`${staff}/unterlagen`, `${at}/documents.tsx`),
	route(`${staff}/stellungnahmen`, `${at}/statements.tsx`),
	route(`${staff}/behoerden`, `${at}/authorities.tsx`),
	route(`${staff}/stellungnahmen/eingeben`, `${at}/enter-statement.tsx`),
	route(`${staff}/stellungnahmen/:number`, `${at}/weigh.tsx`),
	route(`${staff}/abwaegung`, `${at}/table.tsx`),
	route(`${staff}/abwaegung.csv`, `${at}/table-csv.ts`),
	route(`${staff}/abwaegung.docx`, `${at}/table-docx.ts`),
];
