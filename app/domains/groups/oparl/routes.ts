import { route } from "@react-router/dev/routes";

const at = "domains/groups/oparl/routes/oparl.ts";

export const oparlRoutes = [route("oparl/v1", at, { id: "oparl-system" }), route("oparl/v1/*", at)];
