import { route } from "@react-router/dev/routes";
import { bodyRoutes } from "./bodies/routes";
import { callRoutes } from "./calls/routes";
import { charterRoutes } from "./charter/routes";
import { decidingRoutes } from "./deciding/routes";
import { documentRoutes } from "./documents/routes";
import { draftingRoutes } from "./drafting/routes";
import { guestRoutes } from "./guests/routes";
import { joiningRoutes } from "./joining/routes";
import { meetingRoutes } from "./meetings/routes";
import { memberRoutes } from "./member/routes";
import { minutesRoutes } from "./minutes/routes";
import { oparlRoutes } from "./oparl/routes";
import { recommendationRoutes } from "./recommendations/routes";
import { seatRoutes } from "./seats/routes";
import { taskRoutes } from "./tasks/routes";
import { termRoutes } from "./terms/routes";

const at = "domains/groups/routes";
const managed = "o/:place/verwaltung/arbeitskreise";

export const groupRoutes = [
	route("arbeitskreise", `${at}/groups.tsx`),
	route("o/:place/arbeitskreise", `${at}/groups.tsx`, { id: "place-groups" }),
	route("o/:place/arbeitskreise/:group", `${at}/group.tsx`),
	route(managed, `${at}/managed-groups.tsx`),
	route(`${managed}/:group`, `${at}/manage-group.tsx`),
	route(`${managed}/:group/aufgreifen`, `${at}/take-up.tsx`),
	...charterRoutes,
	...termRoutes,
	...seatRoutes,
	...joiningRoutes,
	...meetingRoutes,
	...decidingRoutes,
	...draftingRoutes,
	...recommendationRoutes,
	...oparlRoutes,
	...minutesRoutes,
	...taskRoutes,
	...callRoutes,
	...guestRoutes,
	...documentRoutes,
	...bodyRoutes,
	...memberRoutes,
];
