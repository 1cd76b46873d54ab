import { route } from "@react-router/dev/routes";

const at = "domains/participation/hand-over/routes";
const sheet = "o/:place/verwaltung/uebergabe/:kind/:id";

export const handOverRoutes = [
	route(sheet, `${at}/sheet.tsx`),
	route(`${sheet}/paket.zip`, `${at}/package.ts`),
	route(`${sheet}/blatt.pdf`, `${at}/sheet-pdf.ts`),
	route(`${sheet}/blatt.docx`, `${at}/sheet-docx.ts`),
];
