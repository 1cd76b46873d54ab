import { route } from "@react-router/dev/routes";

const at = "domains/participation/votes/routes";
const vote = "o/:place/beteiligung/:process/abstimmung/:vote";
const managed = "o/:place/verwaltung/beteiligung/:process/abstimmung";

export const voteRoutes = [
	route(vote, `${at}/vote.tsx`),
	route(`${vote}/quittung/:receipt`, `${at}/vote-receipt.tsx`),
	route(`${vote}/bogen`, `${at}/vote-sheet.tsx`),
	route(`${vote}/ergebnis`, `${at}/vote-result.tsx`),
	route(`${vote}/stimmzettel/:format`, `${at}/vote-ballots-file.ts`),
	route("abstimmen/:token", `${at}/vote-paper.tsx`),
	route("abstimmen/:token/abgeben", `${at}/cast-vote.tsx`),
	route(managed, `${at}/managed-votes.tsx`),
	route(`${managed}/:vote`, `${at}/manage-vote.tsx`),
	route(`${managed}/:vote/einstellungen`, `${at}/vote-settings.tsx`),
	route(`${managed}/:vote/varianten/neu`, `${at}/option.tsx`, { id: "new-vote-option" }),
	route(`${managed}/:vote/varianten/:option`, `${at}/option.tsx`),
	route(`${managed}/:vote/festlegen`, `${at}/freeze-vote.tsx`),
	route(`${managed}/:vote/papier`, `${at}/vote-papers.tsx`),
];
