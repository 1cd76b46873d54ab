import { route } from "@react-router/dev/routes";

const at = "domains/participation/contributions/routes";

export const contributionRoutes = [
	route("o/:place/beteiligung/:process/beitragen", `${at}/contribute.tsx`),
	route("entwurf/:token", `${at}/draft.tsx`),
	route("entwurf/:token/code", `${at}/draft-code.tsx`),
	route("entwurf/:token/einreichen", `${at}/draft-hand-in.tsx`),
	route("beitrag-bestaetigen/:token", `${at}/confirm-link.tsx`),
	route("stand/:token", `${at}/status.tsx`),
	route("stand/:token/bearbeiten", `${at}/change.tsx`),
	route("stand/:token/zuruecknehmen", `${at}/withdraw.tsx`),
	route("stand/:token/ueberpruefung", `${at}/ask-review.tsx`),
	route("konto/beitraege", `${at}/own-list.tsx`),
	route("konto/beitraege/:code", `${at}/status.tsx`, { id: "own-contribution" }),
	route("konto/beitraege/:code/bearbeiten", `${at}/change.tsx`, { id: "own-contribution-change" }),
	route("konto/beitraege/:code/zuruecknehmen", `${at}/withdraw.tsx`, { id: "own-contribution-withdraw" }),
	route("konto/beitraege/:code/ueberpruefung", `${at}/ask-review.tsx`, { id: "own-contribution-review" }),
	route("konto/beitraege/:code/entwurf", `${at}/reopen-draft.ts`),
	route("b/:code", `${at}/contribution.tsx`),
	route("b/:code/unterstuetzung", `${at}/support.ts`),
	route("o/:place/verwaltung/moderation", `${at}/moderation.tsx`),
	route("o/:place/verwaltung/moderation/:contribution/veroeffentlichen", `${at}/publish.ts`),
	route("o/:place/verwaltung/moderation/:contribution/ausblenden", `${at}/hide.tsx`),
	route("o/:place/verwaltung/moderation/ueberpruefung/:moderation", `${at}/decide-review.tsx`),
];
