import { route } from "@react-router/dev/routes";

const at = "domains/participation/processes/routes";

export const processRoutes = [
	route("beteiligung", `${at}/overview.tsx`),
	route("o/:place/beteiligung", `${at}/overview.tsx`, { id: "place-participation" }),
	route("o/:place/beteiligung/:process", `${at}/process.tsx`),
	route("v/:code", `${at}/short-address.ts`),
	route("o/:place/verwaltung/beteiligung", `${at}/managed.tsx`),
	route("o/:place/verwaltung/beteiligung/neu", `${at}/new-process.tsx`),
	route("o/:place/verwaltung/beteiligung/:process/bearbeiten", `${at}/edit-process.tsx`),
	route("o/:place/verwaltung/beteiligung/:process/veroeffentlichen", `${at}/publish-process.tsx`),
	route("o/:place/verwaltung/beteiligung/:process/vorschau", `${at}/preview-link.tsx`),
	route("o/:place/verwaltung/beteiligung/:process/abschliessen", `${at}/archive-process.tsx`),
];
