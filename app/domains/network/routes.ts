import { route } from "@react-router/dev/routes";

const at = "domains/network/routes";
const here = "o/:place/verwaltung/netzwerk";
const party = `${here}/akteur/:party`;

/** Addresses of the network: the owner's work, what everybody may read, and what a notice leads to. */
export const networkRoutes = [
	route("o/:place/netzwerk", `${at}/public-network.tsx`),
	route("netzwerk/widerspruch/:token", `${at}/object.tsx`),
	route(here, `${at}/list.tsx`),
	route(`${here}/liste.xlsx`, `${at}/list-file.ts`, { id: "network-list-xlsx" }),
	route(`${here}/liste.csv`, `${at}/list-file.ts`, { id: "network-list-csv" }),
	route(`${here}/bild`, `${at}/picture.tsx`),
	route(`${here}/verbindungen.xlsx`, `${at}/ties-file.ts`, { id: "network-ties-xlsx" }),
	route(`${here}/verbindungen.csv`, `${at}/ties-file.ts`, { id: "network-ties-csv" }),
	route(`${here}/bruecken`, `${at}/bridges.tsx`),
	route(`${here}/staende`, `${at}/snapshots.tsx`),
	route(`${here}/staende/:snapshot`, `${at}/snapshot.tsx`),
	route(`${here}/neu/:kind`, `${at}/enter.tsx`),
	route(`${here}/bestaetigen`, `${at}/confirm.tsx`),
	route(`${here}/menschen`, `${at}/people.tsx`),
	route(`${here}/arten`, `${at}/types.tsx`),
	route(`${here}/doppelt`, `${at}/duplicates.tsx`),
	route(`${here}/doppelt/:first/:second`, `${at}/merge.tsx`),
	route(`${here}/einlesen`, `${at}/import.tsx`),
	route(`${here}/einlesen/vorlage`, `${at}/template.ts`),
	route(`${here}/einlesen/oparl`, `${at}/import-oparl.tsx`),
	route(party, `${at}/party.tsx`),
	route(`${party}/angaben`, `${at}/change.tsx`),
	route(`${party}/verbindung`, `${at}/relate.tsx`),
	route(`${party}/schluesselperson`, `${at}/key-person.tsx`),
	route(`${party}/rechte`, `${at}/rights.tsx`),
	route(`${party}/auskunft`, `${at}/access-file.ts`),
	route(`${party}/auskunft/lesen`, `${at}/access-page.tsx`),
	route(`${party}/loeschen`, `${at}/erase.tsx`),
	route(`${here}/verbindung/:tie`, `${at}/tie.tsx`),
	route(`${here}/verbindung/:tie/angaben`, `${at}/amend-tie.tsx`),
];
