export { decisionRuleWords as ruleWords } from "./deciding/ui/decision-rule-words";
export { groupsAtPlace } from "./place-part.server";
export { recommendationPage } from "./recommendations/queries/recommendation-page.server";
