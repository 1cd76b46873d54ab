import { route } from "@react-router/dev/routes";

const at = "domains/participation/open-data/routes";

export const openDataRoutes = [
	route("o/:place/beteiligung/:process/daten", `${at}/open-data.tsx`),
	route("o/:place/beteiligung/:process/daten/:file", `${at}/data-file.ts`),
];
