import { answerRoutes } from "./answers/routes";
import { budgetRoutes } from "./budgets/routes";
import { consulImportRoutes } from "./consul-import/routes";
import { contributionRoutes } from "./contributions/routes";
import { evaluationRoutes } from "./evaluation/routes";
import { eventRoutes } from "./events/routes";
import { openDataRoutes } from "./open-data/routes";
import { planningRoutes } from "./planning/routes";
import { processRoutes } from "./processes/routes";
import { surveyRoutes } from "./surveys/routes";
import { textRoutes } from "./texts/routes";

export const participationRoutes = [
	...processRoutes,
	...contributionRoutes,
	...textRoutes,
	...surveyRoutes,
	...budgetRoutes,
	...eventRoutes,
	...planningRoutes,
	...answerRoutes,
	...openDataRoutes,
	...evaluationRoutes,
	...consulImportRoutes,
];
