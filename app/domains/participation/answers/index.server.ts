export { coverage, waitingForAnswers } from "./queries/coverage.server";
export { ownAnswer, ownQuestionAnswer } from "./queries/own-answer.server";
export { placeBehindLink } from "./queries/place-behind-link.server";
export { answerFor, answersToQuestions, latestAnswers } from "./queries/public-answers.server";
