export { copyPlanning } from "./commands/copy-planning.server";
export { beginPlanning } from "./commands/set-up.server";
export { planningContent } from "./queries/content.server";
export { hasPlanning } from "./queries/find-planning.server";
export { loadPlanningPart, missingForPlanning } from "./queries/pages.server";
export { openStatements as waitingInPlanning } from "./queries/statements.server";
