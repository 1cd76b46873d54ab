import { route } from "@react-router/dev/routes";

export const fileRoutes = [
	route("datei/:id", "domains/files/routes/file.ts"),
	route("datei/:id/vorschau", "domains/files/routes/preview.ts"),
	route("o/:place/verwaltung/ort/logo", "domains/files/routes/logo.tsx"),
];
