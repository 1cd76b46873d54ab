import { route } from "@react-router/dev/routes";

const staff = "o/:place/verwaltung/vereinbarungen";
const at = (file: string) => `domains/agreements/costs/routes/${file}`;

/** Cost plan, cover, and what follows from them: exit, settlement, payments of an organisation. */
export const costRoutes = [
	route("vereinbarungen/:code/anteile.csv", at("shares-csv.ts")),
	route("vereinbarungen/:code/austritt", at("exit.tsx")),
	route("vereinbarungen/:code/abrechnung", at("settlements.tsx")),
	route(`${staff}/zahlungen`, at("cash-view.tsx")),
	route(`${staff}/zahlungen.csv`, at("cash-file.ts"), { id: "agreements-payments-csv" }),
	route(`${staff}/zahlungen.xlsx`, at("cash-file.ts"), { id: "agreements-payments-xlsx" }),
	route(`${staff}/:code/kosten`, at("edit-costs.tsx")),
	route(`${staff}/:code/kosten/:item`, at("edit-cost-item.tsx")),
	route(`${staff}/:code/kostenplan-tabelle`, at("cost-sheet.tsx")),
	route(`${staff}/:code/kostenplan.xlsx`, at("cost-sheet-file.ts")),
	route(`${staff}/:code/szenarien`, at("scenarios.tsx")),
	route(`${staff}/:code/szenarien.csv`, at("scenarios-file.ts"), { id: "agreement-scenarios-csv" }),
	route(`${staff}/:code/szenarien.xlsx`, at("scenarios-file.ts"), { id: "agreement-scenarios-xlsx" }),
	route(`${staff}/:code/deckung`, at("edit-cover.tsx")),
	route(`${staff}/:code/abrechnung/:year`, at("draw-up-settlement.tsx")),
];
