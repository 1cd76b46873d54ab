export { withMerged } from "./queries/merged.server";
