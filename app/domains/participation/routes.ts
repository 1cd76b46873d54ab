import { answerRoutes } from "./answers/routes";
import { budgetRoutes } from "./budgets/routes";
import { contributionRoutes } from "./contributions/routes";
import { processRoutes } from "./processes/routes";

export const participationRoutes = [...processRoutes, ...contributionRoutes, ...budgetRoutes, ...answerRoutes];
