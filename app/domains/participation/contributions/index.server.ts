export { mayRead } from "./policy.server";
export { contributionById } from "./queries/find-contribution.server";
export { withMerged } from "./queries/merged.server";
