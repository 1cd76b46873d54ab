import { answerRoutes } from "./answers/routes";
import { contributionRoutes } from "./contributions/routes";
import { eventRoutes } from "./events/routes";
import { processRoutes } from "./processes/routes";

export const participationRoutes = [...processRoutes, ...contributionRoutes, ...eventRoutes, ...answerRoutes];
