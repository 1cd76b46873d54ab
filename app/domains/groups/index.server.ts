export { groupsAtPlace } from "./place-part.server";
export { recommendationPage } from "./queries/recommendation-page.server";
export { ruleWords } from "./ui/rule-words";
