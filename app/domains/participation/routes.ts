import { answerRoutes } from "./answers/routes";
import { contributionRoutes } from "./contributions/routes";
import { processRoutes } from "./processes/routes";

export const participationRoutes = [...processRoutes, ...contributionRoutes, ...answerRoutes];
