export { takeBackTreated } from "./commands/take-back.server";
export { closeLiveDrafts, liveDrafts } from "./live/the-live-drafts.server";
export { livePath } from "./live-path";
export { offeredVersions, returnableDocument } from "./queries/offered-versions.server";
