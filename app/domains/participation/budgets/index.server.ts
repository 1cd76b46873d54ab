export { copyBudgets } from "./commands/copy-budgets.server";
export { beginBudget } from "./commands/set-up.server";
export { budgetContent } from "./queries/content.server";
export { loadBudgetsPart, missingForBudgets, waitingInBudgets } from "./queries/part.server";
