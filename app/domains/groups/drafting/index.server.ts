export { takeBackTreated } from "./commands/take-back.server";
export { closeLiveDrafts, liveDrafts } from "./live/the-live-drafts.server";
export { livePath } from "./live-path";
