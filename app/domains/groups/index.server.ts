export { ruleWords } from "./charter/ui/rule-words";
export { groupsAtPlace } from "./place-part.server";
export { recommendationPage } from "./recommendations/queries/recommendation-page.server";
