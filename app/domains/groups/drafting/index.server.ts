export { takeBackTreated } from "./commands/take-back.server";
export { livePath } from "./live/live-drafts.server";
export { closeLiveDrafts, liveDrafts } from "./live/the-live-drafts.server";
