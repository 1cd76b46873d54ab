export { messages as voteMessages } from "./messages";
export { VotesPart } from "./ui/votes-part";
