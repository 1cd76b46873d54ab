import { route } from "@react-router/dev/routes";

const at = "domains/participation/consul-import/routes";
const staff = "o/:place/verwaltung/beteiligung/import";

/** Addresses of CONSUL Democracy (its `config/routes`), so that links from before still lead somewhere. */
const oldAddresses = [
	"debates/:old",
	"proposals/:old",
	"comments/:old",
	"budgets/:old",
	"budgets/:old/:page",
	"budgets/:old/investments/:investment",
	"legislation/processes/:old",
	"legislation/processes/:old/:page",
	"legislation/processes/:old/proposals/:proposal",
];

export const consulImportRoutes = [
	route(staff, `${at}/send.tsx`),
	route(`${staff}/:file`, `${at}/take-over.tsx`),
	...oldAddresses.map((address) => route(address, `${at}/old-address.ts`, { id: `old-address/${address}` })),
];
