import { route } from "@react-router/dev/routes";

const at = "domains/participation/budgets/routes";
const budget = "o/:place/beteiligung/:process/budget/:budget";
const managed = "o/:place/verwaltung/beteiligung/:process/budget";

export const budgetRoutes = [
	route(budget, `${at}/budget.tsx`),
	route(`${budget}/quittung/:receipt`, `${at}/receipt.tsx`),
	route(`${budget}/bogen`, `${at}/sheet.tsx`, { id: "budget-sheet" }),
	route(`${budget}/ergebnis`, `${at}/result.tsx`),
	route(`${budget}/stimmzettel/:format`, `${at}/ballots-file.ts`),
	route("stimmzettel/:token", `${at}/ballot.tsx`),
	route("stimmzettel/:token/abgeben", `${at}/cast.tsx`),
	route("nachzaehlen", `${at}/recount.tsx`),
	route(managed, `${at}/managed-budgets.tsx`),
	route(`${managed}/:budget`, `${at}/manage-budget.tsx`),
	route(`${managed}/:budget/einstellungen`, `${at}/settings.tsx`),
	route(`${managed}/:budget/vorhaben/neu`, `${at}/project.tsx`, { id: "new-budget-project" }),
	route(`${managed}/:budget/vorhaben/:project`, `${at}/project.tsx`),
	route(`${managed}/:budget/vorhaben/:project/pruefung`, `${at}/check-project.tsx`),
	route(`${managed}/:budget/beitraege`, `${at}/take-up.tsx`),
	route(`${managed}/:budget/papier`, `${at}/papers.tsx`),
	route(`${managed}/:budget/festlegen`, `${at}/freeze.tsx`),
];
