import { route } from "@react-router/dev/routes";

const at = "domains/participation/project-list/routes";
const managed = "o/:place/verwaltung/vorhaben";

export const projectListRoutes = [
	route("vorhaben", `${at}/projects.tsx`),
	route("vorhaben/auszug.csv", `${at}/extract-csv.ts`),
	route("vorhaben/:code", `${at}/project.tsx`),
	route("o/:place/vorhaben", `${at}/projects.tsx`, { id: "projects-at-place" }),
	route("o/:place/vorhaben/auszug.csv", `${at}/extract-csv.ts`, { id: "projects-csv-at-place" }),
	route("o/:place/vorhaben/auszug.pdf", `${at}/extract-pdf.ts`),
	route(managed, `${at}/managed.tsx`),
	route(`${managed}/neu`, `${at}/add.tsx`),
	route(`${managed}/:code`, `${at}/manage.tsx`),
	route(`${managed}/:code/antwort`, `${at}/answer.tsx`),
];
