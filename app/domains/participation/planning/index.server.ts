export { beginPlanning } from "./commands/set-up.server";
export { hasPlanning } from "./queries/find-planning.server";
export { loadPlanningPart, missingForPlanning } from "./queries/pages.server";
export { openStatements as waitingInPlanning } from "./queries/statements.server";
