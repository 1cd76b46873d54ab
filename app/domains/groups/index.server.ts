export { groupsAtPlace } from "./place-part.server";
export { groupsToCarryInto } from "./queries/groups-to-carry-into.server";
export { recommendationPage } from "./queries/recommendation-page.server";
export { ruleWords } from "./ui/rule-words";
