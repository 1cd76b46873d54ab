export { decisionRuleWords as ruleWords } from "./deciding/ui/decision-rule-words";
export {
	closeLiveDrafts,
	liveDrafts,
	livePath,
	offeredVersions,
	returnableDocument,
	takeBackTreated,
} from "./drafting/index.server";
export { completeRecommendations, type OnwardPart } from "./onward/composition.server";
export { groupsAtPlace } from "./place-part.server";
export { groupsToCarryInto } from "./queries/groups-to-carry-into.server";
export { recommendationPage } from "./recommendations/queries/recommendation-page.server";
