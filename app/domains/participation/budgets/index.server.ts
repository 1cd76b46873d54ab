export { beginBudget } from "./commands/set-up.server";
export { loadBudgetsPart, missingForBudgets, waitingInBudgets } from "./queries/part.server";
