import { answerRoutes } from "./answers/routes";
import { ballotRoutes } from "./ballots/routes";
import { budgetRoutes } from "./budgets/routes";
import { codeLetterRoutes } from "./code-letters/routes";
import { consulImportRoutes } from "./consul-import/routes";
import { contributionRoutes } from "./contributions/routes";
import { evaluationRoutes } from "./evaluation/routes";
import { eventRoutes } from "./events/routes";
import { fromConcernsRoutes } from "./from-concerns/routes";
import { handOverRoutes } from "./hand-over/routes";
import { openDataRoutes } from "./open-data/routes";
import { paperRoutes } from "./paper/routes";
import { planningRoutes } from "./planning/routes";
import { processRoutes } from "./processes/routes";
import { projectListRoutes } from "./project-list/routes";
import { surveyRoutes } from "./surveys/routes";
import { textRoutes } from "./texts/routes";
import { voteRoutes } from "./votes/routes";

export const participationRoutes = [
	...processRoutes,
	...contributionRoutes,
	...textRoutes,
	...surveyRoutes,
	...ballotRoutes,
	...budgetRoutes,
	...voteRoutes,
	...eventRoutes,
	...planningRoutes,
	...answerRoutes,
	...paperRoutes,
	...codeLetterRoutes,
	...projectListRoutes,
	...handOverRoutes,
	...openDataRoutes,
	...evaluationRoutes,
	...consulImportRoutes,
	...fromConcernsRoutes,
];
