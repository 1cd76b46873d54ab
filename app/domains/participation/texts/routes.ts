import { route } from "@react-router/dev/routes";

const at = "domains/participation/texts/routes";
const text = "o/:place/beteiligung/:process/text/:text";
const staff = "o/:place/verwaltung/beteiligung/:process/texte";

/** Addresses of texts, their versions and what is said about them. */
export const textRoutes = [
	route(text, `${at}/text.tsx`),
	route(`${text}/anmerken`, `${at}/annotate.tsx`),
	route(`${text}/vergleich`, `${at}/comparison.tsx`),
	route(`${text}/anmerkungen`, `${at}/table.tsx`),
	route("t/:code", `${at}/short-address.ts`),
	route(staff, `${at}/managed.tsx`),
	route(`${staff}/aus-arbeitskreis`, `${at}/take-from-group.tsx`),
	route(`${staff}/:text`, `${at}/managed-text.tsx`),
	route(`${staff}/:text/fassung`, `${at}/write-version.tsx`),
	route(`${staff}/:text/zurueckgeben`, `${at}/return-to-group.tsx`),
	route(`${staff}/:text/veroeffentlichen`, `${at}/publish-version.tsx`),
	route(`${staff}/:text/anmerkungen/:annotation`, `${at}/treat.tsx`),
];
