export { ruleWords } from "./charter/ui/rule-words";
export { groupsAtPlace } from "./place-part.server";
export { groupsToCarryInto } from "./queries/groups-to-carry-into.server";
export { recommendationPage } from "./recommendations/queries/recommendation-page.server";
