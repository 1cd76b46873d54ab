export { copyContributionRules } from "./commands/copy-rules.server";
export { mayRead } from "./policy.server";
export { contributionById } from "./queries/find-contribution.server";
export { withMerged } from "./queries/merged.server";
export { contributionContent } from "./queries/rules-content.server";
