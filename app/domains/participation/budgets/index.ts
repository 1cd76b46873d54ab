export { messages as budgetMessages } from "./messages";
export { BudgetsPart } from "./ui/budgets-part";
