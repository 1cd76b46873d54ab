import { answerRoutes } from "./answers/routes";
import { budgetRoutes } from "./budgets/routes";
import { contributionRoutes } from "./contributions/routes";
import { processRoutes } from "./processes/routes";
import { textRoutes } from "./texts/routes";

export const participationRoutes = [
	...processRoutes,
	...contributionRoutes,
	...textRoutes,
	...budgetRoutes,
	...answerRoutes,
];
