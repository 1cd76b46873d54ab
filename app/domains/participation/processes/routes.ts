import { route } from "@react-router/dev/routes";

const at = "domains/participation/processes/routes";
const staff = "o/:place/verwaltung/beteiligung";
const one = `${staff}/:process`;

export const processRoutes = [
	route("beteiligung", `${at}/overview.tsx`),
	route("beteiligung/muster", `${at}/recipes.tsx`),
	route("beteiligung/muster/:recipe", `${at}/recipe-guide.tsx`),
	route("beteiligung/muster/:recipe/schulung", `${at}/recipe-training.tsx`),
	route("o/:place/beteiligung", `${at}/overview.tsx`, { id: "place-participation" }),
	route("o/:place/beteiligung/leitlinien", `${at}/guidelines.tsx`),
	route("o/:place/beteiligung/:process", `${at}/process.tsx`),
	route("v/:code", `${at}/short-address.ts`),
	route("freigabe-beteiligung/:token", `${at}/release-by-link.tsx`),
	route(staff, `${at}/managed.tsx`),
	route(`${staff}/neu`, `${at}/choose-recipe.tsx`),
	route(`${staff}/neu/:recipe`, `${at}/new-process.tsx`),
	route(`${staff}/papierkorb`, `${at}/bin.tsx`),
	route(`${staff}/leitlinien`, `${at}/record-guidelines.tsx`),
	route(`${staff}/hilfe`, `${at}/help-for-others.tsx`),
	route(`${staff}/hilfe/:help`, `${at}/help-for-one.tsx`),
	route(`${staff}/hilfe/:help/beenden`, `${at}/end-help-for-one.tsx`),
	route(one, `${at}/manage-process.tsx`),
	route(`${one}/bearbeiten`, `${at}/edit-process.tsx`),
	route(`${one}/phasen`, `${at}/schedule.tsx`),
	route(`${one}/phasen/neu`, `${at}/add-phase.tsx`),
	route(`${one}/phasen/:phase`, `${at}/change-phase.tsx`),
	route(`${one}/phasen/:phase/entfernen`, `${at}/remove-phase.tsx`),
	route(`${one}/check`, `${at}/check.tsx`),
	route(`${one}/hilfe`, `${at}/help.tsx`),
	route(`${one}/hilfe/:help/beenden`, `${at}/end-help.tsx`),
	route(`${one}/mitteilungsblatt`, `${at}/bulletin.tsx`),
	route(`${one}/kopieren`, `${at}/copy-process.tsx`),
	route(`${one}/muster`, `${at}/save-recipe.tsx`),
	route(`${one}/papierkorb`, `${at}/bin-process.tsx`),
	route(`${one}/veroeffentlichen`, `${at}/publish-process.tsx`),
	route(`${one}/freigabe`, `${at}/release-process.tsx`),
	route(`${one}/freigabe/zuruecknehmen`, `${at}/take-back.tsx`),
	route(`${one}/vorschau`, `${at}/preview-link.tsx`),
	route(`${one}/abschliessen`, `${at}/archive-process.tsx`),
];
