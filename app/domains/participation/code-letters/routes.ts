import { route } from "@react-router/dev/routes";

const at = "domains/participation/code-letters/routes";
/** `kind` is the word of what people take part in: umfrage, budget, abstimmung; anything else is not found. */
const letters = "o/:place/verwaltung/beteiligung/:process/briefe-mit-code/:kind/:number";

export const codeLetterRoutes = [
	route(letters, `${at}/letters.tsx`),
	route(`${letters}/muster`, `${at}/template.ts`),
	route(`${letters}/:run`, `${at}/run.tsx`),
	route(`${letters}/:run/briefe.pdf`, `${at}/pdf.ts`),
	route(`${letters}/:run/zuruecknehmen`, `${at}/take-back.tsx`),
];
