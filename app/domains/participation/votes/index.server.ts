export { copyVotes } from "./commands/copy-votes.server";
export { beginVote } from "./commands/set-up.server";
export { voteContent } from "./queries/content.server";
export { loadVotesPart, missingForVotes, waitingInVotes } from "./queries/part.server";
