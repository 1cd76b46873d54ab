import { route } from "@react-router/dev/routes";

export const memberRoutes = [route("o/:place/arbeitskreise/:group/mein", "domains/groups/member/routes/mine.tsx")];
