import { route } from "@react-router/dev/routes";

const at = "domains/groups/drafting/routes";
const texts = "o/:place/arbeitskreise/:group/texte";
const text = `${texts}/:document`;

/** Addresses of the texts that a group writes together. */
export const draftingRoutes = [
	route(texts, `${at}/documents.tsx`),
	route(`${texts}/neu`, `${at}/begin-document.tsx`),
	route(text, `${at}/document.tsx`),
	route(`${text}/schreiben`, `${at}/write-draft.tsx`),
	route(`${text}/anmerken`, `${at}/remark.tsx`),
	route(`${text}/vorschlaege/:suggestion`, `${at}/decide-suggestion.tsx`),
	route(`${text}/anmerkungen/:comment`, `${at}/answer-comment.tsx`),
	route(`${text}/festhalten`, `${at}/freeze-version.tsx`),
	route(`${text}/rechte`, `${at}/document-rights.tsx`),
	route(`${text}/fassungen/:number`, `${at}/version.tsx`),
	route(`${text}/vergleich`, `${at}/compare-versions.tsx`),
];
