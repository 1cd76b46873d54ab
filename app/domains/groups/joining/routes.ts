import { route } from "@react-router/dev/routes";

const at = "domains/groups/joining/routes";

export const joiningRoutes = [
	route("konto/sitz", `${at}/join.tsx`),
	route("o/:place/verwaltung/arbeitskreise/:group/mitglieder/:seat/brief", `${at}/join-letter.tsx`),
	route("o/:place/verwaltung/arbeitskreise/:group/mitglieder/:seat/brief.pdf", `${at}/join-letter-paper.ts`),
];
