import { route } from "@react-router/dev/routes";

const at = "domains/participation/paper/routes";
const open = "o/:place/beteiligung/:process/bogen";
const staff = "o/:place/verwaltung/beteiligung/:process/papier";

export const paperRoutes = [
	route(open, `${at}/form.tsx`),
	route(`${open}/pdf`, `${at}/form-pdf.ts`),
	route("abholen", `${at}/look-up.tsx`),
	route("o/:place/verwaltung/papier", `${at}/paper-at-place.tsx`),
	route(staff, `${at}/enter.tsx`),
	route(`${staff}/abholschein/:code`, `${at}/slip.tsx`),
	route(`${staff}/anschrift/:code`, `${at}/contact.tsx`),
	route(`${staff}/tabellen`, `${at}/imports.tsx`),
	route(`${staff}/tabellen/muster`, `${at}/template.ts`),
	route(`${staff}/tabellen/:import`, `${at}/import.tsx`),
	route(`${staff}/briefe`, `${at}/letters.tsx`),
	route(`${staff}/briefe/:batch`, `${at}/batch.tsx`),
	route(`${staff}/briefe/:batch/pdf`, `${at}/batch-pdf.ts`),
];
