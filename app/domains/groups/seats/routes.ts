import { route } from "@react-router/dev/routes";

const at = "domains/groups/seats/routes";
const group = "o/:place/verwaltung/arbeitskreise/:group";

export const seatRoutes = [
	route(`${group}/mitglieder/neu`, `${at}/add-seat.tsx`),
	route(`${group}/mitglieder/:seat/beenden`, `${at}/end-seat.tsx`),
];
