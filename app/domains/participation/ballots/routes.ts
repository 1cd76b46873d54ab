import { route } from "@react-router/dev/routes";

const at = "domains/participation/ballots/routes";
/** `kind` is the word of what is voted on: budget, abstimmung; anything else is not found. */
const box = "o/:place/beteiligung/:process/:kind/:box";
const managed = "o/:place/verwaltung/beteiligung/:process/:kind/:box";

export const ballotRoutes = [
	route(`${box}/abstimmen`, `${at}/identify.tsx`),
	route(`${box}/abstimmen/:voter`, `${at}/enter-code.tsx`),
	route(`${box}/quittung`, `${at}/find-ballot.tsx`),
	route(`${managed}/codes`, `${at}/letter-codes.tsx`),
	route(`${managed}/antwort`, `${at}/tell.tsx`),
];
