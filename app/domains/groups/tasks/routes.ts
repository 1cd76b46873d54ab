import { route } from "@react-router/dev/routes";

const at = "domains/groups/tasks/routes";
const group = "o/:place/arbeitskreise/:group/aufgaben";
const managed = "o/:place/verwaltung/arbeitskreise/:group";

export const taskRoutes = [
	route("arbeitskreise/aufgaben", `${at}/my-tasks.tsx`),
	route(group, `${at}/group-tasks.tsx`),
	route(`${group}/:task`, `${at}/task.tsx`),
	route(`${managed}/aufgaben/neu`, `${at}/new-task.tsx`),
	route(`${managed}/aufgaben/:task`, `${at}/change-task.tsx`),
	route(`${managed}/sitzungen/:meeting/aufgaben`, `${at}/tasks-to-agenda.tsx`),
];
