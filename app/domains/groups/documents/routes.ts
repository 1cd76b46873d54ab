import { route } from "@react-router/dev/routes";

export const documentRoutes = [
	route("o/:place/arbeitskreise/:group/unterlagen", "domains/groups/documents/routes/documents.tsx"),
];
