export { beginVote } from "./commands/set-up.server";
export { loadVotesPart, missingForVotes, waitingInVotes } from "./queries/part.server";
