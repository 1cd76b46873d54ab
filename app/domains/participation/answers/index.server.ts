export { coverage } from "./queries/coverage.server";
export { ownAnswer } from "./queries/own-answer.server";
export { placeBehindLink } from "./queries/place-behind-link.server";
export { answerFor, latestAnswers } from "./queries/public-answers.server";
